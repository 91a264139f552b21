import type { ClaimKind, Realis, Span } from '../article.ts';

/**
 * A drafted theatre: suggestions that hang on passages, and the text of a theatre file made of them. Nothing in it is
 * accepted: a person keeps, changes or discards each suggestion. Offsets are UTF-16 code units, half-open, into `raw`
 * of the article a part belongs to; `raw.slice(start, end) === quotation` everywhere.
 */
export interface Draft {
  readonly format: 'tacit-draft/1';
  readonly title: string;
  readonly articles: readonly DraftArticle[];
  /** What the articles claim, in the order of article and text. */
  readonly suggestions: readonly Suggestion[];
  /** Actors, places, alliances and routes the suggestions need, each with the words that were mapped onto it. */
  readonly declarations: readonly Declaration[];
  /** Names no pack knows: listed for a person, never dropped. */
  readonly unknownNames: readonly UnknownName[];
  readonly events: readonly DraftEvent[];
  readonly dates: readonly DraftDate[];
  readonly voices: readonly DraftVoice[];
  readonly names: readonly DraftName[];
  /** Accounts of one matter that differ: names of claims. */
  readonly rivals: readonly (readonly string[])[];
  /** What the draft rests on, in sentences: which packs of names were used, and why. */
  readonly notes: readonly string[];
  /** What a person must tell before the draft can be examined, in sentences. */
  readonly asks: readonly string[];
  readonly reliability: readonly Reliability[];
  /** Null where no model was asked. */
  readonly model: ModelReport | null;
  /** The theatre file, ready to be saved. */
  readonly text: string;
}

export interface DraftArticle {
  readonly file: string;
  /** Name of its source in the draft. */
  readonly source: string;
  readonly publisher: string | null;
  /** `2024-05-14`, or null where the article does not say. */
  readonly published: string | null;
  readonly raw: string;
  readonly title: Span | null;
  readonly paragraphs: readonly (Span & { readonly number: number })[];
  readonly headings: readonly Span[];
  readonly boilerplate: readonly Span[];
}

/** A stretch of an article. */
export interface Passage extends Span {
  /** Index into `articles`. */
  readonly article: number;
  /** Counted from 1; null for title and headings. */
  readonly paragraph: number | null;
  readonly quotation: string;
}

export interface Suggestion extends Passage {
  /** Name of the claim in the draft, unique. */
  readonly name: string;
  readonly source: string;
  /** Whom the source cites, as a source of the draft. */
  readonly citing: string | null;
  /** What the sentence may claim, likeliest first, at most two; the first stands in the text, the second as a remark. */
  readonly alternatives: readonly Alternative[];
  readonly hedged: boolean;
  readonly realis: Realis;
  /** The sentence around the quotation. */
  readonly sentence: Span;
  /** `rules` found it, a `model` did, or `both`. */
  readonly foundBy: 'rules' | 'model' | 'both';
  /** The claim of the theatre the draft is added to that says this already; null where it is new. */
  readonly already: string | null;
  /** Names of claims of other articles, or of the theatre, that say the same but for dates and numbers. */
  readonly same: readonly string[];
}

export interface Alternative {
  readonly kind: ClaimKind;
  /** Share of the weight of all kinds, 0 to 1: a ranking, no probability. */
  readonly weight: number;
  /** The whole claim as Tacit, from `claim` to its last line, `?` where the article is silent. */
  readonly tacit: string;
  /** What the `?` ask for, in their order, and what the form lacks without a `?`. */
  readonly missing: readonly string[];
}

export interface Declaration {
  readonly name: string;
  readonly kind: 'actor' | 'alliance' | 'place' | 'area' | 'route' | 'source' | 'act' | 'period';
  readonly tacit: string;
  /** Words of the articles that were read as this, commonest first. */
  readonly written: readonly { readonly words: string; readonly count: number; readonly loaded: boolean }[];
  /** Known to a pack; not known, so declared as written; or an umbrella name, declared as an alliance said by the source. */
  readonly origin: 'pack' | 'unknown' | 'umbrella' | 'made';
}

export interface UnknownName {
  readonly words: string;
  readonly count: number;
  readonly didYouMean: string | null;
  readonly first: Passage;
}

/** Somebody or some place as the text words it, and its name in the draft where it has one. */
export interface Party extends Span {
  readonly words: string;
  readonly name: string | null;
}

export interface DraftEvent extends Passage {
  readonly eventClass: string;
  readonly doer: Party | null;
  readonly target: Party | null;
  readonly place: Party | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly realis: Realis;
  readonly killed: number | null;
}

export interface DraftDate extends Passage {
  readonly from: string | null;
  readonly to: string | null;
  readonly alternatives: readonly { readonly from: string; readonly to: string }[];
}

export interface DraftVoice extends Passage {
  readonly cue: Span;
  readonly source: string | null;
  readonly scope: Span;
  readonly carried: boolean;
  readonly hedged: boolean;
}

export interface DraftName extends Passage {
  /** Name in the draft; null where no pack knows it. */
  readonly name: string | null;
  readonly role: 'actor' | 'place' | 'unknown';
  readonly loaded: boolean;
}

export interface Reliability {
  readonly layer: string;
  readonly figure: string;
  readonly measuredOn: string;
}

export interface ModelReport {
  readonly model: string;
  readonly proposed: number;
  readonly kept: number;
  /** Proposals that were dropped, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly both: number;
  readonly rulesOnly: number;
  readonly modelOnly: number;
  /** Why nothing came from the model; null where it answered. */
  readonly fault: string | null;
}
