import { formatDay } from '../../calendar/index.ts';
import type { EventMention, NameMention, TimeMention } from '../article.ts';
import { chooseAct } from './chooseAct.ts';
import type { Slots } from './claimSlots.ts';
import { writeDate } from './tacitText.ts';

/** What the writers of sentence forms share: the slots of a passage and how its names are called in the draft. */
export interface FormInput {
  readonly slots: Slots;
  /** Name of an actor in the draft; null for words that name nobody. */
  readonly actor: (mention: NameMention | null) => string | null;
  readonly place: (mention: NameMention) => string;
  /** Words of an event in the article. */
  readonly words: (event: EventMention) => string;
  /** Declares an area of several places and gives its name. */
  readonly area: (places: readonly NameMention[]) => string;
  /** What the form has no words for, or what the passage leaves open. */
  readonly missing: string[];
}

/** What the writers need beside the slots. */
export interface FormContext extends FormInput {
  /** The passage in neutral words. */
  readonly neutral: string;
  /** A rule already drafted, for claims that say it changed. */
  readonly rule: string | null;
  /** The sides of the last truce drafted from this article. */
  readonly earlierTruce: readonly [string, string | null] | null;
  /** Declares a period and gives its name. */
  readonly period: (name: string, label: string, span: string) => string;
  /** Names of routes in the passage. */
  readonly routes: readonly string[];
  /** The day after the article's own, as a date; null where the article has none. */
  readonly published: string | null;
}

export interface Act {
  readonly doer: string;
  readonly act: string;
  readonly target: string | null;
  readonly event: EventMention | null;
}

export const FORCE = /^(ASSAULT|COERCE)$/;

/** The acts of a passage with named sides, force first; where no act is told, one between the actors it names. */
export function actsOf(input: FormInput): readonly Act[] {
  const { slots, actor } = input;
  const told = slots.events.flatMap((event): readonly Act[] => {
    const doer = actor(event.doer);
    const target = actor(event.target);
    if (doer === null && target === null) return [];
    return [
      {
        doer: doer ?? 'anyone',
        act: chooseAct(event, input.words(event)),
        target: target === doer ? null : target,
        event,
      },
    ];
  });
  const force = told.filter(({ event }) => event !== null && FORCE.test(event.eventClass));
  return [...force, ...told.filter((one) => !force.includes(one))];
}

export interface Pair {
  readonly doer: string;
  readonly act: string;
  readonly target: string | null;
}

/**
 * Who acts on whom in a claim: its first act of force; what that leaves open is completed by the other actors of the
 * passage, then of the sentence, then by whom the article has fight each other most. Each completion is told.
 */
export function pairOf(input: FormInput, force = true, guess = true): Pair {
  const { slots, actor } = input;
  const acts = actsOf(input).filter(
    ({ event }) => !force || (event !== null && FORCE.test(event.eventClass)),
  );
  const act =
    acts.find(({ doer, target }) => doer !== 'anyone' && target !== null) ??
    acts.find(({ doer }) => doer !== 'anyone') ??
    acts[0];
  const told = act && act.doer !== 'anyone' ? act.doer : null;
  const doing =
    told === null
      ? (slots.actors.find((one) => ![null, act?.target].includes(actor(one))) ?? null)
      : mentionNamed(input, told);
  const doer = told ?? actor(doing);
  if (doer === null) return guess ? usualPairOf(input, act) : unnamed(input, act);
  // An act aimed at a place names no victim.
  const place = act?.event?.target?.role === 'place';
  const target = act?.target ?? (place ? null : otherThan(input, doer, doing, guess));
  return { doer, act: act?.act ?? 'attacks', target };
}

function mentionNamed({ slots, actor }: FormInput, name: string): NameMention | null {
  const sides = slots.events.flatMap(({ doer, target }) => [doer, target]);
  return (
    [...slots.actors, ...slots.around, ...sides].find((one) => one !== null && actor(one) === name) ?? null
  );
}

/** The other side of an act: another name of the passage that does not act with the doer, or the doer's usual opponent. */
function otherThan(
  { slots, actor, missing }: FormInput,
  doer: string,
  doing: NameMention | null,
  guess: boolean,
): string | null {
  const friends = friendsOf(slots, doing);
  const apart = (one: NameMention) =>
    actor(one) !== null &&
    actor(one) !== doer &&
    (doing === null || !(slots.joined(one, doing) || related(one, doing))) &&
    !friends.includes(one.entry?.id ?? '');
  const named = slots.actors.find(apart);
  if (named) return actor(named);
  if (!guess) return null;
  const opponent = doing ? slots.opponentOf(doing) : null;
  if (opponent) {
    missing.push('on whom: the passage names nobody; whom the article mostly has it fight stands here');
    return actor(opponent);
  }
  const near = slots.around.find(apart);
  missing.push(near ? 'on whom: named only in the sentences around' : 'on whom: the passage names nobody');
  return near ? actor(near) : null;
}

/** One is a member of the other. */
function related(one: NameMention, other: NameMention): boolean {
  const [a, b] = [one.entry, other.entry];
  return a !== null && b !== null && (a.members.includes(b.id) || b.members.includes(a.id));
}

const FRIENDLY = /^(AID|SUPPORT|COOPERATE|AGREE|CONSULT)$/;

/** Whom an actor helps or agrees with in the passage: they are not set against each other. */
function friendsOf({ events }: Slots, doing: NameMention | null): readonly string[] {
  return events
    .filter(({ eventClass, doer }) => FRIENDLY.test(eventClass) && doer?.entry?.id === doing?.entry?.id)
    .flatMap(({ target }) => (target?.entry ? [target.entry.id] : []));
}

/** An event or a number whose doer the passage does not name: nobody is put in. */
function unnamed({ missing }: FormInput, act: Act | undefined): Pair {
  missing.push('who acts: the passage does not say');
  return { doer: 'anyone', act: act?.act ?? 'attacks', target: act?.target ?? null };
}

function usualPairOf({ slots, actor, missing }: FormInput, act: Act | undefined): Pair {
  const near = slots.around.find((one) => actor(one) !== null && actor(one) !== act?.target);
  const opponent = near ? slots.opponentOf(near) : null;
  const usual = near ? [actor(near), actor(opponent)] : (slots.usual?.map(actor) ?? []);
  missing.push(
    near
      ? 'who acts: named only in the sentences around'
      : 'who acts on whom: the passage does not say; the pair most acts of the article are between stands here',
  );
  return { doer: usual[0] ?? 'anyone', act: act?.act ?? 'attacks', target: act?.target ?? usual[1] ?? null };
}

/** `US strikes on Axis in East`; the noun form has `on`, the sentence form has not. */
export function pattern(
  doer: string,
  act: string,
  target: string | null,
  where: string | null,
  noun = false,
): string {
  const aim = target === null || target === doer ? '' : ` ${noun ? 'on ' : ''}${target}`;
  return `${doer} ${act}${aim}${where === null ? '' : ` in ${where}`}`;
}

/** Where a claim is set: the first place of the passage; several that stand side by side become an area. */
export function placeOf({ slots, place, area }: FormInput): string | null {
  const [first] = slots.places;
  if (!first) return null;
  const together = slots.places.filter(
    (one, index) => index === 0 || slots.places.slice(0, index).some((other) => slots.joined(other, one)),
  );
  return together.length > 1 ? area(together) : place(first);
}

/** The first date of a passage for `from`, or `?` with what is missing. */
export function fromDate(input: FormInput, what = 'from when'): string {
  const time = dated(input.slots);
  const days = settled(time);
  if (days) return writeDate(days) ?? writeDate({ first: days.first, last: days.first }) ?? '?';
  input.missing.push(
    time && time.alternatives.length > 0 ? `${what}: the words can mean ${describe(time)}` : what,
  );
  return '?';
}

/** The days of a mention that can mean nothing else; words that can mean several stay open. */
export function settled(time: TimeMention | null): TimeMention['days'] {
  return time && time.alternatives.length === 0 ? time.days : null;
}

/** The day or stretch an act is told of, or `?`; never the "since" of "for the first time since". */
export function onDate(input: FormInput): string {
  const time = input.slots.times.find((one) => one.relation === 'on' && settled(one) !== null);
  const day = time?.days ? writeDate(time.days) : null;
  if (day === null) input.missing.push('on which day');
  return day ?? '?';
}

/** ` to D` where the passage gives an end, else nothing. */
export function toDate({ slots }: FormInput): string {
  const end = slots.times.find(
    ({ relation, days }) => (relation === 'until' || relation === 'before') && days !== null,
  );
  const begin = dated(slots);
  if (end?.days && end !== begin && (begin?.days?.first ?? -Infinity) < end.days.last) {
    return ` to ${writeDate(end.days) ?? writeDate({ first: end.days.last, last: end.days.last }) ?? '?'}`;
  }
  return '';
}

export function dated({ times }: Slots): TimeMention | null {
  return (
    times.find(({ relation }) => relation === 'since' || relation === 'after') ??
    times.find(
      ({ relation, alternatives, days }) => relation === 'on' && (days !== null || alternatives.length > 0),
    ) ??
    null
  );
}

function describe({ days, alternatives }: TimeMention): string {
  const readings = [...(days ? [days] : []), ...alternatives];
  return [
    ...new Set(readings.map((one) => writeDate(one) ?? `${formatDay(one.first)} to ${formatDay(one.last)}`)),
  ].join(' or ');
}

/** `within 14 days`, or `within ? days` where the passage gives no window. */
export function within({ slots, missing }: FormInput): string {
  const window = slots.times.find(
    ({ relation, duration }) => relation === 'window' && duration !== null && duration > 0,
  );
  if (/\bwithin (?:\w+ ){0,2}hours\b/i.test(slots.text)) return 'within 1 day';
  if (window && window.duration !== null) return `within ${String(window.duration)} days`;
  missing.push('within how many days');
  return 'within ? days';
}
