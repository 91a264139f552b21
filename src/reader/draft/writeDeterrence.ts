import { nearBy, OPEN, opposite, pairOf, pattern, within, type FormContext } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { denies } from './denies.ts';
import { segmentAround } from './segmentAround.ts';
import { tellsForce } from './tellsForce.ts';

const BOTH_SIDES = /\b(?:both|two|each) (?:sides?|parties|countries|armies)\b|\bmutual\w*\b/i;
/** "to avoid further attacks on its bases": the act named is what holds back, and whom it hits is held. */
const FEARED = /\b(?:avoid\w*|fear\w*|avert\w*|being (?:targeted|attacked|hit|struck))\b/i;
/** "X's strikes deter Y": who holds back stands before the verb, who is held behind it. */
const HOLDS_BACK =
  /\b(?<be>(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?)?(?:deter(?:s|red|ring)?|dissuad(?:e|es|ed|ing)|discourag(?:e|es|ed|ing)|intimidat(?:e|es|ed|ing)|restrain(?:s|ed|ing)?|constrain(?:s|ed|ing)?|limit(?:s|ed|ing)|curb(?:s|ed|ing)?|inhibit(?:s|ed|ing)?)\b/i;
/** Who holds back by itself, or whose acts became fewer; fears of somebody else's acts are none of these. */
const HELD =
  /\b(?:reluctan\w+|hesita\w+|refrain\w*|self-restraint|restrain\w*|h[eo]ld(?:s|ing)? back|steer\w* clear|avoid\w*|(?:cannot|can not|can't|could not|couldn't) (?:afford|risk)|(?:do|does|did)(?: not|n't) (?:want|desire|seek|wish)|wary|warily|cautious\w*|careful|sh(?:y|ies|ied)\w* away|back(?:s|ed|ing)? (?:down|off)|think(?:s|ing)? (?:twice|again)|unwilling\w*|dares?|daring|afraid|fear(?:s|ed|ing)? (?!of\b|over\b|that\b|about\b)|for fear|(?:led to|brought|resulted in|forced|produced|caused|achieved|saw)\b.*\b(?:reduction|drop|decline|decrease|fewer|cut|halt|pause|fall))/i;
const MATTER =
  /\b(?:confrontation|encounter|escalation|escalat\w+|fronts?|conflict|military|flexibility|freedom|dominance|operate)\b/i;
const STRIKES = /\b(?:air ?strikes?|strikes?|raids?|bomb\w*)\b/i;

/** `when P then fewer Q for ? days`: acts of one side hold back those of the other. */
export function writeDeterrence(context: FormContext): readonly string[] | null {
  const { text } = context.slots;
  if (!tellsForce(text) && !MATTER.test(text)) return null;
  const verb = HOLDS_BACK.exec(text);
  if (verb && denies(segmentAround(text, verb.index, verb.index + verb[0].length).slice(0, -1))) return null;
  return heldByVerb(context) ?? (HELD.test(text) ? heldByFear(context) : null);
}

function heldByVerb(context: FormContext): readonly string[] | null {
  const { slots, actor, missing } = context;
  const verb = HOLDS_BACK.exec(slots.text);
  if (!verb) return null;
  const [from, to] = [verb.index, verb.index + verb[0].length];
  const named = slots.mentions.filter((one) => actor(one) !== null);
  const before = named.filter(({ end }) => end <= slots.offset + from);
  const behind = named.filter(({ start }) => start >= slots.offset + to);
  const passive = verb.groups?.['be'] !== undefined;
  const [holding, held] = passive
    ? [behind[0] ?? null, before[0] ?? null]
    : [before[0] ?? null, behind[0] ?? null];
  const [one, other] = [actor(holding), actor(held)];
  if ((one === null && other === null) || one === other) return null;
  if (one === null)
    missing.push(`who holds the other back: the passage does not say${nearBy(context, [other])}`);
  if (other === null) missing.push(`who is held back: the passage does not say${nearBy(context, [one])}`);
  missing.push('for how many days');
  const words = [slots.text.slice(0, from), slots.text.slice(to)];
  const [cause, effect] = passive ? [words[1], words[0]] : words;
  const where = placeOf(context);
  return [
    `when ${pattern(one ?? OPEN, STRIKES.test(cause ?? '') ? 'strikes' : 'attacks', other ?? OPEN, where)} then fewer ${pattern(other ?? OPEN, STRIKES.test(effect ?? '') ? 'strikes' : 'attacks', one ?? OPEN, null, true)} for ? days`,
  ];
}

/** The one that holds back by itself is the subject; what holds it back are acts of the other. */
function heldByFear(context: FormContext): readonly string[] | null {
  const { slots, missing } = context;
  const pair = pairOf(context, { facing: true });
  const { doer, act, target } = pair;
  const where = placeOf(context);
  const other = opposite(context, pair);
  if (doer === OPEN && other === OPEN && slots.actors.length === 0) return null;
  if (BOTH_SIDES.test(slots.text)) {
    return [
      `when ${pattern(doer, 'strikes', other, where)} then no extra ${pattern(other, 'attacks', doer, null, true)} ${within(context)}`,
    ];
  }
  missing.push('for how many days');
  if (
    FEARED.test(slots.text) &&
    target !== null &&
    slots.events.some(({ eventClass }) => eventClass === 'ASSAULT')
  ) {
    return [
      `when ${pattern(doer, 'attacks', target, where)} then fewer ${pattern(target, 'strikes', doer, null, true)} for ? days`,
    ];
  }
  // "led to fewer US strikes": the act named is the one that becomes rarer.
  const held = act === 'advances' || act === 'withdraws' ? 'attacks' : act;
  return [
    `when ${pattern(other, 'attacks', doer, null)} then fewer ${pattern(doer, held, target, where, true)} for ? days`,
  ];
}
