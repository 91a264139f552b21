import type { NameMention } from '../article.ts';
import { actsOf, nearBy, OPEN, opposite, pairOf, pattern, within, type Act } from './formParts.ts';
import { writeDate } from './tacitText.ts';
import type { FormContext } from './formParts.ts';

const ANSWERED =
  /\b(?:answered|met|countered|reciprocated|followed|repaid|matched|avenged|punished|provok\w+|trigger\w+|prompt\w+|invit\w+|draws?|drew|spark\w+|elicit\w+|link\w+)\b/i;
const AFTER = /\b(?:after|following|whenever|when|every time|each time|once|any)\b/i;
const CALMING = /\b(?:calm down|statements?|stating|reassur\w+|de-?escalat\w+)\b/i;
const NOT_ANSWERED =
  /\b(?:unanswered|no response|did not (?:respond|retaliate|answer)|without (?:response|retaliation)|refrain\w* from (?:responding|retaliat\w+))\b/i;

/** `when … then … within … days`: what comes first and what answers it, from the order of the words. */
export function writeRule(context: FormContext): readonly string[] {
  const { slots, place } = context;
  const { first, answer } = sides(context);
  const turn = turningPoint(context);
  const before = slots.places.filter(({ start }) => turn !== null && start < turn).map(place);
  const after = slots.places.filter(({ start }) => turn === null || start >= turn).map(place);
  const triggers = before.length > 0 ? before : [null];
  const trigger = triggers.map((where) => pattern(first.doer, first.act, first.target, where)).join(' or ');
  const response = pattern(answer.doer, answer.act, answer.target, after[0] ?? null);
  const since = slots.times.find(
    ({ relation, days }) => (relation === 'since' || relation === 'after') && days !== null,
  );
  const limit = since?.days ? writeDate(since.days) : null;
  const restrictions = limit === null ? [] : [`since ${limit}`];
  if (NOT_ANSWERED.test(slots.text))
    return [`when ${trigger} then no extra ${response} ${within(context)}`, ...restrictions];
  return [`when ${trigger} then ${response} ${within(context)}`, ...restrictions];
}

type Side = Pick<Act, 'doer' | 'act' | 'target'>;

function sides(context: FormContext): { readonly first: Side; readonly answer: Side } {
  const { slots } = context;
  const answered = passiveSides(context);
  if (answered) return answered;
  const conditional = conditionalSides(context);
  if (conditional) return conditional;
  const acts = actsOf(context).filter(({ doer, target }) => doer !== 'anyone' || target !== null);
  const ordered = [...acts].sort((a, b) => (a.event?.start ?? 0) - (b.event?.start ?? 0));
  const [one, two] = ordered;
  if (one && two && one.doer !== two.doer && two.doer !== 'anyone' && one.doer !== 'anyone') {
    const turned =
      AFTER.test(slots.text.slice(Math.max(0, slots.text.length / 2))) &&
      !ANSWERED.test(slots.text) &&
      !AFTER.test(slots.text.slice(0, 40));
    const [first, answer] = turned ? [two, one] : [one, two];
    return { first: aimed(first, answer.doer), answer: aimed(answer, first.doer) };
  }
  const pair = pairOf(context, { facing: true });
  const { doer, act } = pair;
  const target = opposite(context, pair);
  const other = target;
  if (CALMING.test(slots.text)) {
    return { first: { doer, act: 'strikes', target }, answer: { doer, act: 'states', target: null } };
  }
  // "responded with strikes on X": what X did first is the trigger.
  const answering = /^(states|negotiates|agrees|withdraws|helps)$/.test(act) ? 'attacks' : act;
  return { first: { doer: other, act: 'attacks', target: doer }, answer: { doer, act: answering, target } };
}

const CONDITION = /^(?:[^,]{0,30},\s)?(?:whenever|when|each time|every time|if|once)\b[^,]*,/i;

/** "Whenever A attacks, B bombs": who acts before the comma begins, who acts behind it answers. */
function conditionalSides({
  slots,
  actor,
}: FormContext): { readonly first: Side; readonly answer: Side } | null {
  const clause = CONDITION.exec(slots.text);
  if (!clause) return null;
  const comma = slots.offset + clause[0].length;
  const side = (inside: (at: number) => boolean, text: string): Side | null => {
    const named = slots.mentions.filter(({ start }) => inside(start));
    const [doing] = named;
    const doer = actor(doing ?? null);
    if (doer === null) return null;
    const event = slots.events.find(
      (one) => one.doer !== null && inside(one.doer.start) && actor(one.doer) === doer,
    );
    const target = actor(event?.target ?? null);
    return { doer, act: actIn(text), target: target === doer ? null : target };
  };
  const first = side((at) => at < comma, clause[0]);
  const answer = side((at) => at >= comma, slots.text.slice(clause[0].length));
  if (!first || !answer || first.doer === answer.doer) return null;
  return { first, answer };
}

const NAMED_ACTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:exercises?|drills?|manoeuvres?|maneuvers?)\b/i, 'exercises'],
  [/\btest(?:s|ed)?\b|\blaunch\w* (?:\w+ )?missiles?\b/i, 'tests'],
  [/\b(?:air ?strikes?|air raids?|bomb(?:s|ed)?|strikes?|raids?)\b/i, 'strikes'],
  [/\bshell(?:s|ed|ing)?\b/i, 'shells'],
  [/\bwithdr[ae]ws?\b/i, 'withdraws'],
];

function actIn(text: string): string {
  return NAMED_ACTS.find(([form]) => form.test(text))?.[1] ?? 'attacks';
}

const PASSIVE =
  /\b(?:is|are|was|were|been|be|being)\s+(?:\w+\s+){0,2}(?:answered|met|countered|followed|repaid|matched|avenged|reciprocated|returned)\b(?<by>(?:\s+\w+){0,2}?\s+by\b)?/i;

/** "X's raids on Y are answered by Z with attacks on W", "… are met with attacks on W". */
function passiveSides(context: FormContext): { readonly first: Side; readonly answer: Side } | null {
  const { slots, actor, missing } = context;
  const joint = PASSIVE.exec(slots.text);
  if (!joint) return null;
  const at = slots.offset + joint.index;
  const named = (ones: readonly NameMention[]) => ones.filter((one) => actor(one) !== null);
  const before = named(slots.mentions.filter(({ start }) => start < at));
  const after = named(slots.mentions.filter(({ start }) => start > at));
  const [begins] = before;
  if (!begins) return null;
  const hit = before.find((one) => actor(one) !== actor(begins) && !slots.joined(begins, one)) ?? null;
  const starter = actor(begins) ?? OPEN;
  // "answered by Z", "met with Armenian fire", against "met with attacks on W".
  const between = after[0] ? slots.text.slice(joint.index, after[0].start - slots.offset) : '';
  const by = joint.groups?.['by'] !== undefined || !/\b(?:on|against|at|towards?|near|in)\b/i.test(between);
  const struck = by ? after[1] : after[0];
  const answers = (by ? after[0] : null) ?? hit;
  if (!answers) missing.push(`who answers: the passage does not say${nearBy(context, [starter])}`);
  const answerer = actor(answers) ?? OPEN;
  const victim = actor(hit) ?? (answerer === starter ? null : answerer);
  const aim = actor(struck ?? null) ?? starter;
  const words = slots.text.slice(0, joint.index);
  const strikes = /\b(?:raids?|strikes?|air ?strikes?|bomb\w*)\b/i.test(words);
  return {
    first: { doer: starter, act: strikes ? 'strikes' : 'attacks', target: victim },
    answer: { doer: answerer, act: 'attacks', target: aim === answerer ? null : aim },
  };
}

function aimed({ doer, act, target }: Side, other: string): Side {
  if (target !== null && target !== doer) return { doer, act, target };
  return { doer, act, target: other === doer ? null : other };
}

/** Where in the article the answer begins: places before it belong to the trigger. */
function turningPoint({ slots }: FormContext): number | null {
  const joint =
    /\b(?:is|are|was|were|been|now|being)\s+(?:\w+\s+){0,2}(?:answered|met|countered|followed|repaid|matched|avenged)\b|\blink\w*\b.*?\bwith\b/i.exec(
      slots.text,
    );
  return joint === null ? null : slots.offset + joint.index + joint[0].length;
}
