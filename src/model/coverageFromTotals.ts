import type { Day } from '../calendar/index.ts';
import type { CountPanel } from './countPanel.ts';

/** A published running total of the same pattern as a stream: from `first` (its `since`) up to `last` there were `total`. */
export interface KnownTotal {
  readonly source: string;
  readonly first: Day;
  readonly last: Day;
  readonly total: number;
}

/** Days on which somebody else's count tells how much of what happened the record holds. */
export interface CoverageInterval {
  readonly first: Day;
  readonly last: Day;
  readonly published: number;
  readonly recorded: number;
  /** recorded / published, at most 1; of weekly counts both on the whole weeks of the interval. */
  readonly share: number;
  readonly sources: readonly string[];
}

export interface CoverageFromTotals {
  /** o[t] of docs/model.md: the share of what happened on step t that the record holds, in (0, 1]; 1 where nothing is known. */
  readonly coverage: Float64Array;
  /** 1 on steps where others counted at least 20 events and the record holds none: not recorded, so to be masked. */
  readonly unrecorded: Uint8Array;
  /** The intervals behind `coverage`, in order of days. */
  readonly intervals: readonly CoverageInterval[];
  /** Intervals that tell nothing, and why. */
  readonly unused: readonly (Omit<CoverageInterval, 'share' | 'recorded'> & {
    readonly reason: UnusedReason;
  })[];
}

export type UnusedReason =
  | 'fewer than 20 events published'
  | 'days that the record does not cover'
  | 'a total lower than an earlier one of the same period';

/** A share of fewer events is uncertain by more than a tenth, and totals often lag what happened by days. */
const LEAST_PUBLISHED = 20;
const LEAST_DAYS = 14;

/**
 * How much of what happened a record holds, by the running totals that others published: o = recorded / published for
 * each interval between two totals with one first day, where an interval is closed as soon as it has 20 published
 * events and 14 days (what is left over joins the one before). Where intervals of several first days overlap, one that
 * shows thinning goes before one that does not, a shorter before a longer one, and of equals the smaller share: a
 * source that counted less cannot refute one that saw more. A record that holds more than a total counts as whole.
 *
 * The share is made from the stream's own counts, so inside an interval it tells nothing about when events fell; it
 * only keeps a change of reporting from one interval to the next from reading as a change of rate.
 */
export function coverageFromTotals(
  totals: readonly KnownTotal[],
  counts: Float64Array,
  panel: Pick<CountPanel, 'first' | 'stepDays' | 'recorded'>,
): CoverageFromTotals {
  const unused: CoverageFromTotals['unused'][number][] = [];
  const intervals: CoverageInterval[] = [];
  for (const published of cutIntervals(totals, unused)) {
    const { first, last } = published;
    const steps = stepsWithin(first, last, panel, counts.length);
    if (published.published < LEAST_PUBLISHED) {
      unused.push({ ...published, reason: 'fewer than 20 events published' });
    } else if (steps === null || steps.length === 0 || steps.some((step) => !panel.recorded[step])) {
      unused.push({ ...published, reason: 'days that the record does not cover' });
    } else {
      const recorded = steps.reduce((sum, step) => sum + (counts[step] ?? 0), 0);
      // Weeks that lie only partly in the interval are left out on both sides.
      const within = (published.published * steps.length * panel.stepDays) / (last - first + 1);
      intervals.push({ ...published, recorded, share: Math.min(1, recorded / within) });
    }
  }
  const coverage = new Float64Array(counts.length).fill(1);
  const unrecorded = new Uint8Array(counts.length);
  // The weightiest is written last.
  for (const { first, last, share } of [...intervals].sort(byWeight)) {
    for (const step of stepsWithin(first, last, panel, counts.length) ?? []) {
      coverage[step] = share > 0 ? share : 1;
      unrecorded[step] = share > 0 ? 0 : 1;
    }
  }
  return {
    coverage,
    unrecorded,
    intervals: intervals.sort((a, b) => a.first - b.first || a.last - b.last),
    unused,
  };
}

type PublishedInterval = Omit<CoverageInterval, 'share' | 'recorded'>;

/** Totals of one first day as numbers of the days between them. */
function cutIntervals(
  totals: readonly KnownTotal[],
  unused: CoverageFromTotals['unused'][number][],
): PublishedInterval[] {
  const bySince = new Map<Day, KnownTotal[]>();
  for (const total of totals) bySince.set(total.first, [...(bySince.get(total.first) ?? []), total]);
  return [...bySince.values()].flatMap((chain) => {
    const cut: PublishedInterval[] = [];
    let open: PublishedInterval | null = null;
    let reached = 0;
    for (const { source, first, last, total } of chain.sort((a, b) => a.last - b.last || b.total - a.total)) {
      if (last < first) continue;
      if (total < reached) {
        unused.push({
          ...{ first, last, published: total, sources: [source] },
          reason: 'a total lower than an earlier one of the same period',
        });
        continue;
      }
      const from = (cut.at(-1)?.last ?? first - 1) + 1;
      // Two totals of one day: the larger came first and said it all.
      if (last < from) continue;
      const next: PublishedInterval = { first: from, last, published: total - reached, sources: [source] };
      const joined: PublishedInterval = open === null ? next : joinIntervals(open, next);
      reached = total;
      const isWhole = joined.published >= LEAST_PUBLISHED && last - joined.first + 1 >= LEAST_DAYS;
      if (isWhole) cut.push(joined);
      open = isWhole ? null : joined;
    }
    const before = cut.at(-1);
    if (open && before) cut[cut.length - 1] = joinIntervals(before, open);
    else if (open) cut.push(open);
    return cut;
  });
}

function joinIntervals(before: PublishedInterval, after: PublishedInterval): PublishedInterval {
  return {
    first: before.first,
    last: after.last,
    published: before.published + after.published,
    sources: [...new Set([...before.sources, ...after.sources])],
  };
}

/** Steps that lie wholly in the interval; null where the panel does not hold all of its days. */
function stepsWithin(
  first: Day,
  last: Day,
  panel: Pick<CountPanel, 'first' | 'stepDays'>,
  steps: number,
): number[] | null {
  const from = Math.ceil((first - panel.first) / panel.stepDays);
  const to = Math.floor((last + 1 - panel.first) / panel.stepDays) - 1;
  if (first < panel.first || to >= steps || last >= panel.first + steps * panel.stepDays) return null;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function byWeight(a: CoverageInterval, b: CoverageInterval): number {
  const thinned = Number(a.share < 1) - Number(b.share < 1);
  return thinned || b.last - b.first - (a.last - a.first) || b.share - a.share || a.first - b.first;
}
