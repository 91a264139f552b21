import type { NameMention } from '../article.ts';
import { actsOf, pairOf, pattern, within, type Act } from './formParts.ts';
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
  const { doer, act, target } = pairOf(context);
  const other = target ?? 'anyone';
  if (CALMING.test(slots.text)) {
    return { first: { doer, act: 'strikes', target }, answer: { doer, act: 'states', target: null } };
  }
  // "responded with strikes on X": what X did first is the trigger.
  const answering = /^(states|negotiates|agrees|withdraws|helps)$/.test(act) ? 'attacks' : act;
  return { first: { doer: other, act: 'attacks', target: doer }, answer: { doer, act: answering, target } };
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
  const [begins, hit] = before;
  if (!begins) return null;
  const starter = actor(begins) ?? 'anyone';
  const by = joint.groups?.['by'] !== undefined;
  const struck = by ? after[1] : after[0];
  const answers = by ? after[0] : hit;
  const opponent = answers ?? (struck ? slots.opponentOf(struck) : null) ?? slots.opponentOf(begins);
  if (!answers)
    missing.push('who answers: the passage does not say; whom the article mostly has it fight stands here');
  const answerer = actor(opponent) ?? 'anyone';
  const victim = actor(hit ?? null) ?? (answerer === starter ? null : answerer);
  const aim = actor(struck ?? null) ?? starter;
  const words = slots.text.slice(0, joint.index);
  const strikes = /\b(?:raids?|strikes?|air ?strikes?|bomb\w*)\b/i.test(words);
  return {
    first: { doer: starter, act: strikes ? 'strikes' : 'attacks', target: victim },
    answer: { doer: answerer, act: 'attacks', target: aim },
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
