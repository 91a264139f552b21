import { priorsOf, type Prior, type StreamDesign } from '../model/index.ts';
import { meanOf, varianceOf } from './momentsOf.ts';

/** A posterior spread above this share of the prior's says next to nothing … */
const AS_WIDE = 0.7;
/** … unless it has moved from the prior's mean by as many of its own standard deviations. */
const MOVED = 2;

/**
 * Rules and changes of which the record says next to nothing: the draws are almost as spread as the prior, and lie where
 * the prior lay. A strength that is known to be about 0 is told, and so is one that is large and uncertain.
 */
export function findUntold(
  design: StreamDesign,
  names: readonly string[],
  draws: readonly Float64Array[],
): string[] {
  const priors = priorsOf(design, {});
  const terms = new Set([...design.answers, ...design.modifiers].map(({ name }) => name));
  return names.filter((name, j) => {
    const prior = priors.get(name);
    if (!terms.has(name) || !prior) return false;
    const before = momentsOfPrior(prior);
    const spread = Math.sqrt(varianceOf(draws[j]!));
    const moved = Math.abs(meanOf(draws[j]!) - before.mean);
    return spread > AS_WIDE * before.deviation && moved < MOVED * spread;
  });
}

function momentsOfPrior(prior: Prior): { readonly mean: number; readonly deviation: number } {
  switch (prior.of) {
    case 'normal':
      return prior;
    case 'half normal':
    case 'negative half normal': {
      const sign = prior.of === 'half normal' ? 1 : -1;
      return {
        mean: sign * prior.deviation * Math.sqrt(2 / Math.PI),
        deviation: prior.deviation * Math.sqrt(1 - 2 / Math.PI),
      };
    }
    case 'exponential':
      return { mean: 1 / prior.rate, deviation: 1 / prior.rate };
  }
}
