import type { ClaimKind } from '../article.ts';
import { denies } from './denies.ts';
import { dated, fromDate, toDate } from './formDates.ts';
import { actsOf, nearBy, OPEN, opposite, pairOf, pattern, within, type FormContext } from './formParts.ts';
import { placeOf } from './placeOf.ts';
import { quoted } from './tacitText.ts';
import { tellsForce } from './tellsForce.ts';
import { writeConsent } from './writeConsent.ts';
import { writeControl } from './writeControl.ts';
import { writeDeterrence } from './writeDeterrence.ts';
import { writeEvent } from './writeEvent.ts';
import { writeForecast } from './writeForecast.ts';
import { writeRule } from './writeRule.ts';
import { writeTrend } from './writeTrend.ts';
import { writeTruce } from './writeTruce.ts';

/**
 * A claim as lines of Tacit, the first its form, further ones restrictions. Null where the passage does not carry a
 * sentence of that form: it denies it, tells it as a condition only, or speaks of no act that a record of events holds.
 */
export function writeForm(kind: ClaimKind, context: FormContext): readonly string[] | null {
  switch (kind) {
    case 'rule':
    case 'redline':
      return writeRule(context);
    case 'deterrence':
      return writeDeterrence(context);
    case 'trend':
      return writeTrend(context);
    case 'regime':
      return writeRegime(context);
    case 'truce':
      return writeTruce(context);
    case 'control':
      return writeControl(context);
    case 'consent':
      return writeConsent(context);
    case 'spillover':
      return writeSpillOver(context);
    case 'forecast':
      return writeForecast(context);
    case 'event':
    case 'count':
      return writeEvent(kind, context);
    case 'alliance':
      context.missing.push(
        'no record of events shows who belongs together; declare it as `alliance NAME of A said by SOURCE`',
      );
      return keepUntested(kind, context);
    default:
      return keepUntested(kind, context);
  }
}

const SORT: Readonly<Partial<Record<ClaimKind, string>>> = {
  causal: 'cause',
  rule: 'cause',
  regime: 'cause',
  consent: 'cause',
  spillover: 'cause',
  intent: 'intent',
  forecast: 'intent',
  redline: 'intent',
  deterrence: 'intent',
};

/** A claim that is kept in the passage's own words, in neutral names, and never judged. */
export function keepUntested(kind: ClaimKind, { neutral }: Pick<FormContext, 'neutral'>): readonly string[] {
  return [`untestable ${SORT[kind] ?? 'capability'} ${quoted(neutral)}`];
}

/** "The rules in the east are distinct from those in the west": of places, not of days. */
const ELSEWHERE = /\b(?:distinct|different|differ\w*) from\b/i;

/** Rules that differ since a day: an earlier rule of the draft is compared, else the rule itself is limited to those days. */
function writeRegime(context: FormContext): readonly string[] | null {
  const { slots, actor, rule } = context;
  if (denies(slots.text)) return null;
  if (dated(slots) === null && ELSEWHERE.test(slots.text)) return writeRule(context);
  const named = slots.actors.map(actor).filter((name) => name !== null);
  if (rule !== null && (named.length === 0 || named.some((name) => rule.sides.includes(name)))) {
    const span = `from ${fromDate(context)}${toDate(context)}`;
    return [
      `${rule.name} is different during ${context.period('NewRules', 'the time the article speaks of', span)}`,
    ];
  }
  if (!tellsForce(slots.text)) return null;
  const pair = pairOf(context, { facing: true });
  const { doer, act } = pair;
  const other = opposite(context, pair);
  if (doer === OPEN || other === OPEN) return null;
  const answer = act === 'withdraws' || act === 'advances' ? 'attacks' : act;
  return [
    `when ${pattern(other, 'strikes', doer, null)} then ${pattern(doer, answer, other, placeOf(context))} ${within(context)}`,
    `since ${fromDate(context, 'since when')}`,
  ];
}

const AT_ONCE =
  /\b(?:coincid\w+|exploit\w*|advantage of|vacuum|capitali[sz]\w+|divert\w*|distract\w*|(?:as|while)\b[^,]*\b(?:withdr[ae]w\w*|f[ae]ll\w*|declin\w+|eas\w+)|spill\w*)\b/i;

/** One party grows more active as the pressure of another falls. */
function writeSpillOver(context: FormContext): readonly string[] | null {
  const { slots, actor, missing } = context;
  if (denies(slots.text) || !AT_ONCE.test(slots.text) || !tellsForce(slots.text)) return null;
  const names = slots.actors.map(actor).filter((name) => name !== null);
  const [acting] = actsOf(context);
  const told = acting && acting.doer !== 'anyone' ? acting.doer : (actor(slots.carried) ?? names[0] ?? null);
  if (told === null) return null;
  const others = names.filter((name) => name !== told);
  if (others.length === 0)
    missing.push(`whose pressure changed: the passage does not say${nearBy(context, [told])}`);
  return [
    `${pattern(told, 'attacks', null, placeOf(context), true)} rise as ${pattern(others[0] ?? OPEN, 'strikes', others[1] ?? null, null, true)} fall ${within(context)}`,
  ];
}
