import type { StreamDesign } from '../design.ts';
import type { FailedPosterior, PosteriorOptions } from './posterior.ts';
import { preparePosterior, type Prepared } from './preparePosterior.ts';
import { sampleChain, type Chain } from './sampleChain.ts';

export interface NutsOptions extends PosteriorOptions {
  /** Default 4. */
  readonly chains?: number;
  /** Default 300 of each chain, thrown away. */
  readonly warmUp?: number;
  /** Default 500 of each chain. */
  readonly draws?: number;
  /** Default 0.8; nearer 1 takes smaller steps and helps against divergences. */
  readonly acceptance?: number;
  /** Default 10: paths of up to 1,023 steps. */
  readonly deepestTree?: number;
}

/** One chain of `nutsPosterior`, for running chains on threads. */
export function nutsChain(
  design: StreamDesign,
  options: NutsOptions,
  chain: number,
): Chain | FailedPosterior {
  const prepared = preparePosterior(design, options);
  return prepared.kind === 'failed' ? prepared : runChain(prepared, options, chain);
}

/** The chain of a posterior that is prepared already. */
export function runChain({ posterior, mode }: Prepared, options: NutsOptions, chain: number): Chain {
  return sampleChain(posterior, mode, chain, {
    seed: options.seed,
    purpose: options.purpose ?? '',
    warmUp: options.warmUp ?? 300,
    draws: options.draws ?? 500,
    acceptance: options.acceptance ?? 0.8,
    deepestTree: options.deepestTree ?? 10,
  });
}
