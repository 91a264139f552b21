import type { DayInterval } from '../calendar/index.ts';
import type { ClaimPlan } from '../model/index.ts';

/** The days a claim's events may come from, with what it is compared with. */
export function eventDays({ test, days }: ClaimPlan): readonly DayInterval[] {
  switch (test.kind) {
    case 'change':
    case 'truce':
      return [...test.windows, ...test.base];
    case 'total':
      return [test.interval];
    case 'event':
      return test.date ? [test.date] : days;
    default:
      return days;
  }
}
