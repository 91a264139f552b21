import { readDate } from './readDate.ts';
import type { DateOrder } from './writtenForm.ts';

export interface DatesSeen {
  /** The order to be proposed, or null where none is needed. */
  readonly order: DateOrder | null;
  /** Whether the cells looked at speak for this order only. */
  readonly certain: boolean;
  readonly evidence: string;
}

const NO_DATES =
  'No date was looked at, so nothing tells the order of day and month: name the column of dates below, look, and say "dmy", "mdy" or "ymd".';

/** What the dates of some rows say about the order in which they are written. */
export function describeDates(cells: readonly string[]): DatesSeen {
  const orders = { dmy: 0, mdy: 0, ymd: 0 };
  let ambiguous = 0;
  let digits = 0;
  for (const cell of cells) {
    const reading = readDate(cell, { order: null, eightDigits: false });
    if (reading.kind === 'ambiguous') ambiguous += 1;
    else if (reading.kind === 'day' && reading.order) orders[reading.order] += 1;
    else if (readDate(cell, { order: 'ymd', eightDigits: true }).kind === 'day') digits += 1;
  }
  const eightDigits = cells.filter((cell) => /^\d{8}$/.test(cell)).length;
  if (eightDigits > 0 && eightDigits === digits) {
    const evidence = `${eightDigits} of ${cells.length} dates are eight digits that make a date year first.`;
    return { order: 'ymd', certain: eightDigits === cells.length, evidence };
  }
  const found = `Of ${cells.length} dates ${orders.dmy} make sense only day first, ${orders.mdy} only month first, ${orders.ymd} only year first; ${ambiguous} could be either.`;
  const sure = (['dmy', 'mdy', 'ymd'] as const).filter((order) => orders[order] > 0);
  const [only] = sure;
  if (only === undefined) {
    if (cells.length === 0) {
      return { order: 'dmy', certain: false, evidence: NO_DATES };
    }
    if (ambiguous === 0)
      return { order: null, certain: true, evidence: 'The dates need no order of day and month.' };
    return { order: 'dmy', certain: false, evidence: `${found} Which is it: "dmy" or "mdy"?` };
  }
  if (sure.length > 1) return { order: only, certain: false, evidence: `${found} Ask who made the table.` };
  return { order: only, certain: true, evidence: found };
}
