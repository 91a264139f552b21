import { randomStream } from '../stats/index.ts';
import { jitterPlaces } from './jitterTriggers.ts';
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
  const draws = own.map(() => new Float64Array(PLACEBOS));
  const block = Math.max(2, Math.round(BLOCK_DAYS / series.stepDays));
  const { events, draw } = jitterPlaces(trigger, claimed, block);
  const places = new Int32Array(events.length);
  const near = prepareMeans(series, reach);
  for (let placebo = 0; placebo < PLACEBOS; placebo++) {
    draw(random, places);
    addMeans(near, places, events, draws, placebo);
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
  readonly evaluated: Uint8Array;
  /** Evaluated steps with responses, and how many. */
  readonly at: Int32Array;
  readonly values: Float64Array;
  /** How many of them lie before each step, and before the end. */
  readonly before: Int32Array;
  /** 1 on steps with all steps of the window evaluated. */
  readonly whole: Uint8Array;
  /** Room for sums and weights by lag. */
  readonly sums: Float64Array;
  readonly weights: Float64Array;
}

function prepareMeans({ response, evaluated }: PairSeries, reach: number): ResponsesNear {
  const length = response.length;
  const at = new Int32Array(length);
  const values = new Float64Array(length);
  const before = new Int32Array(length + 1);
  const whole = new Uint8Array(length);
  let held = 0;
  let unbroken = 0;
  for (let step = 0; step < length; step++) {
    before[step] = held;
    if (evaluated[step] === 1 && response[step] !== 0) {
      at[held] = step;
      values[held++] = response[step]!;
    }
    unbroken = evaluated[step] === 1 ? unbroken + 1 : 0;
    if (unbroken > 2 * reach) whole[step - reach] = 1;
  }
  before[length] = held;
  return {
    ...{ reach, evaluated, at, values, before, whole },
    sums: new Float64Array(2 * reach + 1),
    weights: new Float64Array(2 * reach + 1),
  };
}

/** The means alone, of each trigger only the responses near it; into draw number `placebo` of every lag. */
function addMeans(
  { reach, evaluated, at, values, before, whole, sums, weights }: ResponsesNear,
  places: Int32Array,
  events: Float64Array,
  draws: readonly Float64Array[],
  placebo: number,
): void {
  const length = evaluated.length;
  sums.fill(0);
  weights.fill(0);
  let everywhere = 0;
  for (let k = 0; k < places.length; k++) {
    const step = places[k]!;
    const count = events[k]!;
    const to = before[Math.min(length, step + reach + 1)]!;
    for (let near = before[Math.max(0, step - reach)]!; near < to; near++)
      sums[at[near]! - step + reach]! += count * values[near]!;
    if (whole[step] === 1) everywhere += count;
    else {
      const last = Math.min(length - 1, step + reach);
      for (let other = Math.max(0, step - reach); other <= last; other++)
        if (evaluated[other] === 1) weights[other - step + reach]! += count;
    }
  }
  for (let index = 0; index < draws.length; index++) {
    const weight = weights[index]! + everywhere;
    draws[index]![placebo] = weight === 0 ? 0 : sums[index]! / weight;
  }
}
