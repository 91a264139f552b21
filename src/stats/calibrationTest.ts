import { negativeBinomialLogPmf } from './negativeBinomial.ts';
import { normalUpperTail } from './normal.ts';
import { dawidSebastianiScore, logScore, rankedProbabilityScore } from './scores.ts';

export interface CalibrationTest {
  readonly score: 'dawidSebastiani' | 'log' | 'rankedProbability';
  readonly z: number;
  /** Two-sided. */
  readonly pValue: number;
}

interface CountForecast {
  readonly observed: number;
  readonly mean: number;
  readonly psi: number;
}

/**
 * Do scores lie as far from their expectation as they should if the forecasts held? z = Σ (s − E s)/√Var s / √n, standard
 * normal under calibration and independence. Null without forecasts or where a mean is not above 0. Source: weiHeld2014.
 */
export function calibrationTest(
  forecasts: readonly CountForecast[],
  score: CalibrationTest['score'],
): CalibrationTest | null {
  if (forecasts.length === 0 || forecasts.some(({ mean }) => !(mean > 0))) return null;
  let sum = 0;
  for (const { observed, mean, psi } of forecasts) {
    const { expected, variance } = momentsOf(score, mean, psi);
    sum += (scoreOf(score, observed, mean, psi) - expected) / Math.sqrt(variance);
  }
  const z = sum / Math.sqrt(forecasts.length);
  return { score, z, pValue: 2 * normalUpperTail(Math.abs(z)) };
}

function scoreOf(score: CalibrationTest['score'], y: number, mean: number, psi: number): number {
  if (score === 'dawidSebastiani') return dawidSebastianiScore(y, mean, psi);
  return score === 'log' ? logScore(y, mean, psi) : rankedProbabilityScore(y, mean, psi);
}

/** Mean and variance of a score if the forecast holds; sums run until the rest of the distribution is below 1e-13. */
function momentsOf(
  score: CalibrationTest['score'],
  mean: number,
  psi: number,
): { expected: number; variance: number } {
  const spread = mean + psi * mean * mean;
  if (score === 'dawidSebastiani')
    return { expected: 1 + Math.log(spread), variance: 2 + 6 * psi + 1 / spread };
  const logs: number[] = [];
  let rest = 1;
  for (let k = 0; k <= mean || rest > 1e-13; k++) {
    const logMass = negativeBinomialLogPmf(k, mean, psi);
    logs.push(logMass);
    rest -= Math.exp(logMass);
    // Rounding may keep the rest above the limit: far out, one mass that small has nothing but such after it.
    if (k > mean && logMass < -40) break;
  }
  const masses = logs.map(Math.exp);
  const scores = score === 'log' ? logs.map((log) => -log) : rankedScores(masses);
  const expected = masses.reduce((sum, mass, k) => sum + mass * scores[k]!, 0);
  const variance = masses.reduce((sum, mass, k) => sum + mass * (scores[k]! - expected) ** 2, 0);
  return { expected, variance };
}

/** Ranked probability score of every count: Σ_{j<k} F(j)² + Σ_{j≥k} (1 − F(j))². */
function rankedScores(masses: readonly number[]): number[] {
  let cdf = 0;
  const below = masses.map((mass) => (cdf += mass));
  let above = below.reduce((sum, reached) => sum + (1 - reached) ** 2, 0);
  let under = 0;
  return below.map((reached) => {
    const score = under + above;
    under += reached * reached;
    above -= (1 - reached) ** 2;
    return score;
  });
}
