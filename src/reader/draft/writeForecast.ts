import { chooseAct } from './chooseAct.ts';
import { denies, withoutMay } from './denies.ts';
import { findTrend } from './findTrend.ts';
import { FORCE, OPEN, pairOf, pattern, type FormContext, type Pair } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { tellsForce } from './tellsForce.ts';

/** What is only forecast under a condition is no forecast: `expects` would claim it outright. */
const CONDITION = /\b(?:if|unless|provided|in case|in the event|otherwise|as long as)\b|^\W*should\b/i;
const POSSIBLE = /\b(?:could|might|may|possib\w+|risk|danger|prospect|any time|threat of)\b/i;
const STOPS = /\b(?:stop|cease|end|halt|pause|suspend)\b/i;

/** `expects A attacks on B before ?`: an act that the words say will come, by a doer they name. */
export function writeForecast(context: FormContext): readonly string[] | null {
  const { slots, missing } = context;
  if (CONDITION.test(slots.text) || denies(slots.text)) return null;
  const pair = expected(context);
  if (pair === null) return null;
  const trend = findTrend(slots.text)?.direction ?? (STOPS.test(slots.text) ? 'fall' : null);
  missing.push('before when');
  return [
    `expects ${POSSIBLE.test(withoutMay(slots.text)) ? 'possible ' : ''}${pattern(pair.doer, pair.act, pair.target, placeOf(context), true)}${trend === null ? '' : ` ${trend}`} before ?`,
  ];
}

function expected(context: FormContext): Pair | null {
  const { slots, actor } = context;
  if (tellsForce(slots.text)) {
    const pair = pairOf(context);
    // Nobody is told as doer: a person may choose among those whom the passage names.
    return pair.doer === OPEN &&
      slots.actors.length === 0 &&
      !findTrend(slots.text) &&
      !STOPS.test(slots.text)
      ? null
      : pair;
  }
  const event = slots.events.find(
    ({ eventClass, doer, realis }) =>
      !FORCE.test(eventClass) && /^(?:future|hypothetical)$/.test(realis) && actor(doer) !== null,
  );
  const doer = actor(event?.doer ?? null);
  if (!event || doer === null) return null;
  return { doer, act: chooseAct(event, context.words(event)), target: actor(event.target) };
}
