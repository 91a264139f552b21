import { formatDay, type Day } from '../calendar/index.ts';

export interface CountsRow {
  readonly day: Day;
  readonly values: readonly (number | null)[];
  readonly line: number;
  readonly raw: string;
}

export type PlacedCounts =
  | {
      readonly kind: 'placed';
      readonly first: Day;
      /** One entry a step; null where no row stands. */
      readonly values: readonly (readonly (number | null)[] | null)[];
      readonly setAside: readonly { readonly row: CountsRow; readonly reason: string }[];
    }
  | { readonly kind: 'fault'; readonly message: string; readonly hint: string };

const MOST_STEPS = 100_000;

/**
 * Puts the rows of a counts table on its steps. A weekly table begins on the weekday most of its rows have; rows on
 * other weekdays are set aside. A table whose rows keep another step than the one declared is refused.
 */
export function placeCounts(rows: readonly CountsRow[], step: 'day' | 'week'): PlacedCounts {
  const setAside: { row: CountsRow; reason: string }[] = [];
  const single = dropRepeated(rows, setAside).sort((a, b) => a.day - b.day);
  const wrong = wrongStep(single, step);
  if (wrong) return { kind: 'fault', ...wrong };
  const length = step === 'week' ? 7 : 1;
  const weekday = commonestWeekday(single);
  const kept = single.filter((row) => {
    if (step === 'day' || modulo(row.day, 7) === weekday) return true;
    setAside.push({
      row,
      reason: `${formatDay(row.day)} is not a whole number of weeks from the other rows`,
    });
    return false;
  });
  const [first, last] = [kept[0]?.day, kept.at(-1)?.day];
  if (first === undefined || last === undefined) {
    return {
      kind: 'fault',
      message: 'No row of the table can be read.',
      hint: 'Each row needs a date such as 2019-12-29 and whole numbers from 0 up.',
    };
  }
  const steps = (last - first) / length + 1;
  if (steps > MOST_STEPS) {
    return {
      kind: 'fault',
      message: `The table runs from ${formatDay(first)} to ${formatDay(last)}: more than ${MOST_STEPS} steps.`,
      hint: 'Look for a mistyped year in its first and last row.',
    };
  }
  const byDay = new Map(kept.map((row) => [row.day, row.values]));
  const values = Array.from({ length: steps }, (_, index) => byDay.get(first + index * length) ?? null);
  return { kind: 'placed', first, values, setAside };
}

function dropRepeated(
  rows: readonly CountsRow[],
  setAside: { row: CountsRow; reason: string }[],
): CountsRow[] {
  const byDay = new Map<Day, CountsRow[]>();
  for (const row of rows) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
  return [...byDay.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (!first) return [];
    const agree = others.every((other) =>
      other.values.every((value, index) => value === first.values[index]),
    );
    for (const row of agree ? others : same) {
      const where = same.filter((one) => one !== row).map(({ line }) => line);
      setAside.push({
        row,
        reason: `${formatDay(row.day)} also stands on line ${where.join(', ')}${agree ? '' : ' with other numbers'}`,
      });
    }
    return agree ? [first] : [];
  });
}

function wrongStep(
  rows: readonly CountsRow[],
  step: 'day' | 'week',
): { message: string; hint: string } | null {
  if (rows.length < 3) return null;
  const gaps = rows.slice(1).map((row, index) => row.day - (rows[index]?.day ?? row.day));
  if (step === 'day' && gaps.every((gap) => gap % 7 === 0)) {
    return {
      message: 'The rows are weeks apart, but the table is declared per day.',
      hint: 'Write `as counts per week`.',
    };
  }
  if (step === 'week' && gaps.filter((gap) => gap % 7 !== 0).length > gaps.length / 2) {
    return {
      message: 'Most rows are not weeks apart, but the table is declared per week.',
      hint: 'Write `as counts per day`.',
    };
  }
  return null;
}

function commonestWeekday(rows: readonly CountsRow[]): number {
  const tally = new Array<number>(7).fill(0);
  for (const { day } of rows) tally[modulo(day, 7)] = (tally[modulo(day, 7)] ?? 0) + 1;
  return tally.indexOf(Math.max(...tally));
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
