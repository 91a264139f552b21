import { boxQuadratic, choleskyFactor, choleskySolve, inverseDiagonal } from '../stats/index.ts';

/** A log-likelihood that keeps what `evaluate` found for `differentiate`, which is always asked at the same point. */
export interface Likelihood {
  evaluate(theta: Float64Array): number;
  /** Writes the gradient and the negative curvature, expected or observed, both triangles. */
  differentiate(
    theta: Float64Array,
    expected: boolean,
    gradient: Float64Array,
    curvature: Float64Array,
  ): void;
}

/** What is to be maximised: a likelihood inside bounds, with penalties. */
export interface Problem {
  readonly likelihood: Likelihood;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Largest change of each parameter in one step: keeps exp() from running away. */
  readonly reach: Float64Array;
  /** λ of each parameter, 0 where free; changed in place while groups are being chosen. */
  readonly penalty: Float64Array;
  /** Parameters that share one λ which is to be chosen by marginal likelihood. */
  readonly groups: readonly (readonly number[])[];
  readonly maximumIterations: number;
}

export interface Optimum {
  readonly theta: Float64Array;
  readonly logLikelihood: number;
  readonly penalised: number;
  /** Slope of the penalised log-likelihood. */
  readonly gradient: Float64Array;
  /** Gain that the quadratic model still promises, in log-likelihood. */
  readonly promise: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Promised gain below which an optimum is taken as reached, in log-likelihood. */
const PROMISE = 1e-9;
/** A gain above this means the start is far: the expected information is positive definite there, the observed need not be. */
const FAR = 2;
const LARGEST_PENALTY = 1e6;
const SMALLEST_PENALTY = 1e-3;
const SMOOTHING_ROUNDS = 25;

/**
 * Bounded Newton with step halving: Fisher scoring far from the optimum, observed curvature near it, each step the exact
 * minimum of its quadratic model inside bounds (active set). Smoothing parameters are renewed between steps until they
 * stand still, then held.
 */
export function maximise(problem: Problem, start: Float64Array): Optimum {
  const { likelihood, lower, upper, penalty } = problem;
  const width = start.length;
  const theta = start.slice();
  for (let j = 0; j < width; j++) theta[j] = Math.min(Math.max(theta[j]!, lower[j]!), upper[j]!);
  const trial = new Float64Array(width);
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  const box = makeBox(problem);
  let logLikelihood = likelihood.evaluate(theta);
  let smoothing = problem.groups.length > 0;
  let far = true;
  let iterations = 0;
  let converged = false;
  let promise = Infinity;
  while (iterations < problem.maximumIterations) {
    iterations++;
    const expected = far || smoothing;
    likelihood.differentiate(theta, expected, gradient, curvature);
    if (smoothing) {
      smoothing = renewSmoothing(problem, theta, gradient, curvature) && iterations < SMOOTHING_ROUNDS;
    }
    penalise(penalty, theta, gradient, curvature);
    const penalised = logLikelihood - penaltyOf(penalty, theta);
    promise = box.solve(theta, gradient, curvature);
    if (promise < PROMISE && !expected) {
      converged = true;
      break;
    }
    far = promise > FAR;
    const reached = search(problem, theta, trial, box.step, gradient, penalised);
    if (reached === null) {
      // No step gains anything: the optimum to rounding if the quadratic model agrees, else a failure.
      likelihood.evaluate(theta);
      if (expected) {
        far = false;
        if (smoothing) continue;
        if (promise >= PROMISE) continue;
      }
      converged = promise < 1e-6 + 1e-12 * Math.abs(penalised);
      break;
    }
    logLikelihood = reached;
    theta.set(trial);
  }
  return {
    theta,
    logLikelihood,
    penalised: logLikelihood - penaltyOf(penalty, theta),
    gradient,
    promise,
    iterations,
    converged,
  };
}

export function penaltyOf(penalty: Float64Array, theta: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < theta.length; j++) sum += penalty[j]! * theta[j]! * theta[j]!;
  return sum / 2;
}

export function penalise(
  penalty: Float64Array,
  theta: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  for (let j = 0; j < theta.length; j++) {
    gradient[j]! -= penalty[j]! * theta[j]!;
    curvature[j * theta.length + j]! += penalty[j]!;
  }
}

/** The quadratic step inside bounds and reach. */
function makeBox({ lower, upper, reach }: Problem) {
  const width = lower.length;
  const low = new Float64Array(width);
  const high = new Float64Array(width);
  const slope = new Float64Array(width);
  const step = new Float64Array(width);
  const solve = (theta: Float64Array, gradient: Float64Array, curvature: Float64Array): number => {
    for (let j = 0; j < width; j++) {
      low[j] = Math.max(lower[j]! - theta[j]!, -reach[j]!);
      high[j] = Math.min(upper[j]! - theta[j]!, reach[j]!);
      slope[j] = -gradient[j]!;
    }
    return boxQuadratic(curvature, slope, low, high, step);
  };
  return { step, solve };
}

/** Halves the step until the penalised likelihood rises enough; its unpenalised value, or null. Writes `trial`. */
function search(
  { likelihood, penalty, lower, upper }: Problem,
  theta: Float64Array,
  trial: Float64Array,
  step: Float64Array,
  gradient: Float64Array,
  penalised: number,
): number | null {
  let slope = 0;
  for (let j = 0; j < step.length; j++) slope += gradient[j]! * step[j]!;
  for (let fraction = 1; fraction > 1e-9; fraction /= 2) {
    for (let j = 0; j < step.length; j++) {
      trial[j] = Math.min(Math.max(theta[j]! + fraction * step[j]!, lower[j]!), upper[j]!);
    }
    const value = likelihood.evaluate(trial);
    if (value - penaltyOf(penalty, trial) > penalised + 1e-4 * fraction * slope) return value;
  }
  return null;
}

/**
 * Fellner–Schall updates of each group's λ on the quadratic model at theta, to their fixed point:
 * λ = (group size − λ tr (H + λS)⁻¹) / Σ beta². Maximises the Laplace marginal likelihood. True while λ still moves.
 * Source: woodFasiolo2017.
 */
function renewSmoothing(
  { lower, upper, penalty, groups }: Problem,
  theta: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): boolean {
  const width = theta.length;
  // ln psi may bend the wrong way far from the optimum; the expected information does not tie it to the others.
  const free = Array.from({ length: width }, (_, j) => j).filter(
    (j) =>
      upper[j]! > lower[j]! && (theta[j]! > lower[j]! || gradient[j]! > 0) && curvature[j * width + j]! > 0,
  );
  const n = free.length;
  const bend = new Float64Array(n * n);
  const target = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    const row = free[a]! * width;
    let sum = gradient[free[a]!]!;
    for (let b = 0; b < n; b++) {
      bend[a * n + b] = curvature[row + free[b]!]!;
      sum += bend[a * n + b]! * theta[free[b]!]!;
    }
    target[a] = sum;
  }
  const members = groups.map((group) => Int32Array.from(group, (j) => free.indexOf(j)).filter((a) => a >= 0));
  const factor = new Float64Array(n * n);
  const solution = new Float64Array(n);
  const column = new Float64Array(n);
  let moved = 0;
  for (let round = 0; round < 50; round++) {
    factor.set(bend);
    for (let a = 0; a < n; a++) factor[a * n + a]! += penalty[free[a]!]!;
    // Not to be told from here: asked again at the next step.
    if (choleskyFactor(factor, n) >= 0) return true;
    solution.set(target);
    choleskySolve(factor, n, solution);
    let change = 0;
    groups.forEach((group, g) => {
      const before = penalty[group[0]!]!;
      const present = members[g]!.length;
      let trace = 0;
      let square = 0;
      for (const a of members[g]!) {
        trace += inverseDiagonal(factor, n, a, column);
        square += solution[a]! * solution[a]!;
      }
      const wanted = (present - before * trace) / Math.max(square, 1e-300);
      const after = Math.min(Math.max(wanted, SMALLEST_PENALTY), LARGEST_PENALTY);
      for (const member of group) penalty[member] = after;
      change = Math.max(change, Math.abs(Math.log(after / before)));
    });
    moved = Math.max(moved, change);
    if (change < 1e-3) break;
  }
  return moved > 0.02;
}
