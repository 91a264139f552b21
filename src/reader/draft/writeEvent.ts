import { formatDay } from '../../calendar/index.ts';
import { actsOf, fromDate, pattern, placeOf, settled } from './formParts.ts';
import { sidesOf } from './sidesOf.ts';
import { writeDate } from './tacitText.ts';
import type { FormContext } from './formParts.ts';

const HAPPENS = /^(RETREAT|PROTEST|MOBILIZE)$/;

/** `X attacks Y in P on D killing at least N`, or a number of acts in a stretch of days. */
export function writeEvent(kind: 'event' | 'count', context: FormContext): readonly string[] {
  return kind === 'count' ? [writeCount(context)] : [writeOne(context)];
}

function writeOne(context: FormContext): string {
  const { slots } = context;
  const { doer, act, target } = sidesOf(context, {
    force: !slots.events.some(({ eventClass }) => HAPPENS.test(eventClass)),
    nobody: 'anyone',
  });
  const event = actsOf(context)[0]?.event ?? null;
  const killed = slots.events.find((one) => one.killed !== null)?.killed ?? null;
  const toll =
    killed === null || /^(withdraws|agrees|states)$/.test(act) ? '' : ` killing at least ${String(killed)}`;
  const first = /\bfor the first time\b/i.test(slots.text) ? 'first ' : '';
  const time = event?.time ?? slots.times.find(({ relation }) => relation === 'on') ?? null;
  const days = settled(time);
  const day = days ? writeDate(days) : null;
  if (day === null)
    context.missing.push(
      time?.days
        ? `on which day: between ${formatDay(time.days.first)} and ${formatDay(time.days.last)}`
        : 'on which day',
    );
  return `${first}${pattern(doer, act, target, placeOf(context))} on ${day ?? '?'}${toll}`;
}

function writeCount(context: FormContext): string {
  const { slots, missing } = context;
  const { doer, act, target } = sidesOf(context, { nobody: 'anyone' });
  const { count } = slots;
  const amount = count === null ? 'at least ?' : `${count.bound} ${String(count.value)}`;
  if (count === null) missing.push('how many');
  const begin = slots.times.find((time) => settled(time) !== null && time.relation !== 'window');
  const span =
    begin?.days && begin.days.last > begin.days.first && begin.relation === 'on' ? begin.days : null;
  const from = span ? formatDay(span.first) : fromDate(context);
  if (!span) missing.push('to when');
  return `${amount} ${pattern(doer, act, target, placeOf(context), true)} from ${from} to ${span ? formatDay(span.last) : (context.published ?? '?')}`;
}
