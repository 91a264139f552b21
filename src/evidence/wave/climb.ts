import { boundedQuasiNewton } from '../../stats/index.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { Likelihood } from './waveLikelihood.ts';

export interface Optimum {
  readonly logLikelihood: number;
  readonly point: Float64Array;
  readonly curvature: Float64Array;
  readonly evaluations: number;
}

/** Maximises a log-likelihood within bounds from one start. */
export function climb(
  likelihood: Likelihood,
  bounds: ParameterBounds,
  start: Float64Array,
  curvature: Float64Array | null,
  tolerance: number,
): Optimum {
  const found = boundedQuasiNewton(
    {
      ...bounds,
      evaluate(point, gradient) {
        const value = likelihood(point, gradient);
        for (let k = 0; k < gradient.length; k++) gradient[k] = -gradient[k]!;
        return -value;
      },
    },
    start,
    curvature === null ? { tolerance } : { tolerance, curvature },
  );
  return {
    logLikelihood: -found.value,
    point: found.point,
    curvature: found.curvature,
    evaluations: found.evaluations,
  };
}
