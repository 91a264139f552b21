import { countAsLarge } from './countAsLarge.ts';
import type { WaveDecision } from './waveDecision.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';

export interface WaveBootstrap {
  /** The ratio of T1 on the record itself. */
  readonly likelihoodRatio: number;
  readonly draws: number;
  /** Drawn records whose ratio is at least as large. */
  readonly asLarge: number;
  /** (asLarge + 1)/(draws + 1). */
  readonly pValue: number;
}

/**
 * How often would T1 be as large as here if B did not answer A and the wave that fits best without answers were true?
 * Draws that many records from the fitted null wave and runs T1 on each; slow (one exact test a draw) and free of the
 * chi-square's laxness, but as blind as T1 to waves of another shape. Null where the decision did not reach T1. The same
 * pair, options and seed give the same draws; each draw has random numbers of its own, so they may be split
 * (`countAsLarge`). Source: davisonHinkley1997.
 */
export function bootstrapWave(
  pair: WavePair,
  decision: WaveDecision,
  draws: number,
  seed: number,
  options: WaveOptions = {},
): WaveBootstrap | null {
  if (decision.wave === null) return null;
  const { likelihoodRatio } = decision.wave;
  const asLarge = countAsLarge({ pair, options, likelihoodRatio }, seed, 0, draws);
  return { likelihoodRatio, draws, asLarge, pValue: (asLarge + 1) / (draws + 1) };
}
