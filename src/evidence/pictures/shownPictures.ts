/** The numbers behind the pictures of a claim and of a whole theatre. Unknown numbers are null; days are written out. */

/** What was recorded, and what two models fitted to the same days expect, added up day by day. */
export interface CumulativePicture {
  /** What is counted. */
  readonly label: string;
  /** What one of the two models has and the other lacks. */
  readonly what: 'rule' | 'change';
  /** Sums over the judged and recorded days up to and with `day`. */
  readonly points: readonly {
    readonly day: string;
    readonly recorded: number;
    readonly with: number;
    readonly without: number;
  }[];
  /** How much better the model with it fits the same days, in log-likelihood; it has one number more to fit with. */
  readonly gain: number;
}

/** How well a claim's own model fits the days it was fitted to. Not a test of the claim. */
export interface FitDiagnostics {
  /** What is counted. */
  readonly label: string;
  readonly steps: number;
  readonly events: number;
  /** Heights of ten bars of the PIT, 1 where level: where each count fell in its own one-step forecast. */
  readonly pit: readonly number[];
  /** Correlation of Pearson residuals 1, 2, … steps apart; null where too few recorded pairs lie so far apart. */
  readonly autocorrelation: readonly (number | null)[];
  /** Sums of residuals of up to 24 stretches of equal length in their own standard errors, in order of time. */
  readonly stretches: readonly number[];
  /** Overdispersion, Var = mu + psi·mu². */
  readonly psi: number;
  /** Σ Pearson residuals² over steps less parameters: near 1 where psi tells the spread. */
  readonly dispersion: number | null;
}

/** Exchanges between two sides, split by calm. */
export interface EpisodesPicture {
  readonly first: string;
  readonly second: string;
  readonly calmDays: number;
  readonly episodes: number;
  readonly exchanges: number;
  readonly oneSided: { readonly first: number; readonly second: number };
  readonly startedBy: SideCounts & { readonly unknown: number };
  readonly endedBy: SideCounts;
  /** How many exchanges went so many rounds. */
  readonly rounds: readonly { readonly rounds: number; readonly exchanges: number }[];
}

export interface SideCounts {
  readonly first: number;
  readonly second: number;
  /** Both sides acted on that day. */
  readonly both: number;
}

/** Where the rate of one stream changed. */
export interface ChangesPicture {
  readonly label: string;
  /** Claims whose rate it is. */
  readonly claims: readonly string[];
  readonly level: number;
  readonly segments: readonly {
    readonly first: string;
    readonly last: string;
    /** Events a recorded day. */
    readonly rate: number;
    readonly events: number;
  }[];
  readonly changes: readonly {
    readonly day: string;
    readonly lower: string;
    readonly upper: string;
    readonly ratio: number | null;
  }[];
}

/** Mean acts of the one side on the other within some days after an act of the other on the one. Description, no test. */
export interface MatrixPicture {
  readonly actors: readonly string[];
  readonly days: number;
  /** Cells with fewer acts show no number. */
  readonly fewest: number;
  /** Actors that have acts too and are left out, so that the picture stays readable. */
  readonly leftOut: number;
  /** Acts of `actor` on `other`, and what `other` did to `actor` afterwards; pairs without any act are left out. */
  readonly cells: readonly {
    readonly actor: string;
    readonly other: string;
    readonly acts: number;
    /**
     * Mean acts of `other` on `actor` in the days after, and before for comparison; null where `acts` are few, and where
     * some events count for both sides.
     */
    readonly after: number | null;
    readonly before: number | null;
    /** Events of this pair in which nothing tells who acted, so that they count for both sides; absent where there are none. */
    readonly undirected?: number;
  }[];
}

export interface MapPicture {
  /** Declared places with a position, and how many acts of the theatre's kinds the record has there. */
  readonly places: readonly {
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly events: number;
  }[];
  /** Declared places without a position, with their acts. */
  readonly unplaced: readonly { readonly name: string; readonly events: number }[];
  readonly areas: readonly { readonly name: string; readonly places: readonly string[] }[];
  readonly routes: readonly {
    readonly name: string;
    readonly through: readonly string[];
    /** What claims say of the route, and what was found. */
    readonly states: readonly { readonly claim: string; readonly text: string; readonly finding: string }[];
  }[];
  readonly kinds: string;
}

/** Pictures of the whole theatre; null where the record holds nothing to draw. */
export interface TheatrePictures {
  readonly matrix: MatrixPicture | null;
  readonly map: MapPicture | null;
  readonly changes: readonly ChangesPicture[];
}

/** One way in which a claim was tried otherwise, behind a guard. */
export interface TriedOtherwise {
  readonly name: string;
  readonly about:
    | 'doers'
    | 'days'
    | 'duplicates'
    | 'direction'
    | 'coverage'
    | 'window'
    | 'left out'
    | 'silence'
    | 'scale'
    | 'period';
  /** The effect so, in the unit of the verdict's effect; null where it could not be fitted. */
  readonly estimate: number | null;
  /** What is found so, where a finding is told instead of a number. */
  readonly finding?: string;
  readonly turned: boolean;
}
