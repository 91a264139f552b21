import type { Day } from '../../calendar/index.ts';
import { optimalPartition, segmentCost, type SegmentModel } from '../../stats/index.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { placeInterval } from './placeInterval.ts';
import { clusteringOf, spreadOfDays } from './spreadOfDays.ts';

export interface ChangeSeries {
  readonly counts: Float64Array;
  /** 1 where the record covers the step; the others hold no number and are passed over. */
  readonly recorded: Uint8Array;
  readonly first: Day;
  readonly stepDays: number;
  /** Name of the stream, for its own random numbers. */
  readonly name: string;
}

/** A stretch of one rate. */
export interface Segment {
  readonly first: Day;
  readonly last: Day;
  readonly recordedDays: number;
  readonly events: number;
  /** Events a recorded day. */
  readonly rate: number;
}

export interface ChangePoint {
  /** First recorded day of the new rate. */
  readonly day: Day;
  /** Interval for that day by simulation; both ends are recorded days. */
  readonly lower: Day;
  readonly upper: Day;
  /** Last recorded day of the old rate; more than a step before `day` where the change fell into unrecorded days. */
  readonly lastBefore: Day;
  readonly rateBefore: number;
  readonly rateAfter: number;
  /** rateAfter / rateBefore; null where nothing happened before. */
  readonly ratio: number | null;
}

export interface StreamChanges {
  readonly kind: 'changes';
  readonly changes: readonly ChangePoint[];
  readonly segments: readonly Segment[];
  readonly psi: number;
  readonly clustering: number;
  /** What each change had to gain in −2 log-likelihood: 2 ln(recorded steps) × clustering. */
  readonly penalty: number;
  readonly level: number;
  readonly shortestDays: number;
  /** What a Poisson cost would have called changes with the same penalty and no clustering: for comparison only. */
  readonly poissonChanges: number;
}

/** Why a stream cannot be searched. */
export interface NoChanges {
  readonly kind: 'not searched';
  readonly detail: string;
}

/** Segments are no shorter than this. */
const SHORTEST_DAYS = 14;

/**
 * Where a stream's rate changed: exact optimal partitioning of its recorded steps with negative-binomial cost, its psi
 * and the penalty 2 ln n × clustering taken from the stream's own spread about a bending trend. Independent
 * overdispersed days have clustering 1. A list of dates, not a test of any claim.
 */
export function findChanges(series: ChangeSeries, seed: number): StreamChanges | NoChanges {
  const { counts, recorded, stepDays } = series;
  const held = counts.reduce<number[]>((list, _, step) => (recorded[step] ? [...list, step] : list), []);
  const shortest = Math.max(2, Math.ceil(SHORTEST_DAYS / stepDays));
  if (held.length < 2 * shortest) {
    return { kind: 'not searched', detail: `${held.length} recorded steps are too few for two segments` };
  }
  const values = Float64Array.from(held, (step) => counts[step]!);
  if (values.some((value) => value < 0 || !Number.isFinite(value))) {
    return { kind: 'not searched', detail: 'its values are no counts' };
  }
  const spread = spreadOfDays(counts, recorded, stepDays);
  if (spread.kind === 'failed') return { kind: 'not searched', detail: spread.detail };
  const { psi, clustering, following } = spread;
  const plain = 2 * Math.log(held.length);
  const search = (model: SegmentModel, penalty: number) =>
    optimalPartition(segmentCost(values, model), { penalty, shortest }).changes;
  const places = search({ kind: 'NB2', psi }, plain * clustering);
  const bounds = [0, ...places, held.length];
  const dayAt = (index: number): Day => series.first + held[index]! * stepDays;
  const rateOf = (from: number, to: number) =>
    values.slice(from, to).reduce((a, b) => a + b, 0) / (to - from);
  const dependence = (index: number) => {
    const [from, place, to] = [
      bounds[Math.max(0, index - 1)]!,
      bounds[index + 1]!,
      bounds[Math.min(bounds.length - 1, index + 3)]!,
    ];
    return Math.max(
      clustering,
      clusteringOf(standardise(values, [from, place, to], psi), 60 / stepDays, 0.5),
    );
  };
  const changes = places.map((place, index): ChangePoint => {
    const [from, to] = [bounds[index]!, bounds[index + 2]!];
    const before = rateOf(from, place);
    const after = rateOf(place, to);
    const stretch = {
      values: values.slice(from, to),
      place: place - from,
      psi,
      clustering: dependence(index),
      following,
      shortest,
    };
    const purpose = `date of change ${index} of ${series.name}`;
    const { lower, upper } = placeInterval(stretch, THRESHOLDS.intervalLevel, seed, purpose);
    return {
      day: dayAt(place),
      lower: dayAt(place + lower),
      upper: dayAt(place + upper),
      lastBefore: dayAt(place - 1) + stepDays - 1,
      rateBefore: before / stepDays,
      rateAfter: after / stepDays,
      ratio: before > 0 ? after / before : null,
    };
  });
  const segments = bounds.slice(1).map((to, index): Segment => {
    const from = bounds[index]!;
    const rate = rateOf(from, to);
    return {
      first: dayAt(from),
      last: dayAt(to - 1) + stepDays - 1,
      recordedDays: (to - from) * stepDays,
      events: Math.round(rate * (to - from)),
      rate: rate / stepDays,
    };
  });
  return {
    kind: 'changes',
    changes,
    segments,
    psi,
    clustering,
    penalty: plain * clustering,
    level: THRESHOLDS.intervalLevel,
    shortestDays: shortest * stepDays,
    poissonChanges: search({ kind: 'Poisson' }, plain).length,
  };
}

/** Distances of steps from the rate of their segment, in standard deviations. */
function standardise(values: Float64Array, bounds: readonly number[], psi: number): Float64Array {
  const residual = new Float64Array(values.length);
  bounds.slice(1).forEach((to, index) => {
    const from = bounds[index]!;
    const rate = values.slice(from, to).reduce((a, b) => a + b, 0) / (to - from);
    const deviation = Math.sqrt(rate * (1 + psi * rate));
    for (let step = from; step < to; step++)
      residual[step] = deviation > 0 ? (values[step]! - rate) / deviation : 0;
  });
  return residual;
}
