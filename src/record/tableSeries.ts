import type { DaySeries } from './daySeries.ts';
import type { CountsTable } from './eventStore.ts';

/** All columns of a table of counts together; null where none of them holds a number. */
export function tableSeries({ first, step, steps, columns }: CountsTable): DaySeries {
  const values = Object.values(columns);
  const counts = Array.from({ length: steps }, (_, at) =>
    values.reduce<number | null>((sum, column) => {
      const value = column[at] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
  return { first, stepDays: step === 'week' ? 7 : 1, counts };
}
