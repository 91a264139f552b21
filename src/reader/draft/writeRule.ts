import type { NameMention } from '../article.ts';
import { actsOf, nearBy, OPEN, opposite, pairOf, pattern, within, type Act } from './formParts.ts';
import { denies } from './denies.ts';
import { tellsForce } from './tellsForce.ts';
import { writeDate } from './tacitText.ts';
import type { FormContext } from './formParts.ts';

const ANSWERED =
  /\b(?:answered|met|countered|reciprocated|followed|repaid|matched|avenged|punished|provok\w+|trigger\w+|prompt\w+|invit\w+|draws?|drew|spark\w+|elicit\w+|link\w+)\b/i;
const AFTER = /\b(?:after|following|whenever|when|every time|each time|once|any)\b/i;
const CALMING = /\b(?:calm down|statements?|stating|reassur\w+|de-?escalat\w+)\b/i;
const NOT_ANSWERED =
  /\b(?:unanswered|no response|(?:did|does|do|has|have) not (?:respond(?:ed)?|retaliated?|answer(?:ed)?)|never (?:responds?|retaliates?|answers?)|without (?:response|retaliation)|refrain\w* from (?:responding|retaliat\w+))\b/i;

/** What answers is still to come, and is refused: "we shall not answer". */
const REFUSED =
  /\b(?:will|shall|would|can|could|may|might)(?: not|n't| never)\s+(?:respond|retaliate|answer|react|reply|strike back|hit back)\b/i;
/** Words that say an act answers another, so that one came first though it is not told. */
const IN_ANSWER =
  /\b(?:retaliat\w*|reprisals?|respon\w+|answer\w*|repl(?:y|ies|ied)|react\w*|reveng\w*|aveng\w+|in kind|return(?:s|ed)? fire|(?:hit|hits|strike|strikes|struck|fire|fires|fired|shoot|shot) back|tit[- ]for[- ]tat|unanswered)\b/i;

/**
 * `when … then … within … days`: what comes first and what answers it, from the order of the words. Null where they
 * speak of no act of force, deny the answer, or name neither side.
 */
export function writeRule(context: FormContext): readonly string[] | null {
  const { slots, place, missing } = context;
  const unanswered = NOT_ANSWERED.test(slots.text);
  if (!tellsForce(slots.text) || REFUSED.test(slots.text)) return null;
  if (!unanswered && denies(slots.text)) return null;
  const told = sides(context);
  if (told === null) return null;
  const { first, answer } = told;
  if (first.doer === OPEN && answer.doer === OPEN) return null;
  const turn = turningPoint(context);
  const before = slots.places.filter(({ start }) => turn !== null && start < turn).map(place);
  const after = slots.places.filter(({ start }) => turn !== null && start >= turn).map(place);
  // Without a word that parts act and answer nothing tells where which of them was.
  const only = turn === null && slots.places.length > 0;
  if (only) missing.push(`where: the passage names ${slots.places.map(context.called).join(' and ')}`);
  const triggers = before.length > 0 ? before : [null];
  const trigger = triggers.map((where) => pattern(first.doer, first.act, first.target, where)).join(' or ');
  const response = pattern(answer.doer, answer.act, answer.target, after[0] ?? (only ? OPEN : null));
  const since = slots.times.find(
    ({ relation, days }) => (relation === 'since' || relation === 'after') && days !== null,
  );
  const limit = since?.days ? writeDate(since.days) : null;
  const restrictions = limit === null ? [] : [`since ${limit}`];
  if (unanswered) return [`when ${trigger} then no extra ${response} ${within(context)}`, ...restrictions];
  return [`when ${trigger} then ${response} ${within(context)}`, ...restrictions];
}

/** Acts that can begin or answer: what somebody agreed to or said is none. */
const TOLD = /^(?:ASSAULT|COERCE|RETREAT|MOBILIZE|THREATEN)$/;

type Side = Pick<Act, 'doer' | 'act' | 'target'>;

interface Sides {
  readonly first: Side;
  readonly answer: Side;
}

function sides(context: FormContext): Sides | null {
  const { slots } = context;
  const answered = passiveSides(context);
  if (answered) return answered;
  const active = activeSides(context);
  if (active) return active;
  const conditional = conditionalSides(context);
  if (conditional) return conditional;
  const acts = actsOf(context).filter(
    ({ doer, target, event }) => (doer !== 'anyone' || target !== null) && TOLD.test(event?.eventClass ?? ''),
  );
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
  if (!IN_ANSWER.test(slots.text) && !CALMING.test(slots.text)) return null;
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

const CONDITION = /^(?:["']+|[^,]{0,30},\s)?(?:whenever|when|each time|every time|if|once|should)\b[^,]*,/i;

/**
 * "Whenever A attacks, B bombs": who acts before the comma begins, who acts behind it answers. A side nobody knows stays
 * open, with its words.
 */
function conditionalSides({ slots, actor, missing }: FormContext): Sides | null {
  const clause = CONDITION.exec(slots.text);
  if (!clause) return null;
  const comma = slots.offset + clause[0].length;
  const halves = [clause[0], slots.text.slice(clause[0].length)] as const;
  if (!halves.every(tellsForce)) return null;
  const side = (from: number, until: number, text: string): Side => {
    const inside = ({ start }: NameMention) => start >= from && start < until;
    const event = slots.events.find(({ doer }) => doer !== null && inside(doer) && actor(doer) !== null);
    const [leading] = slots.mentions.filter((one) => inside(one) && actor(one) !== null);
    const doing = event?.doer ?? (leading && leading.start - from < HEAD ? leading : null);
    const [doer, target] = [actor(doing), actor(event?.target ?? null)];
    return { doer: doer ?? OPEN, act: actIn(text), target: target === doer ? null : target };
  };
  const first = side(slots.offset, comma, halves[0]);
  const answer = side(comma, Infinity, halves[1]);
  if (first.doer !== OPEN && first.doer === answer.doer) return null;
  if (first.doer === OPEN && answer.doer === OPEN) return null;
  for (const [half, one] of [first, answer].entries()) {
    if (one.doer === OPEN)
      missing.push(
        `who ${half === 0 ? 'begins' : 'answers'}: nobody is known for "${(halves[half] ?? '').replace(/\s+/g, ' ').trim().slice(0, WORDS_SHOWN)}"`,
      );
  }
  return {
    first: facing(first, answer),
    answer: facing(answer, first),
  };
}

/** Exercises and tests are aimed at nobody; of other acts the other side is taken to be struck. */
function facing(side: Side, other: Side): Side {
  const aimed = !/^(?:exercises|tests|withdraws)$/.test(side.act);
  return { ...side, target: side.target ?? (aimed && other.doer !== OPEN ? other.doer : null) };
}

/** How far into its half of the sentence a doer begins. */
const HEAD = 30;
const WORDS_SHOWN = 60;

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

const ANSWERS =
  /\b(?:answers?|answered|responds?|responded|retaliates?|retaliated|repl(?:y|ies|ied)|reacts?|reacted|(?:hits?|strikes?|struck|fires?|fired) back)\b/i;

/** "X answers each strike by Y": the name before the verb answers, the one behind it came first. */
function activeSides({ slots, actor }: FormContext): Sides | null {
  const verb = ANSWERS.exec(slots.text);
  if (!verb || /\b(?:is|are|was|were|been|be|being)\s+(?:\w+\s+)?$/i.test(slots.text.slice(0, verb.index)))
    return null;
  const at = slots.offset + verb.index;
  const named = slots.mentions.filter((one) => actor(one) !== null);
  const answerer = actor(named.filter(({ end }) => end <= at).at(-1) ?? null);
  const starter = actor(named.find((one) => one.start > at && actor(one) !== answerer) ?? null);
  if (answerer === null || starter === null) return null;
  const [before, behind] = [slots.text.slice(0, verb.index), slots.text.slice(verb.index)];
  const [trigger = '', answer = ''] = behind.split(/\b(?:with|by)\b/i);
  // "Whenever X strikes, Y answers": the act that is answered stands before.
  const told = tellsForce(trigger) ? trigger : before;
  return {
    first: { doer: starter, act: actIn(told), target: answerer },
    answer: { doer: answerer, act: actIn(answer), target: starter },
  };
}

const PASSIVE =
  /\b(?:is|are|was|were|been|be|being)\s+(?:\w+\s+){0,2}(?:answered|met|countered|followed|repaid|matched|avenged|reciprocated|returned)\b(?<by>(?:\s+\w+){0,2}?\s+by\b)?/i;

/** "X's raids on Y are answered by Z with attacks on W", "… are met with attacks on W". */
function passiveSides(context: FormContext): Sides | null {
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
  const clause = CONDITION.exec(slots.text);
  if (clause) return slots.offset + clause[0].length;
  const joint =
    /\b(?:is|are|was|were|been|now|being)\s+(?:\w+\s+){0,2}(?:answered|met|countered|followed|repaid|matched|avenged)\b|\blink\w*\b.*?\bwith\b/i.exec(
      slots.text,
    );
  return joint === null ? null : slots.offset + joint.index + joint[0].length;
}
