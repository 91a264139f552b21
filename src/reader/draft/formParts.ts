import type { EventMention, NameMention, Span } from '../article.ts';
import { chooseAct } from './chooseAct.ts';
import type { Slots } from './claimSlots.ts';

/** What the writers of sentence forms share: the slots of a passage and how its names are called in the draft. */
export interface FormInput {
  readonly slots: Slots;
  /** Name of an actor in the draft; null for words that name nobody. */
  readonly actor: (mention: NameMention | null) => string | null;
  /** What a name is called in the draft, without declaring it. */
  readonly called: (mention: NameMention) => string;
  readonly place: (mention: NameMention) => string;
  /** Words of an event in the article. */
  readonly words: (span: Span) => string;
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
  readonly rule: { readonly name: string; readonly sides: readonly string[] } | null;
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
  /** A name, `anyone`, or `?`. */
  readonly doer: string;
  readonly act: string;
  readonly target: string | null;
}

/** The mark for a side that the passage leaves open. */
export const OPEN = '?';

export interface PairRules {
  /** Only acts of force tell the sides. */
  readonly force?: boolean;
  /** What stands for a doer nobody names: a number of attacks on somebody is a number of anyone's. */
  readonly nobody?: string;
  /** Two actors that the passage names beside an act face each other, though the act does not put them in order. */
  readonly facing?: boolean;
}

/**
 * Who acts on whom in a claim: its first act of force. A side that no act of the passage tells is the one actor the
 * passage names besides, or the subject that a pronoun carries on; any other side stays open, and who is named near
 * by is told to the person who fills it.
 */
export function pairOf(input: FormInput, rules: PairRules = {}): Pair {
  const { force = true, nobody = OPEN } = rules;
  const { slots, actor, missing } = input;
  const acts = actsOf(input).filter(
    ({ event }) => !force || (event !== null && FORCE.test(event.eventClass)),
  );
  const act =
    acts.find(({ doer, target }) => doer !== 'anyone' && target !== null) ??
    acts.find(({ doer }) => doer !== 'anyone') ??
    acts[0];
  // Without any act of force two names side by side may be friends.
  const facing = rules.facing === true && act !== undefined;
  const named = slots.actors.filter((one) => actor(one) !== null);
  const others = named.filter((one) => actor(one) !== act?.target);
  const told = act && act.doer !== 'anyone' ? act.doer : null;
  const alone = facing || others.length === 1 ? (others[0] ?? null) : null;
  // "They attacked": whoever the sentence before speaks of. An act of nobody's leaves its doer open.
  const doing = told === null ? (slots.carried ?? (act?.target ? null : alone)) : mentionNamed(input, told);
  const doer = told ?? actor(doing);
  if (doer === null) {
    missing.push(`who acts: the passage does not say${nearBy(input, [act?.target ?? null])}`);
    return { doer: nobody, act: act?.act ?? toldAct(input), target: act?.target ?? null };
  }
  const apart = named.filter((one) => isApart(input, one, doer, doing));
  // An act aimed at a place names no victim.
  const place = act?.event?.target?.role === 'place';
  const hit = act?.event?.target ?? null;
  if (
    hit?.entry === null &&
    hit.didYouMean === null &&
    /^\p{Lu}/u.test(input.words(hit)) &&
    actor(hit) === null
  )
    missing.push(`on whom: no pack knows "${input.words(hit)}", a place or a party`);
  const target = act?.target ?? (facing && !place && apart.length === 1 ? actor(apart[0] ?? null) : null);
  return { doer, act: act?.act ?? toldAct(input), target };
}

/** The act of force that the words name, though they name no side of it. */
function toldAct(input: FormInput): string {
  const event = input.slots.events.find(({ eventClass }) => eventClass === 'ASSAULT');
  return event ? chooseAct(event, input.words(event)) : 'attacks';
}

/** The other side, or `?` with who is named near by. */
export function opposite(input: FormInput, { doer, target }: Pair): string {
  if (target !== null) return target;
  input.missing.push(`on whom: the passage does not say${nearBy(input, [doer])}`);
  return OPEN;
}

const MOST_NEAR = 4;

/** Who else the passage and the sentences before it name, for the person who fills the `?`. */
export function nearBy({ slots, called }: FormInput, taken: readonly (string | null)[]): string {
  const names = [...new Set([...slots.actors, ...slots.around].map(called))].filter(
    (name) => !taken.includes(name),
  );
  return names.length === 0 ? '' : ` (named nearby: ${names.slice(0, MOST_NEAR).join(', ')})`;
}

function mentionNamed({ slots, actor }: FormInput, name: string): NameMention | null {
  const sides = slots.events.flatMap(({ doer, target }) => [doer, target]);
  return [...slots.actors, ...sides].find((one) => one !== null && actor(one) === name) ?? null;
}

/** A name of the passage that does not act with the doer. */
function isApart(
  { slots, actor }: FormInput,
  one: NameMention,
  doer: string,
  doing: NameMention | null,
): boolean {
  return (
    actor(one) !== doer &&
    (doing === null || !(slots.joined(one, doing) || related(one, doing))) &&
    !friendsOf(slots, doing).includes(one.entry?.id ?? '')
  );
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

/** `US strikes on Axis in East`; the noun form has `on`, the sentence form has not. */
export function pattern(
  doer: string,
  act: string,
  target: string | null,
  where: string | null,
  noun = false,
): string {
  const aim =
    target === null || target === doer || act === 'withdraws' ? '' : ` ${noun ? 'on ' : ''}${target}`;
  return `${doer} ${act}${aim}${where === null ? '' : ` in ${where}`}`;
}

/** `within 14 days`, or `within ? days` where the passage gives no window. */
export function within({ slots, missing }: FormInput): string {
  const window = slots.times.find(
    ({ relation, duration }) => relation === 'window' && duration !== null && duration > 0,
  );
  if (/\bwithin (?:\w+ ){0,2}hours\b|\b(?:the )?(?:next|following) day\b|\bthe day after\b/i.test(slots.text))
    return 'within 1 day';
  if (window && window.duration !== null)
    return `within ${String(window.duration)} ${window.duration === 1 ? 'day' : 'days'}`;
  missing.push('within how many days');
  return 'within ? days';
}
