import { boxQuadratic } from './boxQuadratic.ts';

/** A smooth function to be made small within a box. `evaluate` writes the gradient and returns the value. */
export interface BoundedObjective {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  evaluate(point: Float64Array, gradient: Float64Array): number;
}

export interface QuasiNewtonOptions {
  /** Stop when the quadratic model promises no more than this decrease twice in a row, or a thousandth of it once. Default 1e-10. */
  readonly tolerance?: number;
  /** Stop before a step for which the model promises no more than this, where its curvature can be trusted. Default 0. */
  readonly sufficient?: number;
  readonly maximumIterations?: number;
  /** Checked after every line search; a surface that jumps makes these long. Default 10 000. */
  readonly maximumEvaluations?: number;
  /** First guess of the second derivatives, n × n, positive definite. Default: a multiple of the identity. */
  readonly curvature?: Float64Array;
  /** Largest change of each parameter in one iteration. Default 1. */
  readonly reach?: ArrayLike<number>;
  /** Asked after every step; true gives the search up where it is (`converged` is then false). */
  readonly abandon?: (point: Float64Array, value: number) => boolean;
}

export interface BoundedMinimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** The last approximation of the second derivatives: a warm start for a neighbouring problem. */
  readonly curvature: Float64Array;
  readonly evaluations: number;
  readonly converged: boolean;
}

/**
 * Smallest value of a smooth function between bounds: sequential quadratic steps with a damped BFGS curvature.
 * Each step minimises g·d + d·B·d/2 inside the bounds and the reach exactly, then backtracks until the decrease is
 * at least 1e-4 of the promised slope; parameters at a bound leave it when the model says so. A value that is not
 * finite counts as infinitely large. Deterministic. The start is moved inside the bounds.
 * Source: nocedalWright2006 (algorithms 16.3 and 18.2).
 */
export function boundedQuasiNewton(
  objective: BoundedObjective,
  start: ArrayLike<number>,
  options: QuasiNewtonOptions = {},
): BoundedMinimum {
  const n = start.length;
  const { lower, upper } = objective;
  const tolerance = options.tolerance ?? 1e-10;
  const sufficient = options.sufficient ?? 0;
  const most = options.maximumIterations ?? 300;
  const mostEvaluations = options.maximumEvaluations ?? 10_000;
  let point = new Float64Array(n);
  for (let i = 0; i < n; i++) point[i] = Math.min(Math.max(start[i]!, lower[i]!), upper[i]!);
  let gradient = new Float64Array(n);
  let trial = new Float64Array(n);
  let trialGradient = new Float64Array(n);
  const direction = new Float64Array(n);
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  let value = objective.evaluate(point, gradient);
  let evaluations = 1;
  const given = options.curvature !== undefined;
  const curvature = given ? Float64Array.from(options.curvature) : new Float64Array(n * n);
  if (!given) resetCurvature(curvature, gradient);
  let fresh = !given;
  let small = 0;
  let converged = false;
  for (let iteration = 0; iteration < most && evaluations < mostEvaluations; iteration++) {
    for (let i = 0; i < n; i++) {
      const reach = options.reach?.[i] ?? 1;
      low[i] = Math.max(lower[i]! - point[i]!, -reach);
      high[i] = Math.min(upper[i]! - point[i]!, reach);
    }
    const promised = boxQuadratic(curvature, gradient, low, high, direction);
    if (!(promised > sufficient)) {
      converged = true;
      break;
    }
    let slope = 0;
    for (let i = 0; i < n; i++) slope += gradient[i]! * direction[i]!;
    let length = 1;
    let found = Infinity;
    for (let tries = 0; tries < 40; tries++) {
      for (let i = 0; i < n; i++) {
        trial[i] = Math.min(Math.max(point[i]! + length * direction[i]!, lower[i]!), upper[i]!);
      }
      found = objective.evaluate(trial, trialGradient);
      evaluations++;
      if (found <= value + 1e-4 * length * slope) break;
      // The minimum of the parabola through value, slope and the failed value, kept away from both ends.
      const parabola = (-slope * length * length) / (2 * (found - value - slope * length));
      length = Number.isFinite(found)
        ? Math.min(Math.max(parabola, 0.1 * length), 0.5 * length)
        : 0.25 * length;
      found = Infinity;
      if (length * promised < 1e-16 * (1 + Math.abs(value))) break;
    }
    if (found === Infinity) {
      // No decrease along a promised descent: rounding at the minimum, or a curvature gone wrong.
      if (promised < 1e-7 * (1 + Math.abs(value)) * 1e-3 || fresh) {
        converged = promised < 1e-6;
        break;
      }
      resetCurvature(curvature, gradient);
      fresh = true;
      continue;
    }
    updateCurvature(curvature, point, trial, gradient, trialGradient, direction, fresh && !given);
    fresh = false;
    [point, trial] = [trial, point];
    [gradient, trialGradient] = [trialGradient, gradient];
    small = promised <= tolerance && value - found <= 10 * tolerance ? small + 1 : 0;
    value = found;
    if (small >= 2 || promised <= 1e-3 * tolerance) {
      converged = true;
      break;
    }
    if (options.abandon?.(point, value) === true) break;
  }
  return { point, value, gradient, curvature, evaluations, converged };
}

function resetCurvature(curvature: Float64Array, gradient: Float64Array): void {
  const n = gradient.length;
  let norm = 0;
  for (let i = 0; i < n; i++) norm += gradient[i]! * gradient[i]!;
  const scale = Math.max(Math.sqrt(norm), 1e-8);
  curvature.fill(0);
  for (let i = 0; i < n; i++) curvature[i * n + i] = scale;
}

/** Damped BFGS update of the curvature; `work` is overwritten. */
function updateCurvature(
  curvature: Float64Array,
  point: Float64Array,
  next: Float64Array,
  gradient: Float64Array,
  nextGradient: Float64Array,
  work: Float64Array,
  rescale: boolean,
): void {
  const n = point.length;
  let along = 0;
  let squared = 0;
  for (let i = 0; i < n; i++) {
    const change = nextGradient[i]! - gradient[i]!;
    along += (next[i]! - point[i]!) * change;
    squared += change * change;
  }
  if (rescale && along > 0) {
    // The first step tells the scale of an identity guess (Nocedal and Wright, equation 6.20).
    curvature.fill(0);
    for (let i = 0; i < n; i++) curvature[i * n + i] = squared / along;
  }
  let quadratic = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += curvature[i * n + j]! * (next[j]! - point[j]!);
    work[i] = sum;
    quadratic += sum * (next[i]! - point[i]!);
  }
  if (!(quadratic > 0)) return;
  const mix = along >= 0.2 * quadratic ? 1 : (0.8 * quadratic) / (quadratic - along);
  const denominator = mix * along + (1 - mix) * quadratic;
  for (let i = 0; i < n; i++) {
    const ri = mix * (nextGradient[i]! - gradient[i]!) + (1 - mix) * work[i]!;
    for (let j = 0; j <= i; j++) {
      const rj = mix * (nextGradient[j]! - gradient[j]!) + (1 - mix) * work[j]!;
      const updated = curvature[i * n + j]! + (ri * rj) / denominator - (work[i]! * work[j]!) / quadratic;
      curvature[i * n + j] = updated;
      curvature[j * n + i] = updated;
    }
  }
}
