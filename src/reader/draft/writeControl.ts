import { actsOf, fromDate, onDate, OPEN, pairOf, pattern, placeOf, toDate } from './formParts.ts';
import { quoted } from './tacitText.ts';
import type { FormContext } from './formParts.ts';

const TAKEN =
  /\b(?:seiz\w+|captur\w+|recaptur\w+|retook|retak\w+|liberat\w+|overr[au]n|took (?:over|control)|gain(?:s|ed|ing) ground|advanc\w+|reach\w*|eliminat\w+|fell to|drove out|offensives?)\b/i;
const CLOSED = /\b(?:clos(?:e|es|ed|ing|ure)|cut|cuts|cutting|sever\w*|block\w*|disconnect\w*|shut)\b/i;
const LEFT = /\b(?:withdr[ae]w\w*|retreat\w*|pull(?:s|ed|ing)? (?:out|back)|evacuat\w+)\b/i;

/** Who holds a place, takes it, or whether a road is open. */
export function writeControl(context: FormContext): readonly string[] {
  const { slots, routes, neutral, missing } = context;
  const [route] = routes;
  if (route !== undefined) {
    return [
      `${route} ${CLOSED.test(slots.text) ? 'closed' : 'open'} from ${fromDate(context)}${toDate(context)}`,
    ];
  }
  const { doer, target } = pairOf(context);
  const where = placeOf(context);
  if (TAKEN.test(slots.text)) {
    const [act] = actsOf(context);
    const against = act?.doer === doer ? (act.target ?? null) : target;
    if (where === null)
      return [`${pattern(doer, 'advances', null, null)} rise from ${fromDate(context)}${toDate(context)}`];
    return [`${pattern(doer, 'advances', against, where)} on ${onDate(context)}`];
  }
  if (LEFT.test(slots.text) && slots.events.some(({ eventClass }) => eventClass === 'RETREAT')) {
    const left = pairOf(context, { force: false }).doer;
    return [`${pattern(left, 'withdraws', null, where)} on ${onDate(context)}`];
  }
  if (where === null && doer === OPEN) return [`untestable capability ${quoted(neutral)}`];
  if (where === null) missing.push('which place');
  return [`${doer} holds ${where ?? OPEN} from ${fromDate(context)}${toDate(context)}`];
}
