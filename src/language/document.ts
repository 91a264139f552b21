/**
 * The Document: a theatre file as plain data, just as it is written: names unresolved, nothing filled in.
 * It can be written as JSON (the twin) and printed back as text. Later forms never refer back to parser objects.
 */

import type { DateOrderWord, DecidedRows, DirectionPolicy, DuplicatePolicy } from './recordWords.ts';

export type * from './diagnostic.ts';
export type * from './recordWords.ts';

/** Where a node stands in its file: UTF-16 offsets, half-open; line and column count from 1. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export interface SyntaxNode<Kind extends string> {
  readonly kind: Kind;
  readonly at: SourceSpan;
  /** True where Tacit filled the node in (stage `explained`); left out where the author wrote it. */
  readonly default?: boolean;
}

/** A date as written: `2024`, `2024-02` or `2024-02-04`. */
export type DateText = string;
export type Unit = 'day' | 'week';
export type Bound = 'at least' | 'at most' | 'about' | 'more than' | 'fewer than' | 'exactly';

/** `no` and `none` are written as `{ bound: 'exactly', value: 0, none: true }`. A bare number has bound null. */
export interface Quantity {
  readonly bound: Bound | null;
  readonly value: number;
  readonly none: boolean;
}

// ---- patterns -------------------------------------------------------------------------------------------------

export interface ActorReference extends SyntaxNode<'actorReference'> {
  readonly anyone: boolean;
  readonly sameActor: boolean;
  readonly each: boolean;
  /** Null for `anyone` and `the same actor`. */
  readonly name: string | null;
  readonly except: readonly string[];
}

export interface PlaceReference extends SyntaxNode<'placeReference'> {
  readonly anywhere: boolean;
  readonly samePlace: boolean;
  readonly each: boolean;
  readonly name: string | null;
  readonly except: readonly string[];
}

export type Where =
  | (SyntaxNode<'in'> & { readonly place: PlaceReference })
  | SyntaxNode<'elsewhere'>
  | (SyntaxNode<'near'> & {
      readonly place: string | null;
      readonly samePlace: boolean;
      readonly kilometres: number;
    });

export interface Size extends SyntaxNode<'size'> {
  readonly of: 'killing' | 'wounding' | 'with';
  readonly quantity: Quantity;
  /** The measure's name for `with at least 12 aircraft`; null for killing and wounding. */
  readonly measure: string | null;
}

export interface Pattern extends SyntaxNode<'pattern'> {
  readonly actor: ActorReference;
  /** In the singular as declared or as shipped: `strike`, also where `strikes` is written. */
  readonly act: string;
  /** The act as it stands in the sentence: `strikes`. Says the same as `act`; kept so that `format` keeps it. */
  readonly actWord: string;
  /** Whether `on` stands before the target: `strikes on Axis`. Changes no meaning. */
  readonly on: boolean;
  /** Null where no target is written: anyone or no one. */
  readonly target: ActorReference | null;
  readonly where: Where | null;
  readonly date: DateText | null;
  readonly size: Size | null;
}

export type AmountUnit =
  | { readonly of: 'events' }
  | { readonly of: 'days' }
  | { readonly of: 'deaths' }
  | { readonly of: 'measure'; readonly measure: string };

/** What is counted: events, days with events, deaths or another measure, of one or more patterns (`or`). */
export interface Amount extends SyntaxNode<'amount'> {
  readonly unit: AmountUnit;
  readonly patterns: readonly Pattern[];
}

export type Window =
  | (SyntaxNode<'within'> & { readonly count: number; readonly unit: Unit })
  | (SyntaxNode<'after'> & { readonly from: number; readonly to: number; readonly unit: Unit })
  | SyntaxNode<'that day'>;

// ---- sentence forms --------------------------------------------------------------------------------------------

export type DateSpan =
  | (SyntaxNode<'fromTo'> & { readonly from: DateText; readonly to: DateText | null })
  | (SyntaxNode<'duringPeriod'> & { readonly period: string });

export interface By extends SyntaxNode<'by'> {
  readonly bound: Bound | null;
  /** Percent; `half` is 50. */
  readonly percent: number;
  readonly half: boolean;
}

export type ComparedWith =
  | (SyntaxNode<'dates'> & { readonly from: DateText; readonly to: DateText })
  | (SyntaxNode<'amountBase'> & { readonly amount: Amount })
  | (SyntaxNode<'periodBase'> & { readonly period: string });

export type Trend = 'falls' | 'rises' | 'unchanged';
/** A trend as it stands in the sentence; the number changes no meaning. */
export type TrendWord = Trend | 'fall' | 'rise';

export interface TruceHead {
  /** `between A and B`: both ways; `by A toward B`: one way; `by A`: toward anyone. */
  readonly between: boolean;
  readonly first: ActorReference;
  readonly second: ActorReference | null;
  readonly place: PlaceReference | null;
}

export type Form =
  | (SyntaxNode<'answer'> & {
      readonly trigger: Amount;
      readonly response: Amount;
      readonly window: Window;
      /** `in 80 percent of cases`. */
      readonly share: Quantity | null;
    })
  | (SyntaxNode<'shift'> & {
      readonly trigger: Amount;
      readonly response: Amount;
      readonly how: 'fewer' | 'more';
      /** `no fewer`, `no more`. */
      readonly negated: boolean;
      readonly count: number;
      readonly unit: Unit;
    })
  | (SyntaxNode<'noExtra'> & { readonly trigger: Amount; readonly response: Amount; readonly window: Window })
  | (SyntaxNode<'mutual'> & { readonly first: Pattern; readonly second: Pattern; readonly window: Window })
  | (SyntaxNode<'change'> & {
      readonly amount: Amount;
      readonly trend: Trend;
      readonly trendWord: TrendWord;
      readonly steadily: boolean;
      readonly span: DateSpan;
      readonly by: By | null;
      readonly comparedWith: ComparedWith | null;
    })
  | (SyntaxNode<'truce'> & {
      readonly head: TruceHead;
      readonly span: DateSpan;
      readonly expectedFrom: DateText | null;
      readonly holding: { readonly quantity: Quantity; readonly unit: Unit } | null;
    })
  | (SyntaxNode<'onlyDuring'> & { readonly amount: Amount; readonly period: string })
  | (SyntaxNode<'onlyAfter'> & {
      readonly amount: Amount;
      readonly count: number;
      readonly unit: Unit;
      readonly after: Amount;
    })
  | (SyntaxNode<'coMovement'> & {
      readonly amount: Amount;
      readonly trend: Trend;
      readonly trendWord: TrendWord;
      readonly other: Amount;
      readonly otherTrend: Trend;
      readonly otherTrendWord: TrendWord;
      readonly count: number;
      readonly unit: Unit;
    })
  | (SyntaxNode<'strength'> & {
      readonly claim: string;
      readonly how: 'stronger' | 'weaker' | 'different';
      readonly during: string | null;
      readonly than: string | null;
    })
  | (SyntaxNode<'routeState'> & {
      readonly route: string;
      readonly state: 'open' | 'closed';
      readonly from: DateText;
      readonly to: DateText | null;
    })
  | (SyntaxNode<'holds'> & {
      readonly actor: ActorReference;
      readonly place: PlaceReference;
      readonly from: DateText;
      readonly to: DateText | null;
    })
  | (SyntaxNode<'share'> & {
      readonly amount: Amount;
      /** Null for `most`. */
      readonly percent: Quantity | null;
      readonly whole: Amount;
      readonly from: DateText | null;
      readonly to: DateText | null;
    })
  | (SyntaxNode<'extreme'> & {
      readonly amount: Amount;
      readonly how: 'highest' | 'lowest';
      readonly date: DateText;
      readonly since: DateText;
    })
  | (SyntaxNode<'starts'> & {
      readonly actor: ActorReference;
      readonly other: ActorReference;
      readonly place: PlaceReference | null;
    })
  | (SyntaxNode<'event'> & { readonly pattern: Pattern; readonly first: boolean })
  | (SyntaxNode<'total'> & {
      readonly quantity: Quantity;
      readonly amount: Amount;
      readonly per: Unit | null;
      readonly from: DateText;
      readonly to: DateText;
    })
  | (SyntaxNode<'expects'> & {
      readonly possible: boolean;
      readonly amount: Amount;
      readonly trend: Trend | null;
      readonly trendWord: TrendWord | null;
      readonly by: By | null;
      readonly before: DateText;
    })
  | (SyntaxNode<'untestable'> & { readonly of: 'intent' | 'cause' | 'capability'; readonly text: string });

export type FormKind = Form['kind'];

export type Assumption =
  | (SyntaxNode<'assumeDelay'> & { readonly delay: string })
  | (SyntaxNode<'assumeSmallestAnswer'> & { readonly value: number })
  | (SyntaxNode<'assumeSmallestChange'> & { readonly percent: number })
  | (SyntaxNode<'assumeCalm'> & { readonly count: number; readonly unit: Unit });

/** What limits a claim; every date and period speaks of the day of the trigger. */
export type Restriction =
  | (SyntaxNode<'since'> & { readonly date: DateText })
  | (SyntaxNode<'until'> & { readonly date: DateText })
  | (SyntaxNode<'during'> & { readonly period: string })
  | (SyntaxNode<'outside'> & { readonly period: string })
  | (SyntaxNode<'while'> & {
      readonly quantity: Quantity;
      readonly amount: Amount;
      readonly count: number;
      readonly unit: Unit;
    })
  | (SyntaxNode<'gradedBy'> & { readonly measure: string })
  | (SyntaxNode<'asserts'> & { readonly parts: readonly string[] })
  | (SyntaxNode<'assuming'> & { readonly assumption: Assumption });

// ---- declarations ----------------------------------------------------------------------------------------------

export interface Names {
  readonly name: string;
  readonly display: string | null;
  readonly also: readonly string[];
}

export type RecordPart =
  | (SyntaxNode<'covers'> & { readonly from: DateText; readonly to: DateText })
  | (SyntaxNode<'missing'> & { readonly from: DateText; readonly to: DateText })
  /** `dates dmy`: how the file writes numeric dates; `map "x.map.toml"`: what its columns hold. */
  | (SyntaxNode<'dateOrder'> & { readonly order: DateOrderWord })
  | (SyntaxNode<'map'> & { readonly file: string })
  | (SyntaxNode<'direction'> & { readonly policy: DirectionPolicy })
  | (SyntaxNode<'duplicates'> & { readonly policy: DuplicatePolicy })
  /** `duplicate "ID" of "ID" in "FILE"`: one incident; `distinct "ID" and "ID"`: two. No file: this record. */
  | (SyntaxNode<'duplicate'> & DecidedRows)
  | (SyntaxNode<'distinct'> & DecidedRows)
  /** `totals "counters.csv" of Militias attack US`: published running totals, and what they count. */
  | (SyntaxNode<'totals'> & { readonly file: string; readonly of?: Amount | null })
  /** `fault "…"` or `fault answers "…"`: a known fault of the record, printed with every verdict. */
  | (SyntaxNode<'fault'> & { readonly text: string; readonly answers: boolean })
  | (SyntaxNode<'column'> & { readonly column: string; readonly amount: Amount })
  | (SyntaxNode<'measure'> & { readonly name: string; readonly column: string });

export interface Member extends SyntaxNode<'member'> {
  readonly actor: string;
  readonly from: DateText | null;
  readonly to: DateText | null;
  readonly saidBy: string | null;
}

export type PeriodSpan =
  | (SyntaxNode<'spanFromTo'> & {
      readonly from: DateText;
      readonly to: DateText | null;
      readonly saidBy: string | null;
    })
  | (SyntaxNode<'spanUntil'> & { readonly until: DateText; readonly saidBy: string | null })
  /** `each 06-01 to 09-30`: month and day. */
  | (SyntaxNode<'spanEach'> & {
      readonly from: string;
      readonly to: string | null;
      readonly saidBy: string | null;
    })
  | (SyntaxNode<'spanTable'> & { readonly file: string; readonly saidBy: string | null });

export type ActClass =
  { readonly of: 'class'; readonly name: string } | { readonly of: 'code'; readonly code: string };

export type Item =
  | (SyntaxNode<'record'> & {
      readonly file: string;
      readonly countsPer: Unit | null;
      readonly parts: readonly RecordPart[];
    })
  | (SyntaxNode<'use'> & { readonly file: string | null; readonly pack: string | null })
  | (SyntaxNode<'actor'> & Names)
  | (SyntaxNode<'alliance'> & Names & { readonly members: readonly Member[] })
  | (SyntaxNode<'place'> &
      Names & {
        /** North and east are positive; `decimals` is how exactly the position is written. */
        readonly position: {
          readonly latitude: number;
          readonly longitude: number;
          readonly decimals: number;
        } | null;
        readonly withinKilometres: number | null;
      })
  | (SyntaxNode<'area'> & Names & { readonly members: readonly string[] })
  | (SyntaxNode<'route'> & Names & { readonly through: readonly string[] })
  | (SyntaxNode<'act'> & { readonly name: string; readonly classes: readonly ActClass[] })
  | (SyntaxNode<'source'> & {
      readonly name: string;
      readonly display: string | null;
      readonly publishedAbout: boolean;
      readonly published: DateText | null;
      readonly reliability: string | null;
      readonly address: string | null;
    })
  | (SyntaxNode<'period'> & {
      readonly name: string;
      readonly display: string | null;
      readonly spans: readonly PeriodSpan[];
    })
  | (SyntaxNode<'claim'> & {
      readonly name: string;
      readonly source: string;
      readonly citing: readonly string[];
      readonly passage: string | null;
      readonly quote: string | null;
      readonly form: Form;
      readonly restrictions: readonly Restriction[];
    })
  | (SyntaxNode<'rivals'> & { readonly claims: readonly string[] })
  | (SyntaxNode<'whatif'> & {
      readonly title: string;
      readonly from: DateText;
      readonly count: number;
      readonly unit: Unit;
      readonly changes: readonly WhatIfChange[];
    })
  | (SyntaxNode<'assume'> & { readonly assumption: Assumption });

export type WhatIfChange =
  | (SyntaxNode<'without'> & { readonly claim: string })
  /** A truce holds; `percent` is what it leaves of the rates, null where it is as strong as the record's. */
  | (SyntaxNode<'holdTruce'> & { readonly head: TruceHead; readonly percent: number | null })
  /** The days count as days of a period. */
  | (SyntaxNode<'open'> & { readonly period: string })
  /** `50 percent of Q`; `no Q` is 0 percent. */
  | (SyntaxNode<'scaled'> & { readonly percent: number; readonly amount: Amount });

export type ItemOfKind<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>;

export interface Comment {
  /** With its two strokes: `// who`. */
  readonly text: string;
  readonly at: SourceSpan;
  /** False where something else stands before it on its line. */
  readonly ownLine: boolean;
}

export interface Document {
  readonly format: 'tacit-theatre/1';
  /** From `tacit 1`; null where the line is missing. */
  readonly version: number | null;
  readonly title: string;
  /** Where version and title stand; null where they are missing. */
  readonly at: { readonly version: SourceSpan | null; readonly title: SourceSpan | null };
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
  /** Numbers of the empty lines, counted from 1: `format` keeps one where the author left some. */
  readonly blankLines: readonly number[];
}
