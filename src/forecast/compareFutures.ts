import type { Ensemble } from './ensemble.ts';
import { meanOf, varianceOf } from './momentsOf.ts';
import { sampleQuantile } from './sampleQuantile.ts';
import { takeChanceOut } from './takeChanceOut.ts';
import type { WhatIfEffect } from './whatIfEffect.ts';

/**
 * The effect of a what-if on every stream and window: differences, future by future, of two ensembles that share their seed
 * and random numbers. `draws` is the number of parameter draws behind them: path p has draw p mod draws.
 *
 * Expected differences are read off the compensators of the totals (what each step was expected to bring, given the path before
 * it): their mean is the same, and the chance of the last draw is not in them. A total of N events under the what-if varies by
 * itself by N and more, however futures are paired; its compensator varies only with the history and the parameters.
 * The mean difference does not depend on how futures are paired; pairing only takes chance out of it. So the interval of
 * the expected difference comes from the means by parameter draw, drawn together by the share of their variance that is
 * chance: B − W/m of B, with B the variance between draws, W within, m pairs a draw. What single pairs do (`fewer`,
 * `ofPairs`) does depend on the pairing. Throws on ensembles that are no pair.
 */
export function compareFutures(asIs: Ensemble, changed: Ensemble, draws: number): WhatIfEffect[] {
  if (asIs.seed !== changed.seed || asIs.paths !== changed.paths || asIs.origin !== changed.origin)
    throw new Error('the two ensembles are no pair: seed, paths or origin differ');
  const isFinite = ({ streams }: Ensemble, path: number) =>
    streams.every(({ totals }) => totals.every((own) => Number.isFinite(own[path])));
  const kept = Array.from({ length: asIs.paths }, (_, path) => path).filter(
    (path) => isFinite(asIs, path) && isFinite(changed, path),
  );
  const comparison: Comparison = {
    kept,
    draws,
    takeChanceOut: takeChanceOut(gatherControls([asIs, changed], kept)),
  };
  return asIs.streams.flatMap(({ stream, totals, expected }, k) =>
    asIs.windows.map(({ name }, w) => {
      const other = changed.streams[k];
      if (!other?.totals[w] || !totals[w]) throw new Error(`no totals of "${stream}" in window "${name}"`);
      return {
        stream,
        window: name,
        ...compareTotals(
          { totals: totals[w], expected: expected[w]! },
          { totals: other.totals[w], expected: other.expected[w]! },
          comparison,
        ),
      };
    }),
  );
}

/** Of one stream and window, path by path. */
interface Futures {
  readonly totals: Float64Array;
  readonly expected: Float64Array;
}

interface Comparison {
  /** Paths on which neither future ran away. */
  readonly kept: readonly number[];
  readonly draws: number;
  readonly takeChanceOut: (values: readonly number[]) => number[];
}

/** What chance did on each path, whole and in the first half: controls of every difference. */
function gatherControls(ensembles: readonly Ensemble[], kept: readonly number[]): number[][] {
  return ensembles.flatMap(({ streams, windows }) => {
    const ends = windows.map(({ last }) => last);
    const middle = (Math.min(...windows.map(({ first }) => first)) + Math.max(...ends)) / 2;
    const nearest = ends.map((end) => Math.abs(end - middle));
    const chosen = new Set([ends.indexOf(Math.max(...ends)), nearest.indexOf(Math.min(...nearest))]);
    return streams.flatMap(({ totals, expected }) =>
      [...chosen].map((w) => kept.map((path) => totals[w]![path]! - expected[w]![path]!)),
    );
  });
}

function compareTotals(
  asIs: Futures,
  changed: Futures,
  { kept, draws, takeChanceOut }: Comparison,
): Omit<WhatIfEffect, 'stream' | 'window'> {
  const pick = (values: Float64Array) => kept.map((path) => values[path]!);
  const minus = (a: readonly number[], b: readonly number[]) => a.map((value, pair) => value - b[pair]!);
  const [without, withIt] = [pick(asIs.expected), pick(changed.expected)].map(takeChanceOut) as [
    number[],
    number[],
  ];
  const expected = minus(withIt, without);
  const [a, b] = [pick(asIs.totals), pick(changed.totals)];
  const differences = minus(b, a);
  const sorted = Float64Array.from(differences).sort();
  const between = (share: number): [number, number] => [
    sampleQuantile(sorted, (1 - share) / 2),
    sampleQuantile(sorted, (1 + share) / 2),
  ];
  const pairs = kept.length;
  const within = (values: readonly number[]) => varianceWithin(groupByDraw(values, kept, draws));
  return {
    pairs,
    without: meanOf(without),
    with: meanOf(withIt),
    difference: meanOf(expected),
    error: Math.sqrt(varianceOf(expected) / pairs),
    interval95: expectedInterval(expected, kept, draws),
    ofPairs: { '50': between(0.5), '80': between(0.8), '95': between(0.95) },
    fewer: differences.filter((value) => value < 0).length / pairs,
    more: differences.filter((value) => value > 0).length / pairs,
    pairedVariance: within(expected),
    unpairedVariance: within(a) + within(b),
  };
}

function expectedInterval(
  differences: readonly number[],
  paths: readonly number[],
  draws: number,
): [number, number] | null {
  const all = groupByDraw(differences, paths, draws);
  if (all.length < 20) return null;
  const means = all.map((group) => meanOf(group));
  const chance = meanOf(all.map((group) => varianceOf(group) / group.length));
  const spread = varianceOf(means);
  const shrink = spread > 0 ? Math.sqrt(Math.max(0, spread - chance) / spread) : 0;
  const middle = meanOf(means);
  const sorted = Float64Array.from(means, (mean) => middle + shrink * (mean - middle)).sort();
  return [sampleQuantile(sorted, 0.025), sampleQuantile(sorted, 0.975)];
}

/** Values of the futures that share a draw of parameters; draws with one future alone tell nothing of chance. */
function groupByDraw(values: readonly number[], paths: readonly number[], draws: number): number[][] {
  const groups = new Map<number, number[]>();
  paths.forEach((path, pair) => {
    const draw = path % draws;
    const group = groups.get(draw);
    if (group) group.push(values[pair]!);
    else groups.set(draw, [values[pair]!]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Variance around the mean of each group, pooled; 0 where there is no group. */
function varianceWithin(groups: readonly (readonly number[])[]): number {
  const degrees = groups.reduce((sum, group) => sum + group.length - 1, 0);
  return degrees === 0
    ? 0
    : groups.reduce((sum, group) => sum + varianceOf(group) * (group.length - 1), 0) / degrees;
}
