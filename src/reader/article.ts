import type { Day, DayInterval } from '../calendar/index.ts';

/** A half-open stretch of an article's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * An article as text. `text` is `raw` with typographic signs mapped one to one (spaces, quotes, dashes), so that every
 * offset holds in both; a quotation is always `raw.slice(start, end)`.
 */
export interface Article {
  /** File name, without folders. */
  readonly file: string;
  readonly raw: string;
  readonly text: string;
  readonly title: Span | null;
  readonly byline: Span | null;
  /** Who published it, as found in the text or the file's own data; null where neither says so. */
  readonly publisher: string | null;
  /** The day of publication: given by the person, or found in the text; null asks. */
  readonly published: Day | null;
  /** Paragraphs of running text in order; headings, bylines and boilerplate are not among them. */
  readonly paragraphs: readonly Span[];
  readonly headings: readonly Span[];
  /** Menus, comment forms, cookie notices, calls to subscribe. */
  readonly boilerplate: readonly Span[];
  /** Sentences of the title, the headings and the paragraphs, in order. */
  readonly sentences: readonly Sentence[];
}

export interface Sentence extends Span {
  /** Index into `paragraphs`; null for title and headings. */
  readonly paragraph: number | null;
}

/** A name of a pack: what it stands for, how articles write it, who says so. */
export interface PackName {
  /** Neutral identifier in a theatre. */
  readonly id: string;
  readonly kind: 'actor' | 'place' | 'area' | 'route' | 'alliance';
  /** Neutral name for people, in quotation marks in the theatre. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** Aliases that praise or blame: recognised, and kept only inside quotations. */
  readonly loaded: readonly string[];
  /** "Syrian", "Syrians": what the words mean is told by the next word (army or town). */
  readonly adjectives: readonly string[];
  /** "The Axis", "the group": taken for this name only where the article also uses a full one. */
  readonly shortForms: readonly string[];
  /** Names of capitals that stand for a government ("Washington"); a place only where the words say so ("in Damascus"). */
  readonly metonyms: readonly string[];
  readonly members: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** How far around its position it reaches, in kilometres. */
  readonly radius: number | null;
  /** The place that is its territory, for a government; null for everybody else. */
  readonly country: string | null;
  /** Where the pack's maker found it. */
  readonly source: string | null;
  /** No pack knows it: made from the article's own words. */
  readonly fromArticle?: true;
}

export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly names: readonly PackName[];
}

/** A mention of somebody or some place. `entry` is null for a name no pack knows: it is listed, never dropped. */
export interface NameMention extends Span {
  readonly sentence: number;
  readonly entry: PackName | null;
  /** Who the words mean here: a capital may be a place or a government. */
  readonly role: 'actor' | 'place' | 'unknown';
  readonly loaded: boolean;
  /** The same name's spelling in a pack, where the article's spelling is only close to it. */
  readonly didYouMean: string | null;
}

/** A mention of time, resolved against the day of publication. `days` is null where the article leaves it open. */
export interface TimeMention extends Span {
  readonly sentence: number;
  readonly days: DayInterval | null;
  /** `on` one day or stretch; `since` and `until` one end; `window` a duration ("within two weeks"). */
  readonly relation: 'on' | 'since' | 'until' | 'before' | 'after' | 'window';
  /** Length of a duration in days, else null. */
  readonly duration: number | null;
  /** Other days the words could mean; the draft asks. */
  readonly alternatives: readonly DayInterval[];
  /** "Recently", "for several years": `days` is null or only a rough stretch. */
  readonly vague: boolean;
}

/** Who is speaking in a sentence or a part of it. */
export interface Voice extends Span {
  readonly sentence: number;
  readonly cue: Span;
  /** The words that name the source ("analysts", "a US official"); null where the cue names nobody. */
  readonly source: Span | null;
  readonly scope: Span;
  /** Begun by an earlier sentence and carried on ("they further maintain"). */
  readonly carried: boolean;
  readonly hedged: boolean;
}

export type Realis = 'actual' | 'habitual' | 'alleged' | 'hypothetical' | 'future' | 'negated';

/** One reported act, in PLOVER's classes. Slots that the words leave open are null. */
export interface EventMention extends Span {
  readonly sentence: number;
  /** PLOVER class in capitals, such as ASSAULT. */
  readonly eventClass: string;
  readonly doer: NameMention | null;
  readonly target: NameMention | null;
  readonly place: NameMention | null;
  readonly time: TimeMention | null;
  readonly realis: Realis;
  readonly killed: number | null;
}

/** A claim a sentence makes, with the kinds it may be, best first. */
export interface ClaimMention extends Span {
  readonly sentence: number;
  readonly kinds: readonly { readonly kind: ClaimKind; readonly weight: number }[];
  readonly voice: Voice | null;
}

/** What a sentence asserts. `causal`, `intent` and `capability` cannot be shown by an event record: they become untestable claims. */
export type ClaimKind =
  | 'rule'
  | 'deterrence'
  | 'trend'
  | 'regime'
  | 'truce'
  | 'control'
  | 'consent'
  | 'spillover'
  | 'forecast'
  | 'event'
  | 'count'
  | 'alliance'
  | 'support'
  | 'redline'
  | 'causal'
  | 'intent'
  | 'capability';
