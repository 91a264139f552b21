import { formatDay } from '../../calendar/index.ts';
import { fromDate, settled } from './formDates.ts';
import { actsOf, pattern } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { denies } from './denies.ts';
import { isOnlySpokenOf } from './findTrend.ts';
import { segmentAround } from './segmentAround.ts';
import { tellsForce } from './tellsForce.ts';
import { sidesOf } from './sidesOf.ts';
import { writeDate } from './tacitText.ts';
import type { FormContext } from './formParts.ts';

const HAPPENS = /^(RETREAT|PROTEST|MOBILIZE|ACCUSE)$/;

const LEAVES = /\b(?:withdr[ae]w\w*|retreat\w*|pull\w*|evacuat\w+|left|leav\w+)\b/i;
/** The act itself is denied: not that somebody claimed it, or that it was confirmed. */
const NOT_DONE =
  /\b(?:(?:did|has|have|had)(?: not|n't| never)|never)\s+(?:\w+ly\s+)?(?:attack|str[iu]ck|strike|shell|bomb|fire|raid|hit|kill|ambush|assault|launch|carr|conduct|clash)\w*/i;
/** Told as done: what will be, might be or is denied did not happen for the passage. */
const DONE = /^(?:actual|alleged|habitual)$/;

/** `X attacks Y in P on D killing at least N`, or a number of acts in a stretch of days; null where neither is told. */
export function writeEvent(kind: 'event' | 'count', context: FormContext): readonly string[] | null {
  const line = kind === 'count' ? writeCount(context) : writeOne(context);
  return line === null ? null : [line];
}

function writeOne(context: FormContext): string | null {
  const { slots } = context;
  const { doer, act, target } = sidesOf(context, {
    force: !slots.events.some(({ eventClass }) => HAPPENS.test(eventClass)),
    nobody: 'anyone',
  });
  const event = actsOf(context)[0]?.event ?? null;
  const main = event ?? slots.events.find(({ eventClass }) => eventClass === 'ASSAULT') ?? null;
  // What somebody is accused of has its own place and day, which are not those of the accusation.
  if (main?.eventClass === 'ACCUSE' && (slots.places.length > 0 || slots.times.length > 0)) return null;
  // "Fears of attacks by X": only spoken of.
  if (main && isOnlySpokenOf(slots.text.slice(0, Math.max(0, main.start - slots.offset)))) return null;
  if (main === null || !(tellsForce(slots.text) || HAPPENS.test(main.eventClass) || event !== null))
    return null;
  // A truce is told in another form; nobody withdraws by it.
  if (main.eventClass === 'RETREAT' && !LEAVES.test(context.words(main))) return null;
  const where = placeOf(context);
  const killed = slots.events.find((one) => one.killed !== null)?.killed ?? null;
  const toll =
    killed === null || /^(withdraws|agrees|states)$/.test(act) ? '' : ` killing at least ${String(killed)}`;
  const first = /\bfor the first time\b/i.test(slots.text) ? 'first ' : '';
  const time =
    event?.time?.relation === 'on'
      ? event.time
      : (slots.times.find(({ relation }) => relation === 'on') ?? null);
  const days = settled(time);
  const day = days ? writeDate(days) : null;
  const named = doer !== 'anyone' || target !== null;
  if (!named && (where === null || day === null) && killed === null) return null;
  const words = segmentAround(slots.text, main.start - slots.offset, main.end - slots.offset);
  if (denies(words) || main.realis === 'negated') {
    // "X did not attack Y on D": a number of none, where the passage tells who and when.
    return doer === 'anyone' || !days || !NOT_DONE.test(words)
      ? null
      : `none ${pattern(doer, act, target, where)} from ${formatDay(days.first)} to ${formatDay(days.last)}`;
  }
  if (!DONE.test(main.realis)) return null;
  if (day === null)
    context.missing.push(
      time?.days
        ? `on which day: between ${formatDay(time.days.first)} and ${formatDay(time.days.last)}`
        : 'on which day',
    );
  return `${first}${pattern(doer, act, target, where)} on ${day ?? '?'}${toll}`;
}

function writeCount(context: FormContext): string | null {
  const { slots, missing } = context;
  const { count } = slots;
  if (count === null || !tellsForce(slots.text)) return null;
  if (denies(segmentAround(slots.text, count.start, count.end))) return null;
  const { doer, act, target } = sidesOf(context, { nobody: 'anyone' });
  const begin = slots.times.find((time) => settled(time) !== null && time.relation !== 'window');
  const span =
    begin?.days && begin.days.last > begin.days.first && begin.relation === 'on' ? begin.days : null;
  const from = span ? formatDay(span.first) : fromDate(context);
  if (!span) missing.push('to when');
  return `${count.bound} ${String(count.value)} ${pattern(doer, act, target, placeOf(context), true)} from ${from} to ${span ? formatDay(span.last) : (context.published ?? '?')}`;
}
