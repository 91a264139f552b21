/** Verdicts and the Examination: the JSON contract of `tacit examine --json`. Unknown numbers are null, never 0 or NaN. */
import type { OpenClaim } from '../language/index.ts';
import type {
  CumulativePicture,
  EpisodesPicture,
  FitDiagnostics,
  TheatrePictures,
  TriedOtherwise,
} from './pictures/shownPictures.ts';
import type { RecordDescription } from './recordDescription.ts';
import type { RivalComparison } from './rivals/rivalComparison.ts';

export type Finding =
  'supported' | 'contradicted' | 'not separable' | 'too few events' | 'not testable' | 'disputed';

export type Part =
  | 'rate'
  | 'timing'
  | 'cause'
  | 'attribution'
  | 'intent'
  | 'event'
  | 'total'
  | 'share'
  | 'control'
  | 'forecast';

export interface Effect {
  readonly name: string;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  readonly unit: string;
}

export interface Power {
  /** The smallest effect of interest, in the effect's unit. */
  readonly smallestEffect: number;
  /** Probability of seeing that effect on this record. */
  readonly power: number | null;
  /** The smallest effect this record could show with power 0.8. */
  readonly detectable: number | null;
  /** Power at several effects, for the curve. */
  readonly curve: readonly { readonly effect: number; readonly power: number }[];
}

export interface Guard {
  readonly name: string;
  /** Null: shown only, not asked or not run; `detail` says why. */
  readonly passed: boolean | null;
  readonly value: number | null;
  readonly detail: string;
  /** What was tried otherwise, one by one, where the guard is made of such; behind the picture of what would change it. */
  readonly tried?: readonly TriedOtherwise[];
}

export interface Verdict {
  readonly part: Part;
  readonly finding: Finding;
  /** Machine reason, e.g. `pair absent`, or null. */
  readonly reason: string | null;
  /** One plain sentence. */
  readonly sentence: string;
  readonly effect: Effect | null;
  readonly power: Power | null;
  readonly events: {
    readonly trigger: number | null;
    readonly response: number | null;
    /** What the two numbers count, one and many; absent: triggers and responses, or events where there is no trigger. */
    readonly nouns?: {
      readonly trigger: readonly [string, string];
      readonly response: readonly [string, string];
    };
  };
  readonly guards: readonly Guard[];
}

export interface TimelineStream {
  readonly label: string;
  readonly role: 'trigger' | 'response' | 'counted';
  readonly days: readonly { readonly day: string; readonly count: number }[];
}

export interface Band {
  readonly label: string;
  readonly first: string;
  readonly last: string;
  readonly kind: 'claimed' | 'missing' | 'period' | 'compared' | 'expected';
}

/** Mean responses per trigger at each lag, before (negative) and after, beside what chance dates give. */
export interface LagPoint {
  readonly lag: number;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly placeboLower: number;
  readonly placeboMean: number;
  readonly placeboUpper: number;
}

export interface ClaimFigures {
  readonly timeline: {
    readonly first: string;
    readonly last: string;
    readonly streams: readonly TimelineStream[];
    readonly bands: readonly Band[];
    readonly marks: readonly { readonly day: string; readonly label: string }[];
  } | null;
  readonly responseByLag: {
    readonly lags: readonly LagPoint[];
    readonly window: { readonly from: number; readonly to: number };
    readonly unit: string;
    readonly placebos: number;
  } | null;
  /** One for each stream that was fitted; missing or empty where none was. */
  readonly cumulative?: readonly CumulativePicture[];
  readonly diagnostics?: readonly FitDiagnostics[];
  /** Only of claims about exchanges. */
  readonly episodes?: EpisodesPicture | null;
}

/** How many tests stand behind the findings, what corrects for their number, and the chance it leaves for any false "supported". */
export interface ErrorControl {
  /** In words: `Holm over the 9 tested parts of this file`. */
  readonly procedure: string;
  readonly level: number;
  readonly tests: number;
}

/** An event that the verdict rests on, as shown in the report. */
export interface EventRow {
  readonly id: string;
  readonly record: string;
  readonly line: number;
  readonly first: string;
  readonly last: string;
  readonly what: string;
  readonly where: string;
  readonly killed: string | null;
  readonly attribution: string;
  readonly address: string | null;
  readonly note: string | null;
}

/** How many of a claim's events tell who acted on whom. */
export interface ClaimDirection {
  /** Events of all the claim's patterns on its days, each counted once. */
  readonly events: number;
  /** Those in which nothing tells who acted: they count in both orders. */
  readonly undirected: number;
  /** Those that count in both orders because the file says that one side alone has the means. */
  readonly byMeans: number;
}

export interface ClaimExamination {
  readonly name: string;
  readonly source: string;
  readonly sourceDisplay: string;
  /** When the source was published, as the file writes it (`2024-05-14`, `about 2017-06`), and where it can be read. */
  readonly published?: string | null;
  readonly sourceAddress?: string | null;
  readonly passage: string | null;
  readonly quote: string | null;
  readonly form: string;
  readonly text: string;
  readonly line: number;
  /** `2017-05-18 to 2024-05-14`, and whether the end is the default (publication). */
  readonly judged: {
    readonly first: string | null;
    readonly last: string | null;
    readonly untilPublication: boolean;
  };
  readonly parts: readonly Verdict[];
  /** What the same test says on the days after publication, where there are any. */
  readonly afterPublication: string | null;
  readonly figures: ClaimFigures | null;
  readonly events: readonly EventRow[];
  /** Events that count for the verdict but are not among `events`, so that a cut is never silent. */
  readonly eventsNotShown?: number;
  /** How many of the claim's events tell who acted on whom; missing or null where all do. */
  readonly direction?: ClaimDirection | null;
}

export type * from './pictures/shownPictures.ts';
export type * from './recordDescription.ts';
export type * from './rivals/rivalComparison.ts';

export interface RecordQuality extends RecordDescription {
  readonly covers: { readonly first: string; readonly last: string } | null;
  readonly setAsideRows: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly reason: string;
  }[];
  readonly missing: readonly { readonly first: string; readonly last: string }[];
  /** Whether possible duplicates count apart or once in this record, and how many rows were decided one by one. */
  readonly duplicatesCounted: 'apart' | 'once';
  readonly duplicatesDecided: number;
  /** Published totals beside the record's own count over the same days. */
  readonly totals: readonly {
    readonly source: string;
    readonly scope: string;
    readonly first: string;
    readonly last: string;
    readonly published: number;
    readonly recorded: number;
  }[];
  /** Known faults in sentences: thinning, over-sampled answers, gaps. */
  readonly faults: readonly string[];
  readonly undeclaredActors: readonly { readonly name: string; readonly events: number }[];
  readonly undeclaredPlaces: readonly { readonly name: string; readonly events: number }[];
}

export interface Examination {
  readonly tacit: string;
  readonly seed: number;
  readonly theatre: {
    readonly file: string;
    readonly hash: string;
    readonly title: string;
    readonly text: string;
  };
  readonly records: readonly RecordQuality[];
  readonly thresholds: Readonly<Record<string, number>>;
  /** Missing or null where nothing was tested. */
  readonly errorControl?: ErrorControl | null;
  readonly claims: readonly ClaimExamination[];
  /** Claims in which, or in what they name, a `?` is still open: never judged. Missing where there are none. */
  readonly open?: readonly OpenClaim[];
  /** Pairs of claims that share events, so that nobody counts them as independent. */
  readonly sharedEvents: readonly { readonly claims: readonly string[]; readonly events: number }[];
  /** Claims that the file sets against each other, two by two; missing or empty where there are none. */
  readonly rivals?: readonly RivalComparison[];
  /** Pictures of the theatre as a whole; missing where they were not asked for. */
  readonly pictures?: TheatrePictures;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly hint: string | null;
  }[];
}
