import type { CountPanel } from '../model/index.ts';
import { compilePaths } from './compilePaths.ts';
import type { EnsembleOptions } from './ensemble.ts';
import { runPaths, type PathPart } from './runPaths.ts';
import type { TheatreDraws } from './theatreDraws.ts';

/**
 * Some paths of an ensemble. A path depends on (seed, origin, its number) and its draw alone, so paths may be shared among
 * threads in any way; `gatherPaths` joins the parts.
 */
export function simulatePaths(
  draws: TheatreDraws,
  panel: CountPanel,
  options: EnsembleOptions,
  first = 0,
  end = options.paths,
): PathPart {
  const sets = Math.max(1, Math.min(...draws.streams.map((own) => own.draws[0]?.length ?? 0)));
  return runPaths(compilePaths(draws, panel, options), panel, sets, options, first, end);
}
