import type { WaveDecision } from './waveDecision.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';

/**
 * Decides between "B answers A" and "a shared hidden wave moves both" (T1–T3).
 */
export function decideWave(pair: WavePair, options: WaveOptions = {}): WaveDecision {
  throw new Error(`decideWave: being written (${pair.a.length} steps, screen ${String(options.screen)})`);
}
