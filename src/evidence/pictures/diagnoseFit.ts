import type { StreamDesign, StreamFit } from '../../model/index.ts';
import { pitBounds, pitHistogram } from '../../stats/index.ts';
import type { FitDiagnostics } from './shownPictures.ts';

const BINS = 10;
const LAGS = 14;
const STRETCHES = 24;
/** A correlation of fewer pairs says nothing. */
const FEWEST_PAIRS = 30;

/**
 * How a fitted stream stands to the counts it was fitted to: non-randomised PIT, residuals r = (y − mu)/√(mu + psi mu²),
 * their correlation by lag over recorded pairs, their sums over stretches of time, and Σ r²/(n − p).
 * Source: czadoGneitingHeld2009.
 */
export function diagnoseFit(design: StreamDesign, fit: StreamFit, label: string): FitDiagnostics {
  const used: number[] = [];
  design.recorded.forEach((on, step) => on && used.push(step));
  const { psi } = fit;
  const residual = new Float64Array(design.counts.length);
  let squares = 0;
  for (const step of used) {
    const mu = fit.mean[step] ?? 0;
    const spread = Math.sqrt(mu + psi * mu * mu);
    const r = spread > 0 ? ((design.counts[step] ?? 0) - mu) / spread : 0;
    residual[step] = r;
    squares += r * r;
  }
  const pit = pitHistogram(
    used.map((step) => pitBounds(design.counts[step] ?? 0, fit.mean[step] ?? 0, psi)),
    BINS,
  );
  const free = used.length - fit.effectiveParameters;
  return {
    label,
    steps: used.length,
    events: used.reduce((sum, step) => sum + (design.counts[step] ?? 0), 0),
    pit: Array.from(pit, (height) => short(height)),
    autocorrelation: Array.from({ length: LAGS }, (_, index) =>
      correlate(residual, design.recorded, index + 1, squares / Math.max(1, used.length)),
    ),
    stretches: sumStretches(residual, used),
    psi: short(psi),
    dispersion: free > 0 ? short(squares / free) : null,
  };
}

function correlate(
  residual: Float64Array,
  recorded: Uint8Array,
  lag: number,
  variance: number,
): number | null {
  let pairs = 0;
  let sum = 0;
  for (let step = 0; step + lag < residual.length; step++) {
    if (!recorded[step] || !recorded[step + lag]) continue;
    pairs++;
    sum += (residual[step] ?? 0) * (residual[step + lag] ?? 0);
  }
  return pairs < FEWEST_PAIRS || variance === 0 ? null : short(sum / pairs / variance);
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
