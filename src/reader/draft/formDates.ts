import { formatDay } from '../../calendar/index.ts';
import type { TimeMention } from '../article.ts';
import type { Slots } from './claimSlots.ts';
import type { FormInput } from './formParts.ts';
import { writeDate } from './tacitText.ts';

/** The first date of a passage for `from`, or `?` with what is missing. */
export function fromDate(input: FormInput, what = 'from when'): string {
  const time = dated(input.slots);
  const days = settled(time);
  if (days) return writeDate(days) ?? writeDate({ first: days.first, last: days.first }) ?? '?';
  input.missing.push(
    time && time.alternatives.length > 0 ? `${what}: the words can mean ${describe(time)}` : what,
  );
  return '?';
}

/** The days of a mention that can mean nothing else; words that can mean several stay open. */
export function settled(time: TimeMention | null): TimeMention['days'] {
  return time && time.alternatives.length === 0 ? time.days : null;
}

/** The day or stretch an act is told of, or `?`; never the "since" of "for the first time since". */
export function onDate(input: FormInput): string {
  const time = input.slots.times.find((one) => one.relation === 'on' && settled(one) !== null);
  const day = time?.days ? writeDate(time.days) : null;
  if (day === null) input.missing.push('on which day');
  return day ?? '?';
}

/** ` to D` where the passage gives an end ("until", "between 2013 and 2019"), else nothing. */
export function toDate({ slots }: FormInput): string {
  const stretch = settled(dated(slots));
  const words = dated(slots);
  if (stretch && words && isStretch(slots, words))
    return ` to ${writeDate({ first: stretch.last, last: stretch.last }) ?? '?'}`;
  const end = slots.times.find(
    ({ relation, days }) => (relation === 'until' || relation === 'before') && days !== null,
  );
  const begin = dated(slots);
  if (end?.days && end !== begin && (begin?.days?.first ?? -Infinity) < end.days.last) {
    return ` to ${writeDate(end.days) ?? writeDate({ first: end.days.last, last: end.days.last }) ?? '?'}`;
  }
  return '';
}

/** "from January to June", "between 2013 and 2019": the words name both ends. */
function isStretch({ text, offset }: Slots, { start, end, relation }: TimeMention): boolean {
  const words = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
  return relation === 'on' && /^(?:between|from)\b.*\b(?:and|to|until|through)\b/i.test(words);
}

/** The day on which something ended, or `?`. */
export function untilDate(input: FormInput): string {
  const days = settled(dated(input.slots));
  if (days) return writeDate(days) ?? writeDate({ first: days.last, last: days.last }) ?? '?';
  input.missing.push('until when');
  return '?';
}

export function dated({ times }: Slots): TimeMention | null {
  return (
    times.find(({ relation }) => relation === 'since' || relation === 'after') ??
    times.find(
      ({ relation, alternatives, days }) => relation === 'on' && (days !== null || alternatives.length > 0),
    ) ??
    null
  );
}

function describe({ days, alternatives }: TimeMention): string {
  const readings = [...(days ? [days] : []), ...alternatives];
  return [
    ...new Set(readings.map((one) => writeDate(one) ?? `${formatDay(one.first)} to ${formatDay(one.last)}`)),
  ].join(' or ');
}
