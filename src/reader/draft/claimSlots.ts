import type { ClaimMention, EventMention, NameMention, TimeMention } from '../article.ts';
import { readNumber } from '../event/readNumber.ts';
import { carriedSubject } from './carriedSubject.ts';
import type { Reading } from './findReading.ts';
import { isSpeaker } from './isSpeaker.ts';

/** What a claim's passage says about the parts of a sentence of Tacit. */
export interface Slots {
  readonly text: string;
  /** Where `text` begins in the article. */
  readonly offset: number;
  /** Acts of force and others of the passage, in its order. */
  readonly events: readonly EventMention[];
  readonly actors: readonly NameMention[];
  /** Further actors of the sentence around the passage, then those of the sentences before, nearest first. */
  readonly around: readonly NameMention[];
  /** Every mention of an actor in the passage, in its order. */
  readonly mentions: readonly NameMention[];
  /** Whether two names stand side by side, joined by "and": they act together. */
  readonly joined: (one: NameMention, other: NameMention) => boolean;
  readonly places: readonly NameMention[];
  /** Roads and corridors named in the passage. */
  readonly routes: readonly NameMention[];
  readonly times: readonly TimeMention[];
  /** Whom the passage goes on speaking of: the subject of its sentence, or of the one before a pronoun. */
  readonly carried: NameMention | null;
  /** A number of acts, and where its words stand in `text`. */
  readonly count: {
    readonly bound: string;
    readonly value: number;
    readonly start: number;
    readonly end: number;
  } | null;
}

const BOUND: readonly (readonly [RegExp, string])[] = [
  [/\b(?:more than|over|exceed\w*|upwards of)\s*$/i, 'more than'],
  [/\b(?:at least|no fewer than|a minimum of)\s*$/i, 'at least'],
  [/\b(?:up to|at most|no more than)\s*$/i, 'at most'],
  [/\b(?:fewer than|less than|under)\s*$/i, 'fewer than'],
  [/\b(?:about|around|some|nearly|almost|roughly|approximately|close to)\s*$/i, 'about'],
];

/** Gathers the parts of a claim from its passage, and who is named around it. */
export function findSlots(reading: Reading, claim: ClaimMention): Slots {
  const { article } = reading;
  const inside = (one: { readonly start: number; readonly end: number }) =>
    one.start < claim.end && claim.start < one.end;
  const same = (one: { readonly sentence: number }) => one.sentence === claim.sentence;
  const text = article.text.slice(claim.start, claim.end);

  const heard = ({ start, end }: NameMention) => !isSpeaker(reading, claim, start, end);
  const near = reading.acting.filter(inside).filter(acts).filter(heard);
  const within = reading.events.filter(inside);
  // A part that names its own actors has its own acts; what the rest of the sentence tells is another claim.
  const events = within.length > 0 || near.length > 0 ? within : reading.events.filter(same);
  const own = article.sentences[claim.sentence];
  const before = reading.acting
    .filter(
      ({ sentence }) =>
        sentence < claim.sentence &&
        sentence >= claim.sentence - 3 &&
        article.sentences[sentence]?.paragraph === own?.paragraph,
    )
    .filter(acts);
  return {
    text,
    offset: claim.start,
    events,
    actors: distinct(near),
    mentions: near,
    around: distinct([...reading.acting.filter(same).filter(acts), ...before.reverse()]),
    carried: carriedSubject(reading, claim),
    joined: (one, other) => joined(article.text, one, other),
    places: distinct(
      reading.acting
        .filter(inside)
        .filter(lies)
        .filter(heard)
        .filter(({ start }) => LEAVING.test(text) || !FROM.test(article.text.slice(claim.start, start))),
    ),
    routes: distinct(reading.acting.filter(inside).filter(({ entry }) => entry?.kind === 'route')),
    times: prefer(reading.times.filter(inside), reading.times.filter(same)),
    count: countOf(text),
  };
}

/** "Rockets from southern Lebanon": where fire comes from is not where it lands; who withdraws leaves that very place. */
const FROM = /\bfrom\s+(?:the\s+)?(?:\p{Ll}+\s+)?$/iu;
const LEAVING = /\b(?:withdr[ae]w\w*|retreat\w*|pull(?:s|ed|ing)? (?:out|back)|evacuat\w+|left)\b/i;

/** The passage itself goes before the sentence around it. */
function prefer<One>(inside: readonly One[], around: readonly One[]): readonly One[] {
  return inside.length > 0 ? inside : around;
}

/** Whom the draft may let act: names of packs; a name no pack knows only where an act has it. */
function acts({ role, entry }: NameMention): boolean {
  return role === 'actor' && (entry === null || entry.kind === 'actor' || entry.kind === 'alliance');
}

function lies({ role, entry }: NameMention): boolean {
  return role === 'place' && entry?.kind !== 'route';
}

/** Each name once, in the order of the text. */
function distinct(names: readonly NameMention[]): readonly NameMention[] {
  return names.filter(
    (name, index) =>
      names.findIndex((other) => (name.entry ? other.entry?.id === name.entry.id : other === name)) === index,
  );
}

const NUMBER = String.raw`(?<![\d.,:])(\d{1,3}(?:,\d{3})+|\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|hundred|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a dozen)(?:-[a-z]+)?)`;
const COUNTED = [
  new RegExp(
    String.raw`${NUMBER}\s+(?:(?!in |an |the |at |by |on |of |from |to |and |fighters |people |soldiers |civilians |militants |troops |days |years |months |weeks )[a-z]+[- ]){0,3}(?:attacks?|strikes?|raids?|operations?|rockets?|missiles?|drones?|bombings?|shellings?|ambushes|explosions?|clashes|incidents?|airstrikes?|violations?|breaches|assaults?|incursions?|infiltrations?|engagements?|killings?|launches|rounds)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:attacked|struck|shelled|bombed|raided|fired|violated|breached|broke|hit|ambushed)\b[^,;.]{0,40}?\s${NUMBER}\s+times\b`,
    'i',
  ),
];

/** "more than 170 attacks", "shelled the town 14 times". */
function countOf(text: string): Slots['count'] {
  for (const form of COUNTED) {
    const found = form.exec(text);
    const value = found?.[1] === undefined ? null : readNumber(found[1]);
    if (!found || value === null || value === 0 || (value >= 1900 && value < 2100)) continue;
    const number = found.index + found[0].indexOf(found[1] ?? '');
    const bound = BOUND.find(([words]) => words.test(text.slice(0, number)))?.[1] ?? 'about';
    return { value, bound, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

const JOINT = /^[\s,]*(?:and|or|&|as well as|alongside|along with|both)?[\s,]*(?:the|its|their|his)?\s*$/i;
const CLOSE = 20;

function joined(text: string, one: NameMention, other: NameMention): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = text.slice(first.end, second.start);
  return between.length <= CLOSE && JOINT.test(between);
}
