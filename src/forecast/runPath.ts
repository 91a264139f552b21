import { passesGate } from '../model/index.ts';
import { invertNegativeBinomial, type RandomStream } from '../stats/index.ts';
import type { LinearTerm, MovingTerm, PathProgram, RuleProgram, StreamProgram } from './pathProgram.ts';

/** What one path fills; made once by `makePathState` and used again for every path. */
export interface PathState {
  /** counts[k][t] over the steps before and after the origin. */
  readonly counts: readonly Float64Array[];
  /** sums[k][t]: events on all steps before t. */
  readonly sums: readonly Float64Array[];
  /** expected[k][t]: on all steps before t, what the path made each step's count to be expected, just before it was drawn. */
  readonly expected: readonly Float64Array[];
  /** Triggers that count, by rule; the counts themselves where all do. */
  readonly triggers: readonly Float64Array[];
  /** levels[k][t]: factor of the endemic rate by which the level has wandered; empty where it does not. */
  readonly levels: readonly Float64Array[];
}

/** Expected events a step above which a path has run away. */
const RUN_AWAY = 1e6;

export function makePathState({ before, after, streams, rules }: PathProgram): PathState {
  const steps = before + after;
  const counts = streams.map(() => new Float64Array(steps));
  return {
    counts,
    sums: streams.map(() => new Float64Array(steps + 1)),
    expected: streams.map(() => new Float64Array(steps + 1)),
    triggers: rules.map(({ plain, source }) => (plain ? counts[source]! : new Float64Array(steps))),
    levels: streams.map(({ wander }) => new Float64Array(wander ? steps : 0)),
  };
}

/**
 * One future, written into `state`: from draw `draw` of the parameters, step by step. Every cell takes one uniform number in
 * a fixed order, whatever happens. Gives the step (of the program) on which the path ran away, or the number of steps.
 */
export function runPath(
  program: PathProgram,
  draw: number,
  random: RandomStream,
  { counts, sums, expected, triggers, levels }: PathState,
): number {
  const { before, after, streams, rules } = program;
  const steps = before + after;
  const rates = streams.map((stream, k) => rateOf(stream, draw, sums, levels[k]!));
  const psi = Float64Array.from(streams, (stream) => stream.psi[draw]!);
  const rho = Float64Array.from(rules, (rule) => rule.draws[draw]!);
  const running = new Float64Array(rules.length);
  const conditional = rules.flatMap((rule, r) => (rule.plain ? [] : [{ rule, into: triggers[r]! }]));
  for (let t = 0; t < steps; t++) {
    // Rules stand in the order of the streams that they move.
    let r = 0;
    for (let k = 0; k < streams.length; k++) {
      let answers = 0;
      for (; r < rules.length && rules[r]!.target === k; r++)
        answers += rho[r]! * sumLags(rules[r]!, r, t, triggers[r]!, running);
      const { observed, recorded } = streams[k]!;
      if (t < before && recorded[t]) {
        counts[k]![t] = observed[t]!;
        expected[k]![t + 1] = expected[k]![t]! + observed[t]!;
        continue;
      }
      const mean = rates[k]!(t, answers);
      if (!(mean < RUN_AWAY)) return t;
      counts[k]![t] = invertNegativeBinomial(random.uniform(), mean, psi[k]!);
      expected[k]![t + 1] = expected[k]![t]! + mean;
    }
    for (let k = 0; k < streams.length; k++) sums[k]![t + 1] = sums[k]![t]! + counts[k]![t]!;
    for (const { rule, into } of conditional)
      into[t] = countsAsTrigger(rule, t, sums) ? counts[rule.source]![t]! : 0;
  }
  return steps;
}

function countsAsTrigger({ counted, gate }: RuleProgram, t: number, sums: readonly Float64Array[]): boolean {
  if (!counted[t]) return false;
  return !gate || passesGate(gate.gate, sumBefore(sums[gate.keeper]!, t, gate.gate.steps));
}

function sumBefore(sums: Float64Array, t: number, steps: number): number {
  return sums[t]! - sums[Math.max(0, t - steps)]!;
}

/** mean = o · exp(Σ gamma z) · (nu + answers). */
function rateOf(
  stream: StreamProgram,
  draw: number,
  sums: readonly Float64Array[],
  levels: Float64Array,
): (t: number, answers: number) => number {
  const { coverage, endemic, endemicSame, dated, datedSame, rest } = stream;
  const moving = stream.moving.map((term) => ({ gamma: term.draws[draw]!, z: movingOf(term, sums) }));
  let level = NaN;
  let factor = NaN;
  return (t, answers) => {
    if (!endemicSame[t] || level !== level) level = Math.exp(addUp(endemic, draw, t));
    if (!datedSame[t] || factor !== factor) factor = dated.length === 0 ? 1 : Math.exp(addUp(dated, draw, t));
    let nu = levels.length > 0 ? level * levels[t]! : level;
    if (rest && t > 0) {
      let seen = 0;
      for (const k of rest.streams) seen += sumBefore(sums[k]!, t, rest.steps) / Math.min(t, rest.steps);
      nu *= Math.exp(rest.draws[draw]! * Math.log1p(seen));
    }
    let scale = coverage[t]! * factor;
    if (moving.length > 0) {
      let exponent = 0;
      for (const { gamma, z } of moving) exponent += gamma * z(t);
      scale *= Math.exp(exponent);
    }
    return scale * (nu + answers);
  };
}

function addUp(terms: readonly LinearTerm[], draw: number, t: number): number {
  let sum = 0;
  for (const { draws, column } of terms) sum += draws[draw]! * column[t]!;
  return sum;
}

function movingOf(
  { of, source, steps, gate, active }: MovingTerm,
  sums: readonly Float64Array[],
): (t: number) => number {
  const own = sums[source]!;
  return (t) => {
    if (!active[t] || t === 0) return 0;
    const events = sumBefore(own, t, steps);
    if (gate) return passesGate(gate, events) ? 1 : 0;
    const rate = events / Math.min(t, steps);
    return of === 'together' ? Math.log1p(rate) : rate;
  };
}

/** a[t] · Σ_d g(d) y[t − d], asked for step by step from the first; `running` holds the sums of the step before. */
function sumLags(
  { weights, from, ratio, beyond, active }: RuleProgram,
  r: number,
  t: number,
  triggers: Float64Array,
  running: Float64Array,
): number {
  const lags = weights.length;
  let sum = 0;
  if (ratio !== null) {
    sum = ratio * running[r]!;
    if (t >= from) sum += weights[0]! * triggers[t - from]!;
    if (t >= from + lags) sum -= beyond * triggers[t - from - lags]!;
    // Rounding may leave a hair below nothing.
    if (sum < 0) sum = 0;
    running[r] = sum;
  } else if (active[t]) {
    const last = Math.min(lags, t - from + 1);
    for (let d = 0; d < last; d++) {
      const events = triggers[t - from - d]!;
      if (events > 0) sum += weights[d]! * events;
    }
  }
  return active[t] ? sum : 0;
}
