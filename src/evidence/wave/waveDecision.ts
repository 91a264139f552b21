import type { WaveThresholds } from './thresholds.ts';

/** Likelihoods under "B does not answer A" (null) and "B answers A" (alternative), natural logarithms. */
export interface Contrast {
  readonly logLikelihoodNull: number;
  readonly logLikelihoodAlternative: number;
  /** Twice their difference; about 0 when the data lean against the rule. */
  readonly likelihoodRatio: number;
  /** Half chi-square with one degree of freedom (the null lies on the boundary rho = 0). */
  readonly pValue: number;
}

export type PlainTest = Contrast & {
  /** Expected answers per trigger, and of the reverse rule, with no wave in the model. */
  readonly rho: number;
  readonly rhoReverse: number;
};

/** A shared wave fitted together with both rules; loadings and time scale of the alternative. */
export type WaveTest = Contrast & {
  readonly rho: number;
  readonly rhoReverse: number;
  readonly kappa: number;
  /** Twice what the wave, and the same day, add to the log-likelihood where the answer is there already. */
  readonly beside: number;
  /** Time scale in steps over which the wave loses all but 1/e of its correlation. */
  readonly tau: number;
  readonly cA: number;
  readonly cB: number;
  /** The same under the null: the wave that has to explain everything. */
  readonly nullWave: { readonly tau: number; readonly cA: number; readonly cB: number };
};

export type SmoothTest = Contrast & {
  /**
   * False: without the answer the smooth wave has several most likely courses here (or none was found), so that the test
   * cannot be passed; the null is then its best. An alternative with several courses is taken at its worst.
   */
  readonly fitted: boolean;
  readonly rho: number;
  readonly nullWave: { readonly tau: number; readonly cA: number; readonly cB: number };
};

/** The wave may reach B some steps after A; the best shift under each hypothesis. */
export type LateTest = Contrast & {
  readonly shiftNull: number;
  readonly shiftAlternative: number;
  /** The wave of the best null. */
  readonly nullWave: { readonly tau: number; readonly cA: number; readonly cB: number };
  /** Every shift tried, in order; the alternative is null where the test was decided without it. */
  readonly shifts: readonly {
    readonly shift: number;
    readonly logLikelihoodNull: number;
    readonly logLikelihoodAlternative: number | null;
  }[];
};

/** The answer beside a wave that moves both at once (alternative) against the best late wave alone (null). */
export type LateAloneTest = Contrast & {
  readonly shiftNull: number;
  readonly nullWave: { readonly tau: number; readonly cA: number; readonly cB: number };
};

/** The wave may rise and fall by degrees or only switch between two levels; the better shape under each hypothesis. */
export type ShapeTest = Contrast & {
  /** Whether the null, and the alternative, is the wave that switches. */
  readonly switchesNull: boolean;
  readonly switchesAlternative: boolean;
  readonly nullWave: { readonly tau: number; readonly cA: number; readonly cB: number };
};

/** The strongest explanation without the rule. `distance` is in units of log-likelihood below the rule's best. */
export interface Rival {
  readonly kind: 'plain' | 'wave' | 'smooth wave' | 'late wave' | 'wave that switches on and off';
  readonly tau: number | null;
  readonly cA: number;
  readonly cB: number;
  readonly shift: number;
  readonly distance: number;
}

export type WaveTestName = 'plain' | 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6';

export interface WaveDecision {
  readonly plain: PlainTest;
  /** T1; null when screened. */
  readonly wave: WaveTest | null;
  /** T2; null when screened. */
  readonly smooth: SmoothTest | null;
  /** T3; null when screened. */
  readonly late: LateTest | null;
  /** T4; null when screened. */
  readonly lateAlone: LateAloneTest | null;
  /** T5; null when screened. */
  readonly shape: ShapeTest | null;
  /** T6; null when screened. */
  readonly slow: SmoothTest | null;
  /** Does A precede B more than A follows B? Standard normal under any simultaneous wave; null without events. */
  readonly leadLag: { readonly block30: number | null; readonly block60: number | null };
  /** Null: not run. */
  readonly passed: {
    readonly plain: boolean;
    readonly T1: boolean | null;
    readonly T2: boolean | null;
    readonly T3: boolean | null;
    readonly T4: boolean | null;
    readonly T5: boolean | null;
    readonly T6: boolean | null;
  };
  /** The likelihood ratio that each test had to exceed; `waveless` is null, since it is decided. */
  readonly wanted: WaveThresholds;
  readonly supported: boolean;
  /** With T2 and T3 at 4.22: where a third actor is named or suspected. */
  readonly supportedStrict: boolean;
  /** Tests not run because an earlier one had failed. */
  readonly screened: readonly WaveTestName[];
  /** Why nothing could be found whatever the rule, or null. */
  readonly reason: 'no triggers' | 'no responses' | 'record too short' | null;
  readonly rival: Rival | null;
  /** One sentence for each failing test, and what stays open when all pass. */
  readonly sentences: readonly string[];
  /** Days on which both sides acted: kappa is their fitted rate per trigger. */
  readonly sameDay: { readonly kappa: number | null; readonly pairs: number };
  /** Information about rho in the null with a wave, nuisance parameters removed; power ≈ Φ(rho·√information − √T1). */
  readonly information: number | null;
  /** The rho that this record would show with power 0.8, from the same information; null where it cannot be said. */
  readonly detectableRho: number | null;
}
