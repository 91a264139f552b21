import type { CountPanel } from '../model/index.ts';
import type { Ensemble, EnsembleOptions } from './ensemble.ts';
import { gatherPaths } from './gatherPaths.ts';
import { simulatePaths } from './simulatePaths.ts';
import type { TheatreDraws } from './theatreDraws.ts';

/**
 * Futures of all streams after the last step of `panel`, which must end at the origin: given what was observed, from draws
 * of the parameters. The same seed gives the same bytes, on one thread or on many (`simulatePaths`, `gatherPaths`). Steps
 * before the origin that nobody recorded are drawn too, on every path anew, where answers look back at them.
 */
export function simulateEnsemble(draws: TheatreDraws, panel: CountPanel, options: EnsembleOptions): Ensemble {
  return gatherPaths(draws, panel, options, [simulatePaths(draws, panel, options)]);
}
