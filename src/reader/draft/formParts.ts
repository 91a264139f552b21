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
  /** What the form has no words for, or what the passage leaves open. */
  readonly missing: string[];
}

export interface Act {
  readonly doer: string;
  readonly act: string;
  readonly target: string | null;
  readonly event: EventMention | null;
}

export const FORCE = /^(ASSAULT|COERCE)$/;

/** The acts of a passage with named sides, force first; where no act is told, one between the actors it names. */
export function actsOf({ slots, actor }: FormInput): readonly Act[] {
  const told = slots.events.flatMap((event): readonly Act[] => {
    const doer = actor(event.doer);
    const target = actor(event.target);
    if (doer === null && target === null) return [];
    return [
      {
        doer: doer ?? 'anyone',
        act: chooseAct(event, wordsAt(slots, event)),
        target: target === doer ? null : target,
        event,
      },
    ];
  });
  const force = told.filter(({ event }) => event !== null && FORCE.test(event.eventClass));
  return [...force, ...told.filter((one) => !force.includes(one))];
}

function wordsAt({ text, events }: Slots, event: EventMention): string {
  const first = events[0];
  return first === event || events.length === 1
    ? text
    : text.slice(Math.max(0, event.start - (first?.start ?? 0)));
}

/** Who acts on whom in a claim: its first act of force, completed by the other actors named, then by the article's usual pair. */
export function pairOf(input: FormInput): {
  readonly doer: string;
  readonly act: string;
  readonly target: string | null;
} {
  const { slots, actor, missing } = input;
  const acts = actsOf(input);
  const act =
    acts.find(({ doer, target }) => doer !== 'anyone' && target !== null) ??
    acts.find(({ doer }) => doer !== 'anyone') ??
    acts[0];
  const others = slots.actors.map(actor).filter((name) => name !== null);
  const told = act && act.doer !== 'anyone' ? act.doer : null;
  const doer = told ?? others.find((name) => name !== act?.target) ?? null;
  const target = act?.target ?? others.find((name) => name !== doer) ?? null;
  if (doer !== null) {
    if (slots.borrowed && told === null) missing.push('who acts: named only in the sentences before');
    if (target === null) missing.push('on whom: the passage names nobody');
    return { doer, act: act?.act ?? 'attacks', target };
  }
  const usual = slots.usual?.map(actor) ?? [];
  missing.push(
    'who acts on whom: the passage does not name both; the pair most acts of the article are between stands here',
  );
  return { doer: usual[0] ?? 'anyone', act: act?.act ?? 'attacks', target: target ?? usual[1] ?? null };
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

export function placeOf({ slots, place }: FormInput): string | null {
  const [first] = slots.places;
  return first ? place(first) : null;
}

/** The first date of a passage for `from`, or `?` with what is missing. */
export function fromDate(input: FormInput, what = 'from when'): string {
  const time = dated(input.slots);
  if (time?.days)
    return writeDate(time.days) ?? writeDate({ first: time.days.first, last: time.days.first }) ?? '?';
  input.missing.push(time ? `${what}: the words "${describe(time)}" can mean several days` : what);
  return '?';
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

function describe({ alternatives }: TimeMention): string {
  return alternatives
    .map((days) => writeDate(days) ?? '')
    .filter((text) => text !== '')
    .join(' or ');
}

/** `within 14 days`, or `within ? days` where the passage gives no window. */
export function within({ slots, missing }: FormInput): string {
  const window = slots.times.find(
    ({ relation, duration }) => relation === 'window' && duration !== null && duration > 0,
  );
  if (window?.duration != null) return `within ${String(window.duration)} days`;
  missing.push('within how many days');
  return 'within ? days';
}
