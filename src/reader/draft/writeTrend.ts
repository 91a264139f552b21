import type { EventMention } from '../article.ts';
import { fromDate, toDate } from './formDates.ts';
import { OPEN, pairOf, pattern, type FormContext } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { denies } from './denies.ts';
import { findTrend, sizeOfTrend } from './findTrend.ts';
import { segmentAround } from './segmentAround.ts';
import { sidesOf } from './sidesOf.ts';

const STEADILY = /\b(?:steadily|gradually|increasingly|more and more|year (?:on|after) year)\b/i;

const isRetreat = ({ eventClass }: EventMention) => eventClass === 'RETREAT';

/** `A attacks on B rise from D`: only where the words say that acts of force rise or fall, and of whom, where or when. */
export function writeTrend(context: FormContext): readonly string[] | null {
  const { slots } = context;
  const trend = findTrend(slots.text);
  if (trend === null || denies(segmentAround(slots.text, trend.start, trend.end))) return null;
  const told = sidesOf(context);
  // "Retreated from its operations against X": whose they are stands before the verb.
  const { doer, act, target } =
    told.doer === OPEN && slots.events.some(isRetreat) ? pairOf(context, { force: false }) : told;
  const where = placeOf(context);
  const from = fromDate(context);
  if (doer === '?' && target === null && where === null && from === '?') return null;
  // "Retreated from its operations": what falls is the operations.
  const acts = act === 'withdraws' || act === 'advances' ? 'attacks' : act;
  const steadily = STEADILY.test(slots.text) ? ' steadily' : '';
  return [
    `${pattern(doer, acts, target, where, true)} ${trend.direction}${steadily} from ${from}${toDate(context)}${sizeOfTrend(slots.text, trend.direction)}`,
  ];
}
