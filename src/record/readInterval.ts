import type { Day } from '../calendar/index.ts';
import { CellFault } from './cellFault.ts';
import type { EventPrecision } from './event.ts';
import type { DateReading } from './readDate.ts';
import type { RowReading } from './recordFormat.ts';
import type { DateOrder } from './writtenForm.ts';

export type AmbiguousDate = Extract<RowReading, { kind: 'ambiguousDate' }>;

export interface ReadInterval {
  readonly kind: 'interval';
  readonly first: Day;
  readonly last: Day;
  /** The only order in which the numbers of its dates make dates, where they decide it. */
  readonly order: DateOrder | undefined;
}

export interface PreciseInterval extends ReadInterval {
  readonly precision: EventPrecision;
}

/** A date with the column that holds it. */
export interface DateCell {
  readonly column: string;
  readonly text: string;
}

/** Reads the first and the last possible day of an event. */
export function readInterval(
  start: DateCell,
  end: DateCell,
  read: (text: string) => DateReading,
): ReadInterval | AmbiguousDate | CellFault {
  const first = read(start.text);
  if (first.kind === 'fault') return new CellFault(start.column, first.reason);
  const last = end.text === start.text ? first : read(end.text);
  if (last.kind === 'fault') return new CellFault(end.column, last.reason);
  if (first.kind === 'ambiguous') return { kind: 'ambiguousDate', ...start };
  if (last.kind === 'ambiguous') return { kind: 'ambiguousDate', ...end };
  const order = first.order ?? last.order;
  if (order !== undefined && last.order !== undefined && last.order !== order) {
    return new CellFault(
      end.column,
      `${start.text} and ${end.text} make dates only when day and month change places`,
    );
  }
  if (last.day < first.day) {
    return new CellFault(end.column, `the last day ${end.text} lies before the first ${start.text}`);
  }
  return { kind: 'interval', first: first.day, last: last.day, order };
}
