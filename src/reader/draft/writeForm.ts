import type { ClaimKind } from '../article.ts';
import {
  actsOf,
  dated,
  fromDate,
  OPEN,
  nearBy,
  opposite,
  pairOf,
  pattern,
  placeOf,
  toDate,
  within,
  type FormContext,
} from './formParts.ts';
import { sidesOf } from './sidesOf.ts';
import { sidesBetween } from './sidesBetween.ts';
import { writeControl } from './writeControl.ts';
import { writeEvent } from './writeEvent.ts';
import { writeRule } from './writeRule.ts';
import { quoted } from './tacitText.ts';

/** A claim as lines of Tacit, the first its form, further ones restrictions. */
export function writeForm(kind: ClaimKind, context: FormContext): readonly string[] {
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
      return [`untestable capability ${quoted(context.neutral)}`];
    case 'support':
      return [`untestable capability ${quoted(context.neutral)}`];
    case 'causal':
      return [`untestable cause ${quoted(context.neutral)}`];
    case 'intent':
      return [`untestable intent ${quoted(context.neutral)}`];
    case 'capability':
      return [`untestable capability ${quoted(context.neutral)}`];
  }
}

const BOTH_SIDES = /\b(?:both|two|each) (?:sides?|parties|countries|armies)\b|\bmutual\w*\b/i;
/** "to avoid further attacks on its bases": the act named is what holds back, and whom it hits is held. */
const FEARED = /\b(?:avoid\w*|fear\w*|avert\w*|being (?:targeted|attacked|hit|struck))\b/i;

/** The one that holds back is the subject; what holds it back are acts of the other. */
function writeDeterrence(context: FormContext): readonly string[] {
  const { slots, missing } = context;
  const pair = pairOf(context, { facing: true });
  const { doer, act, target } = pair;
  const where = placeOf(context);
  const other = opposite(context, pair);
  if (BOTH_SIDES.test(slots.text)) {
    return [
      `when ${pattern(doer, 'strikes', other, where)} then no extra ${pattern(other, 'attacks', doer, null, true)} ${within(context)}`,
    ];
  }
  if (
    FEARED.test(slots.text) &&
    target !== null &&
    context.slots.events.some(({ eventClass }) => eventClass === 'ASSAULT')
  ) {
    missing.push('for how many days');
    return [
      `when ${pattern(doer, 'attacks', target, where)} then fewer ${pattern(target, 'strikes', doer, null, true)} for ? days`,
    ];
  }
  // "led to fewer US strikes": the act named is the one that becomes rarer.
  missing.push('for how many days');
  const held = act === 'advances' || act === 'withdraws' ? 'attacks' : act;
  return [
    `when ${pattern(other, 'attacks', doer, null)} then fewer ${pattern(doer, held, target, where, true)} for ? days`,
  ];
}

function writeTrend(context: FormContext): readonly string[] {
  const { slots, missing } = context;
  const { doer, act, target } = sidesOf(context);
  if (slots.direction === null) missing.push('rise or fall: the passage does not say; rise stands here');
  const trend = slots.direction ?? 'rise';
  const steadily = /\b(?:steadily|gradually|increasingly|more and more|year (?:on|after) year)\b/i.test(
    slots.text,
  )
    ? ' steadily'
    : '';
  const half = /\bhalv/i.test(slots.text) && trend === 'fall' ? ' by at least half' : '';
  const double = /\bdoubl/i.test(slots.text) && trend === 'rise' ? ' by at least 100 percent' : '';
  const acts = act === 'withdraws' && trend === 'fall' ? 'strikes' : act;
  return [
    `${pattern(doer, acts, target, placeOf(context), true)} ${trend}${steadily} from ${fromDate(context)}${toDate(context)}${half}${double}`,
  ];
}

/** "The rules in the east are distinct from those in the west": of places, not of days. */
const ELSEWHERE = /\b(?:distinct|different|differ\w*) from\b/i;

/** Rules that differ since a day: an earlier rule of the draft is compared, else the rule itself is limited to those days. */
function writeRegime(context: FormContext): readonly string[] {
  if (dated(context.slots) === null && ELSEWHERE.test(context.slots.text)) return writeRule(context);
  if (context.rule !== null) {
    const span = `from ${fromDate(context)}${toDate(context)}`;
    return [
      `${context.rule} is different during ${context.period('NewRules', 'the time the article speaks of', span)}`,
    ];
  }
  const pair = pairOf(context, { facing: true });
  const { doer, act } = pair;
  const other = opposite(context, pair);
  const answer = act === 'withdraws' || act === 'advances' ? 'attacks' : act;
  return [
    `when ${pattern(other, 'strikes', doer, null)} then ${pattern(doer, answer, other, placeOf(context))} ${within(context)}`,
    `since ${fromDate(context, 'since when')}`,
  ];
}

const ONE_SIDE = /\b(?:suspen\w+|unilateral\w*|stopped|halted|ceased|paused|declared)\b/i;

function writeTruce(context: FormContext): readonly string[] {
  const { sides, mutual } = truceSides(context);
  const [doer, target] = sides;
  const where = placeOf(context);
  const place = where === null ? '' : ` in ${where}`;
  const span = `from ${fromDate(context)}${toDate(context)}`;
  const oneSided =
    ONE_SIDE.test(context.slots.text) &&
    !/\b(?:both|mutual|truce|cease-?fire|calm|peace)\b/i.test(context.slots.text);
  if (!mutual && oneSided)
    return [`truce by ${doer}${target === null ? '' : ` toward ${target}`}${place} ${span}`];
  const other = target ?? opposite(context, { doer, act: '', target });
  return [`truce between ${doer} and ${other}${place} ${span}`];
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

function writeConsent(context: FormContext): readonly string[] {
  const { missing } = context;
  const { doer, act, target } = pairOf(context);
  missing.push('when consent was given: a dated period');
  const gate = context.period('Consent', 'the time of consent, as the article has it', 'from ? to ?');
  const acts = act === 'negotiates' || act === 'agrees' || act === 'states' ? 'strikes' : act;
  // The one who consents is no target.
  return [
    `${pattern(doer, acts, /\bon\b|\bagainst\b/i.test(context.slots.text) ? target : null, placeOf(context))} only during ${gate}`,
  ];
}

/** One party grows more active as the pressure of another falls. */
function writeSpillOver(context: FormContext): readonly string[] {
  const { slots, actor, missing } = context;
  const names = slots.actors.map(actor).filter((name) => name !== null);
  const [acting] = actsOf(context);
  const told = acting && acting.doer !== 'anyone' ? acting.doer : (actor(slots.carried) ?? names[0] ?? null);
  const others = names.filter((name) => name !== told);
  if (told === null) missing.push(`who grows: the passage does not say${nearBy(context, [])}`);
  if (others.length === 0)
    missing.push(`whose pressure changed: the passage does not say${nearBy(context, [told])}`);
  return [
    `${pattern(told ?? OPEN, 'attacks', null, placeOf(context), true)} rise as ${pattern(others[0] ?? OPEN, 'strikes', others[1] ?? null, null, true)} fall ${within(context)}`,
  ];
}

function writeForecast(context: FormContext): readonly string[] {
  const { slots, missing } = context;
  const { doer, act, target } = pairOf(context);
  const possible = /\b(?:could|might|may|possib\w+|risk|danger|prospect|any time|threat of)\b/i.test(
    slots.text,
  )
    ? 'possible '
    : '';
  const trend = slots.direction === null ? '' : ` ${slots.direction}`;
  missing.push('before when');
  return [`expects ${possible}${pattern(doer, act, target, placeOf(context), true)}${trend} before ?`];
}
