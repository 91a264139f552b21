import type { DayInterval } from '../calendar/index.ts';
import type { CountsTable, EventStore } from '../record/index.ts';

/** First to last day of all rows and tables: used where no `covers` is written. Null where nothing is held. */
export async function findRecordDays(
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<DayInterval | null> {
  const days: DayInterval[] = tables.map(({ first, steps, step }) => ({
    first,
    last: first + steps * (step === 'week' ? 7 : 1) - 1,
  }));
  for (const { first, last } of await store.summaries()) {
    if (first !== null && last !== null) days.push({ first, last });
  }
  if (days.length === 0) return null;
  return {
    first: Math.min(...days.map(({ first }) => first)),
    last: Math.max(...days.map(({ last }) => last)),
  };
}
