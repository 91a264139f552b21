import { priorsOf, type Prior, type StreamDesign } from '../model/index.ts';
import { meanOf, varianceOf } from './momentsOf.ts';

/** A posterior spread above this share of the prior's says next to nothing … */
const AS_WIDE = 0.7;
/** … unless it has moved from the prior's mean by as many of its own standard deviations. */
const MOVED = 2;

/**
 * The rule or change of which the record says least, where it says next to nothing: its draws are almost as spread as its prior,
 * and lie where the prior lay. Null where all are told. A strength that is known to be about 0 is told, and so is one that is
 * large and uncertain. Terms that cannot be told apart look untold together: one is named at a time, the later in the file first.
 */
export function findUntold(
  design: StreamDesign,
  names: readonly string[],
  draws: readonly Float64Array[],
): string | null {
  const priors = priorsOf(design, {});
  const terms = new Set([...design.answers, ...design.modifiers].map(({ name }) => name));
  let untold: string | null = null;
  let widest = AS_WIDE;
  names.forEach((name, j) => {
    const prior = priors.get(name);
    if (!terms.has(name) || !prior) return;
    const before = momentsOfPrior(prior);
    const spread = Math.sqrt(varianceOf(draws[j]!));
    const moved = Math.abs(meanOf(draws[j]!) - before.mean);
    if (moved >= MOVED * spread || spread / before.deviation < widest) return;
    widest = spread / before.deviation;
    untold = name;
  });
  return untold;
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
