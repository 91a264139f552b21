import { randomStream } from '../stats/index.ts';
import { jitterTriggers } from './jitterTriggers.ts';
import type { PairSeries, StepWindow } from './pairSeries.ts';
import type { LagPoint } from './verdict.ts';

/** Placebo calendars behind the band. */
const PLACEBOS = 199;
/** Block of the placebo dates: waves slower than this cannot make the band lie. */
const BLOCK_DAYS = 60;

/**
 * Mean responses per trigger event on each day before and after it, with an interval of two standard errors, beside
 * the 5 to 95 % band of the same mean over triggers moved at random inside blocks of 60 days. A rule shows as a rise
 * after and not before; a shared wave rises on both sides.
 */
export function responseByLag(
  series: PairSeries,
  window: StepWindow,
  seed: number,
): { lags: LagPoint[]; placebos: number } | null {
  const { trigger, claimed } = series;
  const reach = Math.min(42, Math.max(2 * window.to, 4));
  const own = meansByLag(series, trigger, reach);
  if (own === null) return null;
  const random = randomStream(seed, 'placebo dates behind the response by lag', 0);
  const moved = new Float64Array(trigger.length);
  const draws = own.map(() => new Float64Array(PLACEBOS));
  const block = Math.max(2, Math.round(BLOCK_DAYS / series.stepDays));
  const draw = jitterTriggers(trigger, claimed, block);
  const near = prepareMeans(series, reach);
  for (let placebo = 0; placebo < PLACEBOS; placebo++) {
    addMeans(near, draw(random, moved), draws, placebo);
  }
  const lags = own.map(({ lag, mean, standardError }, index): LagPoint => {
    const sorted = (draws[index] ?? new Float64Array(0)).sort();
    return {
      lag,
      estimate: mean,
      lower: standardError === null ? null : Math.max(0, mean - 2 * standardError),
      upper: standardError === null ? null : mean + 2 * standardError,
      placeboLower: sorted[Math.floor(0.05 * (PLACEBOS - 1))] ?? 0,
      placeboMean: sorted.reduce((sum, value) => sum + value, 0) / PLACEBOS,
      placeboUpper: sorted[Math.ceil(0.95 * (PLACEBOS - 1))] ?? 0,
    };
  });
  return { lags, placebos: PLACEBOS };
}

function meansByLag(series: PairSeries, trigger: Float64Array, reach: number) {
  const { response, claimed, evaluated } = series;
  const steps: number[] = [];
  trigger.forEach((events, step) => events > 0 && claimed[step] && steps.push(step));
  const points: { lag: number; mean: number; standardError: number | null }[] = [];
  for (let lag = -reach; lag <= reach; lag++) {
    let weight = 0;
    let sum = 0;
    let squares = 0;
    for (const step of steps) {
      if (!evaluated[step + lag]) continue;
      const events = trigger[step] ?? 0;
      const value = response[step + lag] ?? 0;
      weight += events;
      sum += events * value;
      squares += events * value * value;
    }
    const mean = weight === 0 ? 0 : sum / weight;
    const variance = weight < 2 ? null : Math.max(0, squares / weight - mean * mean) / (weight - 1);
    points.push({ lag, mean, standardError: variance === null ? null : Math.sqrt(variance) });
  }
  return steps.length > 0 ? points : null;
}

/** What the means of hundreds of placebo calendars need of the responses: looked up once. */
interface ResponsesNear {
  readonly reach: number;
  readonly claimed: Uint8Array;
  readonly evaluated: Uint8Array;
  /** Evaluated steps with responses, and how many. */
  readonly at: Int32Array;
  readonly values: Float64Array;
  /** How many of them lie before each step. */
  readonly before: Int32Array;
  /** 1 on steps with all steps of the window evaluated. */
  readonly whole: Uint8Array;
  /** Room for sums and weights by lag. */
  readonly sums: Float64Array;
  readonly weights: Float64Array;
}

function prepareMeans({ response, claimed, evaluated }: PairSeries, reach: number): ResponsesNear {
  const length = response.length;
  const steps: number[] = [];
  const before = new Int32Array(length + 1);
  const whole = new Uint8Array(length);
  let unbroken = 0;
  for (let step = 0; step < length; step++) {
    before[step] = steps.length;
    if (evaluated[step] && response[step] !== 0) steps.push(step);
    unbroken = evaluated[step] ? unbroken + 1 : 0;
    if (unbroken > 2 * reach) whole[step - reach] = 1;
  }
  before[length] = steps.length;
  return {
    ...{ reach, claimed, evaluated, before, whole },
    at: Int32Array.from(steps),
    values: Float64Array.from(steps, (step) => response[step]!),
    sums: new Float64Array(2 * reach + 1),
    weights: new Float64Array(2 * reach + 1),
  };
}

/** The means alone, of each trigger only the responses near it; into draw number `placebo` of every lag. */
function addMeans(
  { reach, claimed, evaluated, at, values, before, whole, sums, weights }: ResponsesNear,
  trigger: Float64Array,
  draws: readonly Float64Array[],
  placebo: number,
): void {
  const length = trigger.length;
  sums.fill(0);
  weights.fill(0);
  let everywhere = 0;
  for (let step = 0; step < length; step++) {
    const events = trigger[step]!;
    if (events === 0 || !claimed[step]) continue;
    const from = before[Math.max(0, step - reach)]!;
    const to = before[Math.min(length, step + reach + 1)]!;
    const first = reach - step;
    for (let k = from; k < to; k++) sums[at[k]! + first]! += events * values[k]!;
    if (whole[step]) everywhere += events;
    else {
      for (let lag = -reach; lag <= reach; lag++) if (evaluated[step + lag]) weights[lag + reach]! += events;
    }
  }
  for (let index = 0; index < draws.length; index++) {
    const weight = weights[index]! + everywhere;
    draws[index]![placebo] = weight === 0 ? 0 : sums[index]! / weight;
  }
}
