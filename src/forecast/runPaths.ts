import type { CountPanel } from '../model/index.ts';
import { randomStream } from '../stats/index.ts';
import { makeTally, type CountTally } from './countTally.ts';
import type { EnsembleOptions, EnsembleWindow } from './ensemble.ts';
import type { PathProgram } from './pathProgram.ts';
import { wanderLevels } from './wanderLevels.ts';
import { makePathState, runPath, type PathState } from './runPath.ts';

/** Paths `first` … `end` − 1 of an ensemble: plain data that a thread can send. */
export interface PathPart {
  readonly first: number;
  readonly end: number;
  /** One for each stream of the model. */
  readonly tallies: readonly CountTally[];
  /** totals[k][w][p − first]. */
  readonly totals: readonly (readonly Float64Array[])[];
  /** expected[k][w][p − first]: what `totals` were expected to be, each step given the path before it. */
  readonly expected: readonly (readonly Float64Array[])[];
  readonly kept: readonly (readonly Float64Array[])[];
  readonly ranAway: number;
}

/** Paths `first` … `end` − 1 of a program with `sets` draws of its parameters; path p has draw p modulo these. */
export function runPaths(
  program: PathProgram,
  panel: CountPanel,
  sets: number,
  options: EnsembleOptions,
  first: number,
  end: number,
): PathPart {
  const { before, after, streams } = program;
  const windows = options.windows ?? [];
  for (const { name, first: from, last } of windows)
    if (!(from >= 1 && from <= last && last <= after))
      throw new Error(`window "${name}": steps ${from} to ${last} of ${after}`);
  const state = makePathState(program);
  const tallies = streams.map((stream) => makeTally(after, widthFor(stream.observed)));
  const totals = streams.map(() => windows.map(() => new Float64Array(end - first)));
  const expected = streams.map(() => windows.map(() => new Float64Array(end - first)));
  const kept = streams.map((): Float64Array[] => []);
  const origin = panel.first + panel.steps * panel.stepDays - 1;
  let ranAway = 0;
  for (let path = first; path < end; path++) {
    const random = randomStream(options.seed, `forecast from ${origin}`, path);
    wanderLevels(program, path % sets, randomStream(options.seed, `levels from ${origin}`, path), state);
    const reached = runPath(program, path % sets, random, state);
    if (reached < before + after) ranAway++;
    markRunAway(state, program, reached);
    streams.forEach((_, k) => {
      const counts = state.counts[k]!;
      addPath(tallies[k]!, counts, before);
      windows.forEach((window, w) => {
        totals[k]![w]![path - first] = sumOver(state.sums[k]!, before, window);
        expected[k]![w]![path - first] = sumOver(state.expected[k]!, before, window);
      });
      if (path < (options.keepPaths ?? 0)) kept[k]!.push(counts.slice(before));
    });
  }
  return { first, end, tallies, totals, expected, kept, ranAway };
}

/** Of running sums the part that falls into a window. */
function sumOver(sums: Float64Array, before: number, window: EnsembleWindow): number {
  const upTo = sums[before + window.last]!;
  // Infinity less Infinity would be no number.
  return upTo === Infinity ? Infinity : upTo - sums[before + window.first - 1]!;
}

/** Room for four times the largest count seen lately; what exceeds it is kept by value. */
function widthFor(observed: Float64Array): number {
  const most = observed.reduce((largest, count) => Math.max(largest, count), 0);
  return Math.min(512, Math.max(16, Math.ceil(4 * most)));
}

/** From the step on which a path ran away its counts are beyond number. */
function markRunAway(
  { counts, sums, expected }: PathState,
  { before, after }: PathProgram,
  reached: number,
): void {
  if (reached >= before + after) return;
  for (const own of counts) own.fill(Infinity, Math.max(before, reached));
  for (const own of [...sums, ...expected]) own.fill(Infinity, Math.max(before, reached) + 1);
}

function addPath({ width, small, large }: CountTally, counts: Float64Array, before: number): void {
  for (let t = before; t < counts.length; t++) {
    const count = counts[t]!;
    if (count < width) small[(t - before) * width + count]!++;
    else {
      const own = large[t - before]!;
      own.set(count, (own.get(count) ?? 0) + 1);
    }
  }
}
