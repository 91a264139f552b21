import type { CountPanel } from '../model/index.ts';
import type { Ensemble, EnsembleOptions } from './ensemble.ts';
import { joinTallies } from './joinTallies.ts';
import { makeTally } from './countTally.ts';
import { readTally } from './readTally.ts';
import type { PathPart } from './runPaths.ts';
import type { TheatreDraws } from './theatreDraws.ts';

/** Parts of `simulatePaths` as one ensemble: the same bytes however the paths were shared out. */
export function gatherPaths(
  draws: TheatreDraws,
  panel: CountPanel,
  options: EnsembleOptions,
  parts: readonly PathPart[],
): Ensemble {
  const ordered = [...parts].sort((a, b) => a.first - b.first);
  const covered = ordered.reduce((next, part) => (part.first === next ? part.end : NaN), 0);
  if (covered !== options.paths) throw new Error(`parts do not make up ${options.paths} paths`);
  const windows = options.windows ?? [];
  return {
    kind: 'ensemble',
    origin: panel.first + panel.steps * panel.stepDays - 1,
    stepDays: panel.stepDays,
    steps: options.steps,
    paths: options.paths,
    seed: options.seed,
    streams: draws.model.streams.map(({ stream }, k) => {
      const { steps, width } = ordered[0]!.tallies[k]!;
      const tally = makeTally(steps, width);
      for (const part of ordered) joinTallies(tally, part.tallies[k]!);
      const join = (which: 'totals' | 'expected') =>
        windows.map((_, w) => {
          const all = new Float64Array(options.paths);
          for (const part of ordered) all.set(part[which][k]![w]!, part.first);
          return all;
        });
      const [totals, expected] = [join('totals'), join('expected')];
      return { stream, ...readTally(tally), totals, expected, kept: ordered.flatMap(({ kept }) => kept[k]!) };
    }),
    windows,
    ranAway: ordered.reduce((sum, { ranAway }) => sum + ranAway, 0),
  };
}
