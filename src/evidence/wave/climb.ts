import { boundedQuasiNewton } from '../../stats/index.ts';
import type { ParameterBounds } from './parameterBounds.ts';
import type { Likelihood } from './waveLikelihood.ts';

export interface Optimum {
  readonly logLikelihood: number;
  readonly point: Float64Array;
  readonly curvature: Float64Array;
  readonly evaluations: number;
  /** False: given up, after too many iterations or where no step helped. */
  readonly converged: boolean;
  /** What the likelihood's inner search found there, if it has one. */
  readonly place: Float64Array | null;
}

/** Ordinary climbs take ten to forty; a surface that jumps (an inner search with several answers) may take any number. */
const MOST_EVALUATIONS = 100;

/** When a climb ends, in log-likelihood: the tolerance of `boundedQuasiNewton`, and below which promise no step is taken. */
export interface Goal {
  readonly tolerance: number;
  readonly sufficient?: number;
}

/** Maximises a log-likelihood within bounds from one start, unless `abandon` says that it leads nowhere new. */
export function climb(
  likelihood: Likelihood,
  bounds: ParameterBounds,
  start: Float64Array,
  curvature: Float64Array,
  goal: Goal,
  place: Float64Array | null = null,
  abandon: (point: Float64Array, logLikelihood: number) => boolean = () => false,
): Optimum {
  let highest = -Infinity;
  let best: Float64Array | null = null;
  likelihood.beginAt?.(place);
  const found = boundedQuasiNewton(
    {
      ...bounds,
      evaluate(point, gradient) {
        // From the course of the best point so far: a failed trial may have come to another one, and however short
        // the next step was, it would stay there.
        if (best !== null) likelihood.beginAt?.(best);
        const value = likelihood(point, gradient);
        if (value > highest) {
          highest = value;
          best = likelihood.place?.() ?? null;
        }
        for (let k = 0; k < gradient.length; k++) gradient[k] = -gradient[k]!;
        return -value;
      },
    },
    start,
    {
      ...goal,
      maximumEvaluations: MOST_EVALUATIONS,
      curvature,
      abandon: (point, value) => abandon(point, -value),
    },
  );
  return {
    logLikelihood: -found.value,
    point: found.point,
    curvature: found.curvature,
    evaluations: found.evaluations,
    converged: found.converged,
    place: best,
  };
}
