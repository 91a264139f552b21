import { normalCdf, normalQuantile } from '../stats/index.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Power } from './verdict.ts';

/** Φ(x) = 0.8: the distance in standard errors beyond the threshold that power 0.8 needs. */
const EIGHTY_PERCENT = 0.8416212335729143;
/** T1's threshold in standard errors: √6.63. */
const WAVE_THRESHOLD = Math.sqrt(THRESHOLDS.waveLikelihoodRatio);
/** Two-sided 5 %. */
const RATE_THRESHOLD = 1.959963984540054;

/**
 * Power for answers, from the information about rho in the null with a shared wave: Φ(rho·√I − 2.58), and never more
 * than the chance 1 − exp(−rho·n) that n triggers draw any extra answer at all. Null numbers where the record holds no
 * information.
 */
export function powerOfAnswer(
  information: number | null,
  smallestAnswer: number,
  triggers: number,
  threshold = WAVE_THRESHOLD,
): Power {
  if (information === null || !(information > 0)) {
    return { smallestEffect: smallestAnswer, power: null, detectable: null, curve: [] };
  }
  const root = Math.sqrt(information);
  const at = (rho: number) => Math.min(normalCdf(rho * root - threshold), -Math.expm1(-rho * triggers));
  const detectable = Math.max(
    (threshold + EIGHTY_PERCENT) / root,
    -Math.log(1 - THRESHOLDS.powerWanted) / triggers,
  );
  const reach = Math.max(1.5 * detectable, 2 * smallestAnswer);
  return {
    smallestEffect: smallestAnswer,
    power: at(smallestAnswer),
    detectable,
    curve: grid(reach).map((effect) => ({ effect, power: at(effect) })),
  };
}

/**
 * The chance that, without any answer, the interval of the base fit lies wholly below the smallest answer of interest:
 * Φ(rho·√I − 1.64) with the information of the model without a wave (a shared wave pushes the estimate up, never down),
 * and never more than the chance that n triggers would have drawn any answer. A bound below what the record could have
 * shown is luck or a bad fit, and rules nothing out. 0 where the record holds no information. Source: cowan2011.
 */
export function powerToExclude(information: number | null, smallestAnswer: number, triggers: number): number {
  if (information === null || !(information > 0)) return 0;
  const reach = normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2);
  return Math.min(
    normalCdf(smallestAnswer * Math.sqrt(information) - reach),
    -Math.expm1(-smallestAnswer * triggers),
  );
}

/**
 * Power for a rate ratio from the standard error of its logarithm under "no change": Φ(|log ratio|/se − 1.96).
 * `detectable` is the ratio that would be seen with power 0.8. A rise is stated by ratios above 1.
 */
export function powerOfRatio(standardError: number | null, smallestRatio: number, rises = false): Power {
  const inDirection = (ratio: number) => (rises ? 1 / ratio : ratio);
  const smallestEffect = inDirection(smallestRatio);
  if (standardError === null || !(standardError > 0) || !Number.isFinite(standardError)) {
    return { smallestEffect, power: null, detectable: null, curve: [] };
  }
  const at = (ratio: number) => normalCdf(Math.abs(Math.log(ratio)) / standardError - RATE_THRESHOLD);
  const falls = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];
  const ratios = rises ? falls.map(inDirection).reverse() : falls;
  return {
    smallestEffect,
    power: at(smallestRatio),
    detectable: inDirection(Math.exp(-(RATE_THRESHOLD + EIGHTY_PERCENT) * standardError)),
    curve: ratios.map((effect) => ({ effect, power: at(effect) })),
  };
}

function grid(reach: number): number[] {
  return Array.from({ length: 21 }, (_, index) => (reach * index) / 20);
}
