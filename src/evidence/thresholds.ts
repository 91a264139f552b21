/**
 * Every threshold a verdict rests on. They are printed with the report and are never tuned on a record.
 * Those of T1 to T6 are shown here and applied by the wave procedure.
 */
export const THRESHOLDS = {
  /** One-sided level of the plain test of an answer. */
  plainLevel: 0.05,
  /** T1: likelihood ratio of the answer beside a shared wave. */
  waveLikelihoodRatio: 6.63,
  /** T2: the same beside a smooth wave. */
  smoothWaveLikelihoodRatio: 2.71,
  /** T3: the same where the wave may reach the answering side late. */
  lateWaveLikelihoodRatio: 2.71,
  /** T4: the answer beside a wave that moves both at once, against a late wave alone. */
  lateWaveAloneLikelihoodRatio: 2,
  /** T5: as T1, where the wave may also switch between two levels only. */
  switchingWaveLikelihoodRatio: 6.63,
  /** T6: the answer beside a smooth wave of five days or more. */
  slowWaveLikelihoodRatio: 6.63,
  /** T1 and T5 where it is known how the answers lie in their window. */
  placedWaveLikelihoodRatio: 5,
  /** T6 then: an answer the other way under a smooth wave asks for more. */
  placedSlowWaveLikelihoodRatio: 6,
  /** T3 then. */
  placedLateLikelihoodRatio: 0.5,
  /** T4 then, and so much more for every standard error by which the part behind the first two days exceeds its due. */
  placedLateAloneLikelihoodRatio: 2,
  lateExcessLikelihoodRatio: 2,
  /** A wave that adds less than this beside the answer (twice the log-likelihood) is hardly one: the answer alone will do. */
  wavelessGain: 4,
  /** T1, T5 and T6 then. */
  wavelessLikelihoodRatio: 3.6,
  /** T4 then, and its part for late answers. */
  wavelessLateAloneLikelihoodRatio: -1,
  wavelessExcessLikelihoodRatio: 1.5,
  /** Fewer events of the rest of the theatre than this cannot show a wave. */
  theatreEvents: 20,
  /** So many standard errors the rest of a record must have moved with a rate for less (or more) recorded to be its rival. */
  restStandardErrors: 1.28,
  /** Two-sided level of tests of a rate (falls, rises, fewer, more). */
  rateLevel: 0.05,
  /** Level of the intervals shown. */
  intervalLevel: 0.9,
  /** Power below which "nothing found" is "too few events". */
  powerWanted: 0.8,
  /** Smallest effect of interest for answers, extra events per trigger (default; a file may state its own). */
  smallestAnswer: 0.1,
  /** Smallest change of interest as a rate ratio (default; a file may state its own). */
  smallestRateRatio: 0.8,
  /** Of a hundred incidents so many may be coded twice, with sides swapped, a day or two later: quick acts per trigger. */
  twicePerTrigger: 0.15,
  /** An answer over the whole window must fit better than these on its first two days (twice the log-likelihood). */
  twiceLikelihoodRatio: 1.5,
  /** Where both stand beside a shared wave it may fit worse by a little. */
  twiceWaveLikelihoodRatio: -2,
  /** And better by this where all of them are coded on the next day. */
  twiceNextDayLikelihoodRatio: 2,
  /** Nor may what is behind the first two days fall short of its due by that many standard errors. */
  quickShortfall: 1.5,
  /** Triggers of days with several may bring more than the others, unless by this much (twice the log-likelihood). */
  aloneLikelihoodRatio: 8,
  /** `starts exchanges`: where more days than this share are followed by quick acts, these are not all coded twice. */
  codedTwiceShare: 0.2,
  /** Share of the busiest days left out, of all days with an act of either side. */
  busiestShare: 0.05,
  /** Where random dates are followed by a response at least this often, a high share answered says nothing. */
  alwaysHoldsOne: 0.95,
  /** `only during`: the share of the rate inside the period that a rate outside it must reach to matter. */
  onlyRate: 0.2,
  /** `only during`: so many calm days part clusters of events, which alone are taken for independent. */
  clusterCalmDays: 30,
  /** Recorded share of a period below which its total is not ranked among others. */
  rankedCoverage: 0.9,
  /** Share of placebo dates that may show as large a change as the claimed one. */
  placeboShare: 0.05,
  /** A pattern of fewer events than this, and of a smaller share of the record than the next, is as good as absent. */
  absentEvents: 5,
  absentShare: 0.001,
  /** Familywise level over the named claims of a file (Holm). */
  familyLevel: 0.05,
} as const;
