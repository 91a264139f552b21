import type { Day, DayInterval } from '../calendar/index.ts';
import type { ClaimPlan, CountPanel } from '../model/index.ts';

/** Two streams of one claim on the steps where it is judged. All arrays have the same length, steps as in the panel. */
export interface PairSeries {
  readonly first: Day;
  readonly stepDays: 1 | 7;
  readonly trigger: Float64Array;
  readonly response: Float64Array;
  /** 1 on steps whose triggers the claim speaks of. */
  readonly claimed: Uint8Array;
  /** 1 on steps that are recorded and on which a trigger or its answer may fall: only these are evaluated. */
  readonly evaluated: Uint8Array;
  readonly recorded: Uint8Array;
  /** Share of what happened that the record holds, of each stream; 1 where nobody knows better. */
  readonly coverage: { readonly trigger: Float64Array; readonly response: Float64Array };
}

/** Lags in steps. */
export interface StepWindow {
  readonly from: number;
  readonly to: number;
}

/** Days to steps, rounding up: a weekly record can only tell whole weeks. Lag 0 stays the same step. */
export function windowInSteps(days: { from: number; to: number }, stepDays: number): StepWindow {
  return { from: Math.ceil(days.from / stepDays), to: Math.ceil(days.to / stepDays) };
}

/**
 * Cuts a claim's two streams out of the panel. Evaluated are the claim's days and the window behind each stretch of
 * them (an answer after the end still counts), up to publication.
 */
export function cutPair(
  panel: CountPanel,
  plan: Pick<ClaimPlan, 'judgedUntil'>,
  days: readonly DayInterval[],
  streams: { readonly trigger: string; readonly response: string },
  window: StepWindow,
): PairSeries {
  const claimed = markSteps(panel, days);
  const extended = markSteps(
    panel,
    days.map(({ first, last }) => ({ first, last: limitDay(last + window.to * panel.stepDays, last, plan) })),
  );
  return {
    first: panel.first,
    stepDays: panel.stepDays,
    trigger: countsOf(panel, streams.trigger),
    response: countsOf(panel, streams.response),
    claimed: claimed.map((inside, step) => inside & (panel.recorded[step] ?? 0)),
    evaluated: extended.map((inside, step) => inside & (panel.recorded[step] ?? 0)),
    recorded: panel.recorded,
    coverage: { trigger: coverageOf(panel, streams.trigger), response: coverageOf(panel, streams.response) },
  };
}

/** Counts of one stream of the panel. */
export function countsOf(panel: CountPanel, stream: string): Float64Array {
  const counts = panel.counts[panel.streams.indexOf(stream)];
  if (!counts) throw new Error(`the panel has no stream ${stream}`);
  return counts;
}

/** Share of what happened that the record holds of one stream, step by step; 1 where the panel says nothing. */
export function coverageOf(panel: CountPanel, stream: string): Float64Array {
  return panel.coverage[panel.streams.indexOf(stream)] ?? new Float64Array(panel.steps).fill(1);
}

/** 1 on every step that lies wholly inside one of the intervals. */
export function markSteps(panel: CountPanel, days: readonly DayInterval[]): Uint8Array {
  const marks = new Uint8Array(panel.steps);
  for (const { first, last } of days) {
    const from = Math.max(0, Math.ceil((first - panel.first) / panel.stepDays));
    const to = Math.min(panel.steps - 1, Math.floor((last + 1 - panel.first) / panel.stepDays) - 1);
    for (let step = from; step <= to; step++) marks[step] = 1;
  }
  return marks;
}

/** 1 on every recorded step that lies wholly inside one of the intervals. */
export function markRecorded(panel: CountPanel, days: readonly DayInterval[]): Uint8Array {
  return markSteps(panel, days).map((inside, step) => inside & (panel.recorded[step] ?? 0));
}

/** Sum of counts on marked steps. */
export function countWithin(counts: Float64Array, marks: Uint8Array): number {
  let sum = 0;
  for (let step = 0; step < counts.length; step++) if (marks[step]) sum += counts[step] ?? 0;
  return sum;
}

function limitDay(extended: Day, last: Day, { judgedUntil }: Pick<ClaimPlan, 'judgedUntil'>): Day {
  // A stretch that already lies after publication (shown apart) is not cut by the date of publication.
  return judgedUntil === null || last > judgedUntil ? extended : Math.min(extended, judgedUntil);
}
