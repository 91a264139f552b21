import type { Day } from '../calendar/index.ts';
import type { EnsembleWindow } from './ensemble.ts';
import { daysOfMonthId, monthIdOf } from './monthId.ts';

/** A whole month of a daily forecast. */
export interface MonthWindow {
  /** Its VIEWS number. */
  readonly month: number;
  readonly window: EnsembleWindow;
}

/** The months of which every day lies within `days` days from `first` on. */
export function monthsWithin(first: Day, days: number): MonthWindow[] {
  const months: MonthWindow[] = [];
  for (let month = monthIdOf(first); ; month++) {
    const whole = daysOfMonthId(month);
    if (whole.last >= first + days) return months;
    if (whole.first >= first)
      months.push({
        month,
        window: { name: `month ${month}`, first: whole.first - first + 1, last: whole.last - first + 1 },
      });
  }
}
