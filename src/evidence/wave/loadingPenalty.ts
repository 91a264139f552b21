import type { WaveDesign } from './waveDesign.ts';
import { streamsOf } from './streamsOf.ts';

/** Σ c²/8 over the loadings; takes c/4 from their entries of a gradient. */
export function loadingPenalty(
  design: WaveDesign,
  theta: Float64Array,
  gradient: Float64Array | null,
): number {
  let sum = 0;
  for (const { place } of streamsOf(design)) {
    const c = theta[place.loading]!;
    sum += (c * c) / 8;
    if (gradient !== null) gradient[place.loading] = gradient[place.loading]! - c / 4;
  }
  return sum;
}
