import { boundedQuasiNewton } from '../../stats/index.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { Likelihood } from './waveLikelihood.ts';

export interface Optimum {
  readonly logLikelihood: number;
  readonly point: Float64Array;
  readonly curvature: Float64Array;
  readonly evaluations: number;
}

/** Maximises a log-likelihood within bounds from one start, unless `abandon` says that it leads nowhere new. */
export function climb(
  likelihood: Likelihood,
  bounds: ParameterBounds,
  start: Float64Array,
  curvature: Float64Array,
  tolerance: number,
  abandon: (point: Float64Array, logLikelihood: number) => boolean = () => false,
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
    { tolerance, curvature, abandon: (point, value) => abandon(point, -value) },
  );
  return {
    logLikelihood: -found.value,
    point: found.point,
    curvature: found.curvature,
    evaluations: found.evaluations,
  };
}
