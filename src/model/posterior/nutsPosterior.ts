import type { StreamDesign } from '../design.ts';
import { joinChains } from './gatherChains.ts';
import { runChain, type NutsOptions } from './nutsChain.ts';
import type { FailedPosterior, Posterior } from './posterior.ts';
import { preparePosterior } from './preparePosterior.ts';

/**
 * Posterior by the no-U-turn sampler, with R-hat, effective sizes and divergences. Chains are independent of one
 * another and of the order they run in: `nutsChain` may run them on threads, and `gatherChains` gives the same bits.
 */
export function nutsPosterior(design: StreamDesign, options: NutsOptions): Posterior | FailedPosterior {
  const prepared = preparePosterior(design, options);
  if (prepared.kind === 'failed') return prepared;
  const chains = Array.from({ length: options.chains ?? 4 }, (_, chain) =>
    runChain(prepared, options, chain),
  );
  return joinChains(prepared, chains);
}
