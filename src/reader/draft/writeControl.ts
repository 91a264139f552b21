import { fromDate, onDate, toDate } from './formDates.ts';
import { actsOf, OPEN, pairOf, pattern } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { denies, withoutMay } from './denies.ts';
import { segmentAround } from './segmentAround.ts';
import type { FormContext } from './formParts.ts';

const TAKEN =
  /\b(?:seiz\w+|captur\w+|recaptur\w+|retook|retak\w+|liberat\w+|overr[au]n|took (?:over|control)|gain(?:s|ed|ing) ground|advanc\w+|reach\w*|eliminat\w+|fell to|drove out|offensives?)\b/i;
const CLOSED = /\b(?:clos(?:e|es|ed|ing|ure)|cut|cuts|cutting|sever\w*|block\w*|disconnect\w*|shut)\b/i;
const OPENED =
  /\b(?:open(?:s|ed|ing)?|reopen\w*|safeguard\w*|secur(?:e|es|ed|ing)|passable|connect\w*|reconnect\w*|passage|establish\w*)\b/i;
const LEFT = /\b(?:withdr[ae]w\w*|retreat\w*|pull(?:s|ed|ing)? (?:out|back)|evacuat\w+)\b/i;

const GAINED = /\b(?:gain\w* ground|advance(?:s|d|ments?)?|advancing|offensives)\b/i;
const HOLDS =
  /\b(?:hold(?:s|ing)?|held|control(?:s|led|ling)?|occup(?:y|ies|ied|ying|ation)|in the hands of|maintain(?:s|ed|ing)?|foothold|stronghold|entrench\w*|safeguard\w*|secur(?:e|es|ed|ing)|stationed|buffer zone)\b/i;
const WISHED =
  /\b(?:wants?|hopes?|seeks?|aims?|plans?|intends?|push(?:es|ing)?|must|should|would|could|may|might|will|if|unless|tr(?:y|ies|ied|ying) to|attempt\w*|efforts?|goals?)\b/i;

/** Who holds a place, takes it, or whether a road is open; null where the words tell none of these. */
export function writeControl(context: FormContext): readonly string[] | null {
  const { slots, routes } = context;
  const { text } = slots;
  const [route] = routes;
  if (route !== undefined) {
    const closed = CLOSED.exec(text);
    const told = closed ?? OPENED.exec(text);
    if (!told) return null;
    const around = segmentAround(text, told.index, told.index + told[0].length);
    if (denies(around) || WISHED.test(withoutMay(around))) return null;
    return [`${route} ${closed ? 'closed' : 'open'} from ${fromDate(context)}${toDate(context)}`];
  }
  if (CLOSED.test(text) && !TAKEN.test(text)) return writeClosing(context);
  const told = [TAKEN, LEFT, HOLDS].map((words) => words.exec(text)).find((found) => found !== null);
  if (!told) return null;
  const around = segmentAround(text, told.index, told.index + told[0].length);
  if (denies(around) || WISHED.test(withoutMay(around))) return null;
  const { doer, target } = pairOf(context);
  const where = placeOf(context);
  if (TAKEN.test(text)) {
    const [act] = actsOf(context);
    const against = act?.doer === doer ? (act.target ?? null) : target;
    if (doer === OPEN && where === null) return null;
    // "Gained ground": more than once, and nowhere in particular.
    if (where === null && GAINED.test(text))
      return [`${pattern(doer, 'advances', null, null)} rise from ${fromDate(context)}${toDate(context)}`];
    return [`${pattern(doer, 'advances', against, where)} on ${onDate(context)}`];
  }
  if (LEFT.test(text)) {
    if (!slots.events.some(({ eventClass }) => eventClass === 'RETREAT')) return null;
    const left = pairOf(context, { force: false }).doer;
    if (left === OPEN && where === null) return null;
    return [`${pattern(left, 'withdraws', null, where)} on ${onDate(context)}`];
  }
  if (doer === OPEN || where === null) return null;
  return [`${doer} holds ${where} from ${fromDate(context)}${toDate(context)}`];
}

/** "A closed the crossing": an act on a day, where the place is no road that the draft knows. */
function writeClosing(context: FormContext): readonly string[] | null {
  const { slots } = context;
  const closed = CLOSED.exec(slots.text);
  if (!closed) return null;
  const around = segmentAround(slots.text, closed.index, closed.index + closed[0].length);
  if (denies(around) || WISHED.test(withoutMay(around))) return null;
  const [first] = slots.mentions.filter((one) => context.actor(one) !== null);
  const where = placeOf(context);
  if (!first || first.start > slots.offset + closed.index || where === null) return null;
  return [`${context.actor(first) ?? OPEN} blocks in ${where} on ${onDate(context)}`];
}
