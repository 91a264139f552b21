/** One stream ready for the likelihood: counts, what enters its mean, and which steps carry data. */
export interface StreamDesign {
  readonly steps: number;
  readonly counts: Float64Array;
  /** Columns of the log endemic rate: intercept, trend, covariates. */
  readonly columns: readonly Float64Array[];
  /** Terms added to the endemic part, each with its own parameter: own history, answers, same day. */
  readonly terms: readonly Float64Array[];
  /** Share of what happened that the record holds; already inside `terms`. */
  readonly coverage: Float64Array | null;
  /** 1 where the step carries data in the plain and the smooth test. */
  readonly recorded: Uint8Array;
  /** The same without the first days, for the chain. */
  readonly recordedLate: Uint8Array;
  readonly constants: CountConstants;
  readonly constantsLate: CountConstants;
  /** Where this stream's parameters are in the common vector. */
  readonly place: StreamPlace;
}

export interface StreamPlace {
  readonly beta: number;
  /** One for each of `terms`. */
  readonly terms: readonly number[];
  readonly logPsi: number;
  readonly loading: number;
}

/** What the counts contribute whatever the means: `above[j]` days with more than j events, and Σ ln y!. */
export interface CountConstants {
  readonly days: number;
  readonly events: number;
  readonly above: Float64Array;
  readonly logFactorials: number;
}

export function countConstants(counts: Float64Array, used: Uint8Array): CountConstants {
  let largest = 0;
  let days = 0;
  let events = 0;
  for (let t = 0; t < counts.length; t++) {
    if (used[t] !== 1) continue;
    days++;
    events += counts[t]!;
    largest = Math.max(largest, counts[t]!);
  }
  const above = new Float64Array(largest);
  let logFactorials = 0;
  for (let t = 0; t < counts.length; t++) {
    if (used[t] !== 1) continue;
    for (let j = 0; j < counts[t]!; j++) {
      above[j] = above[j]! + 1;
      logFactorials += Math.log(j + 1);
    }
  }
  return { days, events, above, logFactorials };
}

/**
 * Σ_t [lnΓ(y+1/psi) − lnΓ(1/psi) + y ln psi − ln y!] = Σ_j above[j] ln(1 + psi j) − Σ ln y!, free of cancellation as
 * psi → 0; the rest of the negative binomial log density is y ln mu − (y + 1/psi) ln(1 + psi mu).
 */
export function countTerm(constants: CountConstants, psi: number): number {
  let sum = -constants.logFactorials;
  for (let j = 1; j < constants.above.length; j++) sum += constants.above[j]! * Math.log1p(psi * j);
  return sum;
}

/** Derivative of `countTerm` by log psi. */
export function countTermSlope(constants: CountConstants, psi: number): number {
  let sum = 0;
  for (let j = 1; j < constants.above.length; j++) sum += (constants.above[j]! * psi * j) / (1 + psi * j);
  return sum;
}
