import { plainStream } from './plainStream.ts';
import type { WaveDesign } from './waveDesign.ts';

/**
 * Does A precede B more than A follows B? K_t = Σ_d g(d) (r_{t+d} − r_{t−d}) of B's residuals in the plain null,
 * r = (b − mu)/(mu(1 + psi mu)); z = Σ_t A_t (K_t − block mean) / √(Σ_t A_t² · block variance of K), the mean of two
 * placings of the blocks. About standard normal under any wave that moves both at once and is slower than a block;
 * blind when both sides answer. Null without triggers or without variation.
 */
export function leadLag(design: WaveDesign, plainNull: Float64Array, block: number): number | null {
  const contrast = leadsLessLags(design, residuals(design, plainNull));
  const placed = [0, Math.floor(block / 2)].map((offset) =>
    standardise(design.triggers, contrast, block, offset),
  );
  if (placed[0] === null || placed[1] === null) return null;
  return (placed[0]! + placed[1]!) / 2;
}

/** Residuals of B per unit of mean; 0 on masked days. */
function residuals(design: WaveDesign, theta: Float64Array): Float64Array {
  const { b } = design;
  const { base, rest } = plainStream(b).means(theta);
  const psi = Math.exp(theta[b.place.logPsi]!);
  return base.map((endemic, t) => {
    if (b.recorded[t] !== 1) return 0;
    const mean = endemic + rest[t]!;
    return (b.counts[t]! - mean) / (mean * (1 + psi * mean));
  });
}

function leadsLessLags(design: WaveDesign, residual: Float64Array): Float64Array {
  const contrast = new Float64Array(design.steps);
  for (let d = 1; d <= design.answerWeights.length; d++) {
    const weight = design.answerWeights[d - 1]!;
    for (let t = 0; t + d < design.steps; t++) {
      contrast[t] = contrast[t]! + weight * residual[t + d]!;
      contrast[t + d] = contrast[t + d]! - weight * residual[t]!;
    }
  }
  return contrast;
}

function standardise(
  triggers: Float64Array,
  contrast: Float64Array,
  block: number,
  offset: number,
): number | null {
  let sum = 0;
  let variance = 0;
  for (let first = -offset; first < contrast.length; first += block) {
    const from = Math.max(first, 0);
    const to = Math.min(first + block, contrast.length);
    let mean = 0;
    for (let t = from; t < to; t++) mean += contrast[t]! / (to - from);
    let spread = 0;
    for (let t = from; t < to; t++) spread += (contrast[t]! - mean) ** 2 / (to - from);
    for (let t = from; t < to; t++) {
      sum += triggers[t]! * (contrast[t]! - mean);
      variance += triggers[t]! ** 2 * spread;
    }
  }
  return variance > 0 ? sum / Math.sqrt(variance) : null;
}
