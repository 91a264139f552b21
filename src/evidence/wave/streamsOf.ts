import type { StreamDesign } from './streamDesign.ts';
import type { WaveDesign } from './waveDesign.ts';

/** The streams that feel the wave: A, B and the rest of the theatre where there is one. */
export function streamsOf({ a, b, third }: WaveDesign): StreamDesign[] {
  return third === null ? [a, b] : [a, b, third];
}
