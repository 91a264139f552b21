import { civilFromDay, dayFromCivil, readWrittenDate } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';

export interface TimeTick {
  readonly day: Day;
  readonly label: string;
}

const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** A written date as a day number: its first or its last day when it is short. Null when it is no date. */
export function readDay(text: string, end: 'first' | 'last'): Day | null {
  const written = readWrittenDate(text);
  return written === null ? null : written[end];
}

/** Ticks on firsts of months (`2023-10`) or years (`2023`), at most `most` of them; weeks for spans below two months. */
export function timeTicks(first: Day, last: Day, most: number): readonly TimeTick[] {
  if (last - first < 70) return weekTicks(first, last, most);
  const start = civilFromDay(first);
  const months = Math.ceil((last - first) / 30.4);
  const step = STEPS_IN_MONTHS.find((size) => months / size <= most) ?? 240;
  const ticks: TimeTick[] = [];
  let index = start.year * 12 + start.month - 1;
  index += (step - (index % step)) % step;
  for (; ; index += step) {
    const year = Math.floor(index / 12);
    const month = (index % 12) + 1;
    const day = dayFromCivil(year, month, 1);
    if (day > last) break;
    const label = step >= 12 ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
    if (day >= first) ticks.push({ day, label });
  }
  return ticks;
}

function weekTicks(first: Day, last: Day, most: number): readonly TimeTick[] {
  // Whole dates are longer than months.
  const step = Math.max(1, Math.ceil((last - first) / (0.75 * most) / 7) * 7);
  const ticks: TimeTick[] = [];
  for (let day = first; day <= last; day += step) {
    const { year, month, dayOfMonth } = civilFromDay(day);
    ticks.push({
      day,
      label: `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
    });
  }
  return ticks;
}
