import type { StreamDesign, StreamFit } from '../../model/index.ts';
import { pitBounds, pitHistogram } from '../../stats/index.ts';
import type { FitDiagnostics } from './shownPictures.ts';

const BINS = 10;
const LAGS = 14;
const STRETCHES = 24;
/** Larger counts are rare, and their probabilities many. */
const MOST_SUMMED = 20;
/** A correlation of fewer pairs says nothing. */
const FEWEST_PAIRS = 30;

/**
 * How a fitted stream stands to the counts it was fitted to: non-randomised PIT, residuals r = (y − mu)/√(mu + psi mu²),
 * their correlation by lag over recorded pairs, their sums over stretches of time, and Σ r²/(n − p).
 * Source: czadoGneitingHeld2009.
 */
export function diagnoseFit(design: StreamDesign, fit: StreamFit, label: string): FitDiagnostics {
  const { psi } = fit;
  const { used, residual, events, squares } = standardise(design, fit);
  const bounds = used.map((step) => boundsOf(design.counts[step]!, fit.mean[step]!, psi));
  const pit = pitHistogram(bounds, BINS);
  const free = used.length - fit.effectiveParameters;
  return {
    label,
    steps: used.length,
    events,
    pit: Array.from(pit, (height) => short(height)),
    autocorrelation: correlate(residual, design.recorded, squares / Math.max(1, used.length)),
    stretches: sumStretches(residual, used),
    psi: short(psi),
    dispersion: free > 0 ? short(squares / free) : null,
  };
}

/** The recorded steps, residuals in their standard deviations, their squares and the events. */
function standardise({ recorded, counts }: StreamDesign, { mean, psi }: StreamFit) {
  const used: number[] = [];
  const residual = new Float64Array(counts.length);
  let [events, squares] = [0, 0];
  for (let step = 0; step < counts.length; step++) {
    if (recorded[step] !== 1) continue;
    const mu = mean[step]!;
    const spread = Math.sqrt(mu + psi * mu * mu);
    const r = spread > 0 ? (counts[step]! - mu) / spread : 0;
    used.push(step);
    residual[step] = r;
    squares += r * r;
    events += counts[step]!;
  }
  return { used, residual, events, squares };
}

/** `pitBounds` of the small counts that most steps have, as sums of a few probabilities. */
function boundsOf(count: number, mu: number, psi: number): { lower: number; upper: number } {
  if (psi === 0 || !(count <= MOST_SUMMED)) return pitBounds(count, mu, psi);
  let mass = Math.exp(-Math.log1p(psi * mu) / psi);
  let lower = 0;
  let upper = mass;
  for (let k = 0; k < Math.floor(count); k++) {
    mass *= ((1 + psi * k) * mu) / ((k + 1) * (1 + psi * mu));
    lower = upper;
    upper += mass;
  }
  return { lower, upper };
}

function correlate(residual: Float64Array, recorded: Uint8Array, variance: number): (number | null)[] {
  const correlations: (number | null)[] = [];
  for (let lag = 1; lag <= LAGS; lag++) {
    const mean = meanProduct(residual, recorded, lag);
    correlations.push(mean === null || variance === 0 ? null : short(mean / variance));
  }
  return correlations;
}

/** Of residuals that are `lag` apart; null of too few. */
function meanProduct(residual: Float64Array, recorded: Uint8Array, lag: number): number | null {
  let pairs = 0;
  let sum = 0;
  for (let step = lag; step < residual.length; step++) {
    if (recorded[step] === 0 || recorded[step - lag] === 0) continue;
    pairs++;
    sum += residual[step - lag]! * residual[step]!;
  }
  return pairs < FEWEST_PAIRS ? null : sum / pairs;
}

function sumStretches(residual: Float64Array, used: readonly number[]): number[] {
  const stretches = Math.min(STRETCHES, Math.floor(used.length / 5));
  return Array.from({ length: stretches }, (_, index) => {
    const from = Math.round((index * used.length) / stretches);
    const to = Math.round(((index + 1) * used.length) / stretches);
    const sum = used.slice(from, to).reduce((total, step) => total + (residual[step] ?? 0), 0);
    return short(sum / Math.sqrt(to - from));
  });
}

/** Three digits are finer than a picture and keep the file small. */
function short(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : 0;
}
