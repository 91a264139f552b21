import type { Plan, PlannedStream, Untestability } from '../model/index.ts';
import { formatDay, type DayInterval } from '../calendar/index.ts';
import type { BesideFacts } from './besideFacts.ts';
import { THRESHOLDS } from './thresholds.ts';
import { wordAbsent } from './wordAbsent.ts';
import { wordBeside } from './wordBeside.ts';
import { wordCount } from './wordCount.ts';

/** What is known of a stream before anything is fitted. */
export interface StreamFacts {
  /** Events in the whole record. */
  readonly total: number;
  /** Events dated more coarsely than the claim's window, which therefore do not count. */
  readonly tooCoarse: number;
  /** Events of all records together; absent for a table of counts. */
  readonly recordEvents?: number;
  /** What the record holds of the same sides; absent where it holds the stream. */
  readonly beside?: BesideFacts;
}

/**
 * Why a claim cannot be tested on this record, or null. Asked before fitting, in this order: what the record lacks
 * by construction, the pair, the covered days, the dates, the antecedent.
 */
export function findUntestable(
  plan: Plan,
  trigger: PlannedStream | null,
  response: PlannedStream,
  facts: ReadonlyMap<string, StreamFacts>,
  evaluatedSteps: number,
  days: readonly DayInterval[],
  triggersInDays: number | null,
): Untestability | null {
  const streams = trigger ? [trigger, response] : [response];
  for (const stream of streams) if (stream.untestable) return stream.untestable;
  const absent = plan.recorded.length === 0 ? null : findAbsent(streams, facts);
  if (absent) return absent;
  if (evaluatedSteps === 0) {
    return { reason: 'window not covered', detail: describeUncovered(plan, days) };
  }
  for (const stream of streams) {
    const { total, tooCoarse } = facts.get(stream.id) ?? { total: 0, tooCoarse: 0 };
    if (total === 0) {
      return {
        reason: 'dates too coarse',
        detail: `All ${tooCoarse} events of "${stream.text}" are dated more coarsely than the claim's window.`,
      };
    }
  }
  if (trigger && triggersInDays === 0) {
    return {
      reason: 'antecedent never occurred',
      detail: `No event of "${trigger.text}" falls on the days the claim speaks of, so it was never put to the test.`,
    };
  }
  return null;
}

/**
 * A stream that the record holds no event of, or next to none: fewer than five events, and fewer than one in a thousand
 * of the record. A record that notes a side so rarely does not watch it, so its silence says nothing about that side.
 */
export function findAbsent(
  streams: readonly PlannedStream[],
  facts: ReadonlyMap<string, StreamFacts>,
): Untestability | null {
  for (const stream of streams) {
    const { total, tooCoarse, recordEvents, beside } = facts.get(stream.id) ?? { total: 0, tooCoarse: 0 };
    const held = total + tooCoarse;
    if (held === 0) {
      return {
        reason: 'pair absent',
        detail: wordAbsent(stream.text, beside),
      };
    }
    const few = held < THRESHOLDS.absentEvents && stream.columns === null;
    if (few && recordEvents !== undefined && held < THRESHOLDS.absentShare * recordEvents) {
      return {
        reason: 'pair absent',
        detail: `This record holds ${wordCount(held, 'events')} of "${stream.text}" among ${recordEvents}: it does not watch this pair, so what it leaves out says nothing.${wordBeside(beside)}`,
      };
    }
  }
  return null;
}

function describeUncovered(plan: Plan, days: readonly DayInterval[]): string {
  if (plan.recorded.length === 0)
    return 'The record holds no dated row, and the file does not say which days it covers.';
  const claimed = days.map(({ first, last }) => `${formatDay(first)} to ${formatDay(last)}`).join(', ');
  const covered = `The record covers ${formatDay(plan.first)} to ${formatDay(plan.last)}`;
  return claimed === ''
    ? `${covered}; none of these days is left for the claim.`
    : `${covered}, but nothing is recorded on the days the claim speaks of (${claimed}).`;
}
