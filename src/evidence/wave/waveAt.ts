import type { Optimum } from './climb.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Time scale and loadings of the wave of a fit. */
export function waveAt({ layout }: WaveDesign, { point }: Optimum): { tau: number; cA: number; cB: number } {
  return { tau: Math.exp(point[layout.logTau]!), cA: point[layout.cA]!, cB: point[layout.cB]! };
}
