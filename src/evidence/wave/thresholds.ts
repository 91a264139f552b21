/** Likelihood ratios that the answer must exceed in each test. */
export interface WaveThresholds {
  readonly T1: number;
  readonly T2: number;
  readonly T3: number;
  readonly T4: number;
  readonly T5: number;
  readonly T6: number;
  /**
   * What T1, T4, T5 and T6 ask instead where a wave adds less than `gain` (twice the log-likelihood) beside the answer:
   * the answer alone then explains what the record holds. Null: the same as elsewhere.
   */
  readonly waveless: ({ readonly gain: number } & Readonly<Record<'T1' | 'T4' | 'T5' | 'T6', number>>) | null;
}

/**
 * What the tests ask where nothing else is known of the answers; settled once on made records and never tuned on a record.
 * T1 is above the nominal 5 and 1 per cent points because those are lax even for the right model.
 */
export const THRESHOLDS = {
  /** p ≤ .05 of the half chi-square. */
  plain: 2.705543454095404,
  T1: 6.63,
  T2: 2.71,
  T3: 2.71,
  T4: 2,
  /** As T1, whatever the shape of the wave. */
  T5: 6.63,
  /** As T1, beside a smooth wave of five days or more. */
  T6: 6.63,
  waveless: null,
  /** T2 and T3 where a third actor is named or suspected. */
  strict: 4.22,
} as const;

/** Days by which the wave may reach B late. */
export const SHIFTS = [0, 2, 4] as const;

/** The same where the late wave stands alone (T4). */
export const LATE_ALONE_SHIFTS = [0, 2, 3, 4] as const;
