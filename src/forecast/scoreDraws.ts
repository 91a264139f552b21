import { drawsRankedProbabilityScore, ignoranceScore, intervalScore } from '../stats/index.ts';
import type { ForecastScores } from './forecastScores.ts';

/** Scores of a forecast given as draws of a count, in any order. Throws on an empty forecast. */
export function scoreDraws(draws: Float64Array, observed: number): ForecastScores {
  const n = draws.length;
  if (n === 0) throw new Error('scoreDraws: a forecast without draws');
  const sorted = draws.slice().sort();
  // Smallest draw that at least this share lies at or below, as for the quantiles of an ensemble.
  const quantile = (share: number) => sorted[Math.max(0, Math.ceil(share * n - 1e-9) - 1)]!;
  const below = countUpTo(sorted, observed, false);
  const upTo = countUpTo(sorted, observed, true);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  const central = (share: number) => {
    const lower = quantile((1 - share) / 2);
    const upper = quantile((1 + share) / 2);
    const held = (countUpTo(sorted, upper, true) - countUpTo(sorted, lower, false)) / n;
    const ends: readonly [number, number] = [lower, upper];
    return { inside: observed >= lower && observed <= upper, held, ends };
  };
  const [half, most, nearly] = [central(0.5), central(0.8), central(0.95)];
  return {
    mean,
    median: quantile(0.5),
    crps: drawsRankedProbabilityScore(sorted, observed),
    logScore: upTo === below ? null : -Math.log((upTo - below) / n),
    ignorance: ignoranceScore(sorted, observed),
    intervalScore90: intervalScore(quantile(0.05), quantile(0.95), observed, 0.1),
    dawidSebastiani: variance > 0 ? (observed - mean) ** 2 / variance + Math.log(variance) : null,
    pit: { lower: below / n, upper: upTo / n },
    intervals: { '50': half.ends, '80': most.ends, '95': nearly.ends },
    inside50: half.inside,
    inside80: most.inside,
    inside95: nearly.inside,
    held50: half.held,
    held80: most.held,
    held95: nearly.held,
  };
}

/** Draws below y, or at most y. */
function countUpTo(sorted: Float64Array, y: number, included: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (included ? sorted[middle]! <= y : sorted[middle]! < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
