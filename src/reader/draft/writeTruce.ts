import { denies, withoutMay } from './denies.ts';
import { fromDate, toDate, untilDate } from './formDates.ts';
import { OPEN, opposite, pairOf, type FormContext } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { segmentAround } from './segmentAround.ts';
import { sidesBetween } from './sidesBetween.ts';

const AGREED =
  /\b(?:truces?|cease-?fires?|armistice|cessation of hostilities|hudna|lull|calm|quiet|peace(?: (?:accord|deal|agreement))?|accords?|d[eé]tente|(?:pause|halt|suspension|end|stop)\b[^,;]{0,30}\b(?:attacks?|operations?|strikes?|hostilities|fire|fighting)|(?:suspend|stop|halt|ceas|paus)\w*\b[^,;]{0,40}\b(?:attacks?|operations?|strikes?|hostilities|fire|raids?|fighting|shelling))\b/i;
/** A truce that is wanted, proposed or possible is none that holds. */
const WISHED =
  /\b(?:want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|seek(?:s|ing)?|sought|propos\w+|demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|offer(?:s|ed|ing)?|plan(?:s|ned|ning)?|talks?|negotiat\w+|discuss\w*|possib\w+|would|could|may|might|will|prospects?|push(?:es|ed|ing)? for|reject(?:s|ed|ing)?|if|unless)\b/i;
const VIOLATED = /\b(?:violat\w+|breach\w*|broke(?!n? down)|break(?:s|ing)?)\b/i;
const ENDED =
  /\b(?:broke down|broken down|fell apart|collaps\w+|ended|expired|lapsed|unravel\w+|fell through|ran out)\b/i;
const ONE_SIDE = /\b(?:suspen\w+|unilateral\w*|stopped|halted|ceased|paused|declared)\b/i;

/** `truce between A and B from D`: only where the words tell of one that was agreed or holds. */
export function writeTruce(context: FormContext): readonly string[] | null {
  const { text } = context.slots;
  const agreed = AGREED.exec(text);
  if (!agreed) return null;
  const around = segmentAround(text, agreed.index, agreed.index + agreed[0].length);
  if (denies(around) || WISHED.test(withoutMay(around)) || VIOLATED.test(around)) return null;
  const { sides, mutual } = truceSides(context);
  const [doer, target] = sides;
  if (doer === OPEN && (target === null || target === OPEN)) return null;
  // "Damascus was calm": of two sides this says nothing.
  if (/^(?:calm|quiet|peace)$/i.test(agreed[0]) && (doer === OPEN || target === null || target === OPEN))
    return null;
  const where = placeOf(context);
  const place = where === null ? '' : ` in ${where}`;
  const span = ENDED.test(around) ? endedSpan(context) : `from ${fromDate(context)}${toDate(context)}`;
  const oneSided = ONE_SIDE.test(text) && !/\b(?:both|mutual|truce|cease-?fire|calm|peace)\b/i.test(text);
  if (!mutual && oneSided)
    return [`truce by ${doer}${target === null ? '' : ` toward ${target}`}${place} ${span}`];
  const other = target ?? opposite(context, { doer, act: '', target });
  return [`truce between ${doer} and ${other}${place} ${span}`];
}

/** "The truce broke down on D": that is its last day. */
function endedSpan(context: FormContext): string {
  context.missing.push('from when');
  return `from ? to ${untilDate(context)}`;
}

interface TruceSides {
  readonly sides: readonly [string, string | null];
  /** The words put two sides next to each other. */
  readonly mutual: boolean;
}

/** "The truce broke down": one that was spoken of before. */
const SAME_TRUCE =
  /^it\b|\b(?:the|this|that) (?:\w+ )?(?:truces?|cease-?fires?|calm|lull|agreement|pause|d[eé]tente)\b/i;

/** Two names side by side or between "between" and "and" are the two sides; "the truce" is the one told before. */
function truceSides(context: FormContext): TruceSides {
  const { slots, actor, earlierTruce } = context;
  const between = sidesBetween(context);
  if (between) return { sides: between, mutual: true };
  const [one, other] = slots.actors;
  if (one && other && slots.joined(one, other)) {
    const names = [actor(one), actor(other)];
    if (names[0] && names[1]) return { sides: [names[0], names[1]], mutual: true };
  }
  if (slots.actors.length === 0 && earlierTruce !== null && SAME_TRUCE.test(slots.text)) {
    context.missing.push('between whom: the sides of the truce told before stand here');
    return { sides: earlierTruce, mutual: true };
  }
  const { doer, target } = pairOf(context, { facing: true });
  return { sides: [doer, target], mutual: false };
}
