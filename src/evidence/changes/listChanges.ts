import { formatDay } from '../../calendar/index.ts';
import { streamsOf, type CountPanel, type Plan } from '../../model/index.ts';
import { countsOf } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { findChanges } from './findChanges.ts';

export interface ListedChange {
  readonly day: string;
  readonly lower: string;
  readonly upper: string;
  /** Last recorded day of the old rate. */
  readonly lastBefore: string;
  /** True where unrecorded days lie between the two rates, so that the change fell somewhere among them. */
  readonly afterGap: boolean;
  readonly rateBefore: number;
  readonly rateAfter: number;
  readonly ratio: number | null;
}

export interface ListedSegment {
  readonly first: string;
  readonly last: string;
  readonly recordedDays: number;
  readonly events: number;
  readonly rate: number;
}

/** The change points of one stream with written days; nulls where it could not be searched, and `detail` says why. */
export interface ListedStream {
  readonly text: string;
  readonly unit: string;
  /** Claims that read this stream. */
  readonly claims: readonly string[];
  readonly detail: string | null;
  readonly changes: readonly ListedChange[];
  readonly segments: readonly ListedSegment[];
  readonly psi: number | null;
  readonly clustering: number | null;
  readonly penalty: number | null;
  readonly level: number;
  readonly shortestDays: number | null;
  readonly poissonChanges: number | null;
}

/**
 * Change points of every stream that a claim reads, in the order of the plan; unrecorded days are no data. With `wanted`
 * only of those whose words hold it, whatever the case.
 */
export function listChanges(plan: Plan, panel: CountPanel, seed: number, wanted = ''): ListedStream[] {
  return plan.streams.flatMap(({ id, text, unit, untestable }): ListedStream[] => {
    const claims = plan.claims.filter(({ test }) => streamsOf(test).includes(id)).map(({ claim }) => claim);
    if (claims.length === 0 || !text.toLowerCase().includes(wanted.toLowerCase())) return [];
    const { first, stepDays, recorded } = panel;
    const found = untestable
      ? { kind: 'not searched' as const, detail: untestable.detail }
      : findChanges({ counts: countsOf(panel, id), recorded, first, stepDays, name: text }, seed);
    const head = { text, unit: unit.of, claims, level: THRESHOLDS.intervalLevel };
    if (found.kind === 'not searched') return [{ ...head, ...NOTHING, detail: found.detail }];
    const { psi, clustering, penalty, shortestDays, poissonChanges } = found;
    const changes = found.changes.map(({ day, lower, upper, lastBefore, ...rates }): ListedChange => ({
      day: formatDay(day),
      lower: formatDay(lower),
      upper: formatDay(upper),
      lastBefore: formatDay(lastBefore),
      afterGap: day > lastBefore + 1,
      ...rates,
    }));
    const segments = found.segments.map((segment): ListedSegment => ({
      ...segment,
      first: formatDay(segment.first),
      last: formatDay(segment.last),
    }));
    const numbers = { psi, clustering, penalty, shortestDays, poissonChanges };
    return [{ ...head, detail: null, changes, segments, ...numbers }];
  });
}

const NOTHING = {
  changes: [],
  segments: [],
  psi: null,
  clustering: null,
  penalty: null,
  shortestDays: null,
  poissonChanges: null,
};
