import { normalCdf } from '../stats/index.ts';
import { THRESHOLDS } from './thresholds.ts';
import type { Power } from './verdict.ts';

/** Φ(x) = 0.8: the distance in standard errors beyond the threshold that power 0.8 needs. */
const EIGHTY_PERCENT = 0.8416212335729143;
/** T1's threshold in standard errors: √6.63. */
const WAVE_THRESHOLD = Math.sqrt(THRESHOLDS.waveLikelihoodRatio);
/** Two-sided 5 %. */
const RATE_THRESHOLD = 1.959963984540054;

/**
 * Power for answers, from the information about rho in the null with a shared wave: Φ(rho·√I − 2.58). Null numbers
 * where the record holds no information at all.
 */
export function powerOfAnswer(information: number | null, smallestAnswer: number): Power {
  if (information === null || !(information > 0)) {
    return { smallestEffect: smallestAnswer, power: null, detectable: null, curve: [] };
  }
  const root = Math.sqrt(information);
  const at = (rho: number) => normalCdf(rho * root - WAVE_THRESHOLD);
  const detectable = (WAVE_THRESHOLD + EIGHTY_PERCENT) / root;
  const reach = Math.max(1.5 * detectable, 2 * smallestAnswer);
  return {
    smallestEffect: smallestAnswer,
    power: at(smallestAnswer),
    detectable,
    curve: grid(reach).map((effect) => ({ effect, power: at(effect) })),
  };
}

/**
 * Power for a rate ratio below 1 from the standard error of its logarithm under "no change": Φ(|log ratio|/se − 1.96).
 * `detectable` is the ratio that would be seen with power 0.8.
 */
export function powerOfRatio(standardError: number | null, smallestRatio: number): Power {
  if (standardError === null || !(standardError > 0) || !Number.isFinite(standardError)) {
    return { smallestEffect: smallestRatio, power: null, detectable: null, curve: [] };
  }
  const at = (ratio: number) => normalCdf(Math.abs(Math.log(ratio)) / standardError - RATE_THRESHOLD);
  const ratios = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];
  return {
    smallestEffect: smallestRatio,
    power: at(smallestRatio),
    detectable: Math.exp(-(RATE_THRESHOLD + EIGHTY_PERCENT) * standardError),
    curve: ratios.map((effect) => ({ effect, power: at(effect) })),
  };
}

function grid(reach: number): number[] {
  return Array.from({ length: 21 }, (_, index) => (reach * index) / 20);
}
