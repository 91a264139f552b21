import { choleskyFactor, inverseDiagonal, quickExponentials } from '../stats/index.ts';
import { addColumn } from './addColumn.ts';
import { delayWeights } from './delays/index.ts';
import type { AnswerColumn, StreamDesign } from './design.ts';
import type { FailedFit, Fit } from './fit.ts';
import { penaltyGroups } from './fitProblem.ts';
import { delayAt } from './estimatedDelays.ts';
import { lagSum } from './lagSum.ts';
import { packLocalColumns, sumLocalColumns } from './localColumns.ts';
import { differentiate, evaluate } from './likelihood.ts';
import { penalise, type Optimum, type Problem } from './maximise.ts';
import type { PackedDesign } from './packDesign.ts';

/** The optimum as a fit with names and errors; or why it cannot be trusted. */
export function describeFit(
  design: StreamDesign,
  packed: PackedDesign,
  problem: Problem,
  optimum: Optimum,
): Fit {
  const { names } = packed;
  const size = names.length;
  const { theta } = optimum;
  evaluate(packed, theta);
  const gradient = new Float64Array(size + 1);
  const curvature = new Float64Array((size + 1) ** 2);
  differentiate(packed, theta, true, gradient, curvature);
  penalise(problem.penalty, theta, gradient, curvature);
  const held = Array.from(
    { length: size + 1 },
    (_, j) => theta[j]! <= problem.lower[j]! || theta[j]! >= problem.upper[j]!,
  );
  // Without answers nothing is known of their delay.
  for (const { rule, parameters } of packed.delays) {
    if (theta[rule] === 0) for (const { column } of parameters) held[column] = true;
  }
  const free = names.map((_, j) => j).filter((j) => !held[j]);
  const inverse = invertFree(curvature, free, size);
  if (inverse.dependent !== null) return cannotTellApart(names[free[inverse.dependent]!]!);
  const gradientNorm = Math.sqrt(2 * Math.max(0, optimum.promise));
  if (!optimum.converged) return notConverged(optimum.iterations, gradientNorm);
  const isFixed = (j: number) => problem.lower[j] === problem.upper[j];
  const boundNames = [...names, 'psi'].filter((_, j) => held[j] && !isFixed(j));
  // Most fits are compared and not shown.
  let mean: Float64Array | null = null;
  const delays = packed.delays.map((delay) => ({ rule: delay.rule, choice: delayAt(delay, theta) }));
  return {
    kind: 'fit',
    names,
    values: theta.slice(0, size),
    parameters: Object.fromEntries(names.map((name, j) => [name, theta[j]!])),
    standardErrors: Object.fromEntries(
      names.map((name, j) => [name, held[j] ? null : Math.sqrt(inverse.diagonal[j]!)]),
    ),
    psi: packed.family === 'NB2' ? Math.exp(theta[size]!) : 0,
    logLikelihood: optimum.logLikelihood,
    penalisedLogLikelihood: optimum.penalised,
    delays: Object.fromEntries(delays.map(({ rule, choice }) => [names[rule]!, choice])),
    get mean() {
      return (mean ??= meanOfEveryStep(design, packed, theta));
    },
    information: withoutLast(curvature, size),
    gradientNorm,
    iterations: optimum.iterations,
    atBound: boundNames,
    smoothing: Object.fromEntries(
      [...penaltyGroups(design)].map(([name, members]) => [name, problem.penalty[members[0]!]!]),
    ),
    effectiveParameters: free.reduce((sum, j) => sum + 1 - problem.penalty[j]! * inverse.diagonal[j]!, 0),
  };
}

/** A matrix without its last row and column, of which ln psi is. */
function withoutLast(matrix: Float64Array, size: number): Float64Array {
  const rest = new Float64Array(size * size);
  for (let j = 0; j < size; j++) rest.set(matrix.subarray(j * (size + 1), j * (size + 1) + size), j * size);
  return rest;
}

/** Diagonal of the inverse information over the free parameters; or which of them is a combination of others. */
function invertFree(
  curvature: Float64Array,
  free: readonly number[],
  size: number,
): { diagonal: Float64Array; dependent: number | null } {
  const n = free.length;
  const factor = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    const row = free[a]! * (size + 1);
    for (let b = 0; b <= a; b++) factor[a * n + b] = curvature[row + free[b]!]!;
  }
  const diagonal = new Float64Array(size);
  const dependent = choleskyFactor(factor, n, 1e-10);
  if (dependent >= 0) return { diagonal, dependent };
  const column = new Float64Array(n);
  for (let a = 0; a < n; a++) diagonal[free[a]!] = inverseDiagonal(factor, n, a, column);
  return { diagonal, dependent: null };
}

function cannotTellApart(name: string): FailedFit {
  return {
    kind: 'failed',
    reason: 'parameters cannot be told apart',
    detail: `on the recorded steps "${name}" is a combination of other terms`,
    advice: 'Leave out one of the terms that move together, or use a record in which they differ.',
  };
}

function notConverged(iterations: number, gradientNorm: number): FailedFit {
  return {
    kind: 'failed',
    reason: 'not converged',
    detail: `after ${iterations} steps the slope is still ${gradientNorm.toPrecision(2)} standard errors`,
    advice: 'Use fewer terms, a wider pattern or a longer record.',
  };
}

/** Expected counts also on steps that are masked. */
function meanOfEveryStep(
  { coverage, endemic, answers, modifiers }: StreamDesign,
  packed: PackedDesign,
  theta: Float64Array,
): Float64Array {
  const steps = coverage.length;
  const sumOf = (columns: readonly Float64Array[], first: number, sum = new Float64Array(steps)) => {
    columns.forEach((column, k) => addColumn(theta[first + k]!, column, sum));
    return sum;
  };
  const local = packLocalColumns(endemic, null);
  const level = new Float64Array(steps);
  if (local) sumLocalColumns(local, theta, level);
  const first = local?.count ?? 0;
  sumOf(
    endemic.slice(first).map(({ values }) => values),
    first,
    level,
  );
  quickExponentials(level);
  const answered = sumOf(
    answers.map((answer, index) => answerOfEveryStep(answer, index, packed, theta)),
    packed.endemic,
  );
  const factor = sumOf(
    modifiers.map(({ z }) => z),
    packed.endemic + packed.answers,
  );
  if (modifiers.length > 0) quickExponentials(factor);
  else factor.fill(1);
  const spontaneous = endemic.length > 0 ? 1 : 0;
  return joinMeans(coverage, factor, spontaneous, level, answered);
}

/** coverage · factor · (spontaneous · level + answered). */
function joinMeans(
  coverage: Float64Array,
  factor: Float64Array,
  spontaneous: 0 | 1,
  level: Float64Array,
  answered: Float64Array,
): Float64Array {
  const mean = new Float64Array(coverage.length);
  for (let t = 0; t < mean.length; t++)
    mean[t] = coverage[t]! * factor[t]! * (spontaneous * level[t]! + answered[t]!);
  return mean;
}

/** x at the fitted delay, where that is estimated. */
function answerOfEveryStep(
  { x, delay }: AnswerColumn,
  index: number,
  packed: PackedDesign,
  theta: Float64Array,
): Float64Array {
  const found = packed.delays.find(({ rule }) => rule === packed.endemic + index);
  if (!delay || !found) return x;
  const choice = delayAt(found, theta);
  const seen = new Uint8Array(x.length).fill(1);
  const sum = lagSum(delay.triggers, seen, delayWeights(choice), choice.from);
  const { active } = delay;
  return active ? sum.map((value, t) => (active[t] ? value : 0)) : sum;
}
