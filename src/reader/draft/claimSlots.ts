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
  readonly direction: 'rise' | 'fall' | null;
  readonly count: { readonly bound: string; readonly value: number } | null;
}

const RISING =
  /\b(?:increas\w*|ris(?:e|es|ing)|rose|risen|surg\w+|uptick|upsurge|spik\w+|intensif\w+|escalat\w+|step\w* up|doubl\w+|tripl\w+|quadrupl\w+|more|grow\w*|grew|expand\w*|ramp\w* up|mount\w*|soar\w*|jump\w*|climb\w*|resurg\w+|strengthen\w*|formidable|wave of|worse\w*|deadliest|highest)\b/i;
const FALLING =
  /\b(?:decreas\w*|declin\w+|drop\w*|fell|fallen|fall|falls|falling|reduc\w+|dwindl\w+|subsid\w+|wan(?:e|es|ed|ing)|fewer|less|halv\w+|plummet\w*|taper\w*|diminish\w*|retreat\w*|withdr\w+|eas(?:e|es|ed|ing)|lull|calm|slow\w*|lowest|reluctan\w+|suspen\w+|stop\w*|halt\w*|limit\w*|restrain\w*|curb\w*|scal\w+ (?:back|down)|no longer)\b/i;
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
    places: distinct(reading.acting.filter(inside).filter(lies).filter(heard)),
    routes: distinct(reading.acting.filter(inside).filter(({ entry }) => entry?.kind === 'route')),
    times: prefer(reading.times.filter(inside), reading.times.filter(same)),
    direction: directionOf(text),
    count: countOf(text),
  };
}

/** The passage itself goes before the sentence around it. */
function prefer<One>(inside: readonly One[], around: readonly One[]): readonly One[] {
  return inside.length > 0 ? inside : around;
}

/** Whom the draft may let act: names of packs; a name no pack knows only where an act has it. */
function acts({ role, entry }: NameMention): boolean {
  return role === 'actor' && (entry === null || entry.kind === 'actor' || entry.kind === 'alliance');
}

function lies({ role, entry }: NameMention): boolean {
  return role === 'place' && entry !== null && entry.kind !== 'route';
}

/** Each name once, in the order of the text. */
function distinct(names: readonly NameMention[]): readonly NameMention[] {
  return names.filter(
    (name, index) =>
      names.findIndex((other) => (name.entry ? other.entry?.id === name.entry.id : other === name)) === index,
  );
}

function directionOf(text: string): Slots['direction'] {
  const [rise, fall] = [text.search(RISING), text.search(FALLING)];
  if (rise === -1 && fall === -1) return null;
  if (fall === -1 || (rise !== -1 && rise < fall)) return 'rise';
  return 'fall';
}

/** "more than 170 attacks". */
function countOf(text: string): Slots['count'] {
  const form =
    /\b(\d{1,3}(?:,\d{3})+|\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|hundred|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a dozen)(?:-[a-z]+)?)\s+(?:(?!in |an |the |at |by |on |of |from |to |and |fighters |people |soldiers |civilians |militants |troops |days |years |months |weeks )[a-z]+[- ]){0,3}(?:attacks?|strikes?|raids?|operations?|rockets?|missiles?|drones?|bombings?|clashes|incidents?|airstrikes?|violations?|assaults?|incursions?|infiltrations?|engagements?|killings?|launches)\b/i;
  const found = form.exec(text);
  const value = found?.[1] === undefined ? null : readNumber(found[1]);
  if (!found || value === null || value === 0 || (value >= 1900 && value < 2100)) return null;
  const before = text.slice(0, found.index);
  return { value, bound: BOUND.find(([words]) => words.test(before))?.[1] ?? 'about' };
}

const JOINT = /^[\s,]*(?:and|or|&|as well as|alongside|along with|both)?[\s,]*(?:the|its|their|his)?\s*$/i;
const CLOSE = 20;

function joined(text: string, one: NameMention, other: NameMention): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = text.slice(first.end, second.start);
  return between.length <= CLOSE && JOINT.test(between);
}
