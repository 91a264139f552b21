import { randomStream } from '../stats/index.ts';
import type { StreamDraws } from './theatreDraws.ts';

/**
 * Draws of a stream that nothing happened in: rate ~ Gamma(½) divided by the steps that were silent (Jeffreys), so that the
 * longer the silence, the rarer an event. Counts are Poisson.
 */
export function drawSilent(stream: string, silentSteps: number, seed: number, draws: number): StreamDraws {
  const random = randomStream(seed, `silence of ${stream}`);
  const logRates = Float64Array.from({ length: draws }, () =>
    Math.log(Math.max(random.gamma(0.5), 1e-12) / silentSteps),
  );
  return {
    stream,
    names: ['intercept', 'psi'],
    draws: [logRates, new Float64Array(draws)],
    trusted: true,
    simplified: null,
  };
}
