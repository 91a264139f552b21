/**
 * A made world of two sides A and B, and a bystander pair C, whose truth is known. Rates are events a day; what is left
 * out has the value in brackets. Plain data, so that a kind of records is one line.
 */
export interface MadeWorld {
  /** Days of the record (1,096). */
  readonly days?: number;
  /** Base rates (0.3). */
  readonly rateA?: number;
  readonly rateB?: number;
  /** Overdispersion: Var = mean + psi·mean² (0.5). */
  readonly psi?: number;
  /** Events that one event of the own side brings with it, geometric delays over 14 days (0.15). */
  readonly ownA?: number;
  readonly ownB?: number;
  /** B answers A; A answers B: answers per event, the same delays (0). */
  readonly rhoAB?: number;
  readonly rhoBA?: number;
  /** Share of B's answers that fall on the trigger's own day (0). */
  readonly sameDay?: number;
  /** A shared log-rate with unit lag correlation exp(−1/tau); `late` days until it reaches B; C too where it is the theatre's. */
  readonly wave?: {
    readonly tau: number;
    /** One value, or the ends between which each record draws its own. */
    readonly sd: number | readonly [number, number];
    readonly smooth?: boolean;
    readonly late?: number;
    readonly theatre?: boolean;
    /** B falls where A rises. */
    readonly against?: boolean;
  };
  /** Both rates times as high on that many days in a row, somewhere in the record. */
  readonly campaign?: { readonly days: number; readonly times: number };
  /** Both rates grow so many times over the record. */
  readonly trend?: number;
  /** Both rates follow the year: log-rate `amplitude`·sin, the same phase, drawn. */
  readonly season?: number;
  /** Both rates jump up so many times at drawn dates and fade over `fade` days. */
  readonly shocks?: { readonly everyDays: number; readonly times: number; readonly fade: number };
  /** A second wave of both sides, so that two time scales run at once. */
  readonly secondWave?: { readonly tau: number; readonly sd: number };
  /** Both rates rise by degrees over 10 to 39 days, up to 1 or 2 (drawn) in log-rate, and fall back at once; calm of about 15 days. */
  readonly sawTeeth?: true;
  /** Both rates so many times as high on the same 45 days of every year. */
  readonly offensives?: { readonly times: number };
  /** Both rates switch between 1 and `times`, spells of `meanDays` on average. */
  readonly switching?: { readonly times: number; readonly meanDays: number };
  /** Share of all events that the record holds, anew at drawn dates, between `least` and 1. */
  readonly reporting?: { readonly least: number; readonly meanDays: number };
  /** From the first day of `CHANGE_DAYS` on, or from the day `losingFrom`, the record holds only this share of all events. */
  readonly losing?: number;
  readonly losingFrom?: number;
  /** Spells that nobody recorded, 40 to 120 days each; the theatre says so only where `told`. */
  readonly missing?: { readonly spells: number; readonly told: boolean };
  /** Hidden third stream: its events move A at once and B this many days later, this many each. */
  readonly third?: { readonly rate: number; readonly effect: number; readonly late: number };
  /**
   * Unrecorded news about every `everyDays` days, each of a size drawn anew (exponential, mean `acts`): so many acts of each
   * side follow, geometric with `quickA`, `quickB`, A's from the news' own day on, B's from `late` days later.
   */
  readonly news?: {
    readonly everyDays: number;
    readonly acts: number;
    readonly quickA: number;
    readonly quickB: number;
    readonly late: number;
  };
  /** Unrecorded news about every `everyDays` days: A acts twice or more on its day, and B's rate is `times` as high on the `days` after. */
  readonly stilling?: { readonly everyDays: number; readonly times: number; readonly days: number };
  /** All events of so many days are dated on the first of them. */
  readonly batchDays?: number;
  /** Share of A's events coded a second time as B's, one or two days later (0). */
  readonly codedTwice?: number;
  /** Share of each side's events coded a second time as the other's: a third of them on the same day, the others on the next (0). */
  readonly sidesSwapped?: number;
  /** B's whole mean times exp(gamma · acts of A in the last `days` days): deterrence below 0, backlash above. */
  readonly shift?: { readonly gamma: number; readonly days: number };
  /** The endemic rates of B, or of both, or of the bystanders too, times as high on the days of the claimed change (`CHANGE_DAYS`). */
  readonly change?: {
    readonly times: number;
    readonly both: boolean;
    readonly all?: boolean;
    readonly steadily?: boolean;
  };
  /** The endemic rate of B so many times as high on the days of `CONSENT_DAYS`, and so many times on all others. */
  readonly consent?: { readonly inside: number; readonly outside: number };
  /** B's answers per act of A from the day of `LATE_DAY` on; before it `rhoAB`. */
  readonly lateRhoAB?: number;
}

/** The days on which claims of a change speak, counted from the first of the record: half a year, half a year before it to compare with. */
export const CHANGE_DAYS = { first: 700, last: 882 } as const;

/** The period Consent of `CLAIM_DECLARATIONS`, and the first day of its period Late. */
export const CONSENT_DAYS = [
  { first: 59, last: 243 },
  { first: 485, last: 669 },
] as const;
export const LATE_DAY = 546;

/** What `makeRecord` gives: what happened on each day, and which days the theatre says nobody recorded. */
export interface MadeRecord {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** The bystander pair. */
  readonly c: Float64Array;
  /** First and last day of each spell that the theatre calls missing. */
  readonly missing: readonly (readonly [number, number])[];
}
