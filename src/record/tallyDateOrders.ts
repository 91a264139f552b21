import type { RecordFault } from './recordFault.ts';
import type { DateOrder } from './writtenForm.ts';

/** What the dates of one file say about the order in which they are written. */
export interface DateOrderTally {
  /** A date that makes sense in one order only. */
  add(line: number, order: DateOrder): void;
  /** A date that is two days. */
  addAmbiguous(line: number, column: string, text: string): void;
  /** Dates told of since the first ambiguous one. */
  seen(): number;
  /** True when an order must be asked for: a date is two days, or two dates contradict each other. */
  mustAsk(): boolean;
  question(): RecordFault;
  /** What `add` was told, for going on later. */
  found(): DatesFound;
}

/** Order → how many dates make sense in it only, and the line of the first. Plain data. */
export type DatesFound = readonly (readonly [DateOrder, { readonly dates: number; readonly line: number }])[];

const WORDS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

/** Collects what speaks for which order of day and month; never decides, since one odd row may be a mistake. */
export function tallyDateOrders(file: string, earlier: DatesFound = []): DateOrderTally {
  const sure = new Map<DateOrder, { dates: number; line: number }>(
    earlier.map(([order, found]) => [order, { ...found }]),
  );
  let ambiguous: { dates: number; line: number; column: string; text: string } | null = null;
  let seen = 0;
  return {
    add: (line, order) => {
      const known = sure.get(order);
      if (known) known.dates += 1;
      else sure.set(order, { dates: 1, line });
      if (ambiguous) seen += 1;
    },
    addAmbiguous: (line, column, text) => {
      if (ambiguous) ambiguous.dates += 1;
      else ambiguous = { dates: 1, line, column, text };
      seen += 1;
    },
    seen: () => seen,
    mustAsk: () => ambiguous !== null || sure.size > 1,
    found: () => [...sure].map(([order, found]) => [order, { ...found }]),
    question: () => {
      const found = [...sure].map(
        ([order, { dates, line }]) => `${dates} only ${WORDS[order]} (the first on line ${line})`,
      );
      const evidence = found.length > 0 ? ` Of the other dates read, ${found.join(' and ')} make sense.` : '';
      return {
        file,
        line: ambiguous?.line ?? null,
        message: ambiguous
          ? `The date "${ambiguous.text}" in the column ${ambiguous.column} is two days, depending on whether day or month comes first; so are ${ambiguous.dates} dates read.${evidence}`
          : `Some dates make sense with the day first only, others with the month first only.${evidence}`,
        hint: 'Say how this file writes its dates: --dates dmy (day first), mdy (month first) or ymd. Rows that do not fit are then set aside.',
      };
    },
  };
}
