import { civilFromDay, type DayInterval } from '../../calendar/index.ts';
import { OPEN, type TimeContext, type TimeReading } from './timeRule.ts';

/**
 * A day, month or season without its year. In a published text it is the latest one that does not begin after the day
 * of publication; in a sentence about what is to come the first one that does not end before it. The year a neighbour
 * gives goes before both. The stretch of the other reading is kept where the words leave it open.
 */
export function latestNotAfter(
  context: TimeContext,
  inYear: (year: number) => DayInterval | null,
): TimeReading {
  if (context.year !== null) return { days: inYear(context.year) };
  if (context.published === null) return OPEN;
  const { published } = context;
  const { year } = civilFromDay(published);
  const years = Array.from({ length: 13 }, (_, back) => inYear(year + 4 - back));
  const past = years.find((days) => days !== null && days.first <= published) ?? null;
  const coming = years.reduce<DayInterval | null>(
    (found, days) => (days !== null && days.last >= published ? days : found),
    null,
  );
  const earlier = context.nearYear === null ? null : inYear(context.nearYear);
  const days = context.future ? coming : past;
  const others = [context.future ? past : null, earlier].filter(
    (other): other is DayInterval =>
      other !== null && other.first !== days?.first && other.first <= published,
  );
  return { days, alternatives: others.slice(0, 1) };
}
