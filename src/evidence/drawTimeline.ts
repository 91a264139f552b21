import { formatDay, type DayInterval } from '../calendar/index.ts';
import type { CountPanel, Plan } from '../model/index.ts';
import { countsOf } from './pairSeries.ts';
import type { Band, ClaimFigures, TimelineStream } from './verdict.ts';

export interface TimelineInput {
  readonly streams: readonly {
    readonly id: string;
    readonly label: string;
    readonly role: TimelineStream['role'];
  }[];
  readonly bands: readonly {
    readonly label: string;
    readonly days: DayInterval;
    readonly kind: Band['kind'];
  }[];
  readonly marks: readonly { readonly day: number; readonly label: string }[];
  /** The days to show. */
  readonly shown: DayInterval;
}

/** The data of a two-sided timeline: events by step, bands for claimed and compared windows, unrecorded spells. */
export function drawTimeline(
  plan: Plan,
  panel: CountPanel,
  input: TimelineInput,
): NonNullable<ClaimFigures['timeline']> {
  const { shown } = input;
  const inside = (day: number) => day >= shown.first && day <= shown.last;
  const streams = input.streams.map(({ id, label, role }) => {
    const counts = countsOf(panel, id);
    const days: { day: string; count: number }[] = [];
    counts.forEach((count, step) => {
      const day = panel.first + step * panel.stepDays;
      if (count > 0 && inside(day)) days.push({ day: formatDay(day), count });
    });
    return { label, role, days };
  });
  const bands = [...input.bands, ...unrecordedBands(plan, shown)]
    .map(({ label, days, kind }) => ({
      label,
      first: formatDay(Math.max(days.first, shown.first)),
      last: formatDay(Math.min(days.last, shown.last)),
      kind,
    }))
    .filter(({ first, last }) => first <= last);
  const marks = input.marks
    .filter(({ day }) => inside(day))
    .map(({ day, label }) => ({ day: formatDay(day), label }));
  return { first: formatDay(shown.first), last: formatDay(shown.last), streams, bands, marks };
}

/** Days inside `shown` that no record covers. */
function unrecordedBands(
  plan: Plan,
  shown: DayInterval,
): { label: string; days: DayInterval; kind: 'missing' }[] {
  const bands: { label: string; days: DayInterval; kind: 'missing' }[] = [];
  let next = shown.first;
  for (const { first, last } of plan.recorded) {
    if (first > next)
      bands.push({
        label: 'not recorded',
        days: { first: next, last: Math.min(first - 1, shown.last) },
        kind: 'missing',
      });
    next = Math.max(next, last + 1);
  }
  if (next <= shown.last)
    bands.push({ label: 'not recorded', days: { first: next, last: shown.last }, kind: 'missing' });
  return bands.filter(({ days }) => days.first <= days.last);
}
