import type { Ensemble } from './ensemble.ts';
import { sampleQuantile } from './sampleQuantile.ts';
import type { WhatIfEffect } from './whatIfEffect.ts';

/**
 * The effect of a what-if on every stream and window: differences of totals, future by future, of two ensembles that
 * share their seed and random numbers. `draws` is the number of parameter draws behind them: path p has draw p mod draws.
 *
 * The mean difference does not depend on how futures are paired; pairing only takes chance out of it. So the interval of
 * the expected difference comes from the means by parameter draw, drawn together by the share of their variance that is
 * chance: B − W/m of B, with B the variance between draws, W within, m pairs a draw. What single pairs do (`fewer`,
 * `ofPairs`) does depend on the pairing. Throws on ensembles that are no pair.
 */
export function compareFutures(asIs: Ensemble, changed: Ensemble, draws: number): WhatIfEffect[] {
  if (asIs.seed !== changed.seed || asIs.paths !== changed.paths || asIs.origin !== changed.origin)
    throw new Error('the two ensembles are no pair: seed, paths or origin differ');
  return asIs.streams.flatMap(({ stream, totals }, k) =>
    asIs.windows.map(({ name }, w) => {
      const other = changed.streams[k]?.totals[w];
      if (!other || !totals[w]) throw new Error(`no totals of "${stream}" in window "${name}"`);
      return compareTotals(stream, name, totals[w], other, draws);
    }),
  );
}

function compareTotals(
  stream: string,
  window: string,
  asIs: Float64Array,
  changed: Float64Array,
  draws: number,
): WhatIfEffect {
  const kept = Array.from(asIs.keys()).filter(
    (path) => Number.isFinite(asIs[path]) && Number.isFinite(changed[path]),
  );
  const a = kept.map((path) => asIs[path]!);
  const b = kept.map((path) => changed[path]!);
  const differences = b.map((value, pair) => value - a[pair]!);
  const sorted = Float64Array.from(differences).sort();
  const between = (share: number): [number, number] => [
    sampleQuantile(sorted, (1 - share) / 2),
    sampleQuantile(sorted, (1 + share) / 2),
  ];
  const pairs = kept.length;
  const pairedVariance = varianceOf(differences);
  return {
    stream,
    window,
    pairs,
    without: meanOf(a),
    with: meanOf(b),
    difference: meanOf(differences),
    error: Math.sqrt(pairedVariance / pairs),
    interval95: expectedInterval(differences, kept, draws),
    ofPairs: { '50': between(0.5), '80': between(0.8), '95': between(0.95) },
    fewer: differences.filter((value) => value < 0).length / pairs,
    more: differences.filter((value) => value > 0).length / pairs,
    pairedVariance,
    unpairedVariance: varianceOf(a) + varianceOf(b),
  };
}

function expectedInterval(
  differences: readonly number[],
  paths: readonly number[],
  draws: number,
): [number, number] | null {
  const groups = new Map<number, number[]>();
  paths.forEach((path, pair) => {
    const draw = path % draws;
    const group = groups.get(draw);
    if (group) group.push(differences[pair]!);
    else groups.set(draw, [differences[pair]!]);
  });
  const all = [...groups.values()].filter((group) => group.length > 1);
  if (all.length < 20) return null;
  const means = all.map(meanOf);
  const chance = meanOf(all.map((group) => varianceOf(group) / group.length));
  const spread = varianceOf(means);
  const shrink = spread > 0 ? Math.sqrt(Math.max(0, spread - chance) / spread) : 0;
  const middle = meanOf(means);
  const sorted = Float64Array.from(means, (mean) => middle + shrink * (mean - middle)).sort();
  return [sampleQuantile(sorted, 0.025), sampleQuantile(sorted, 0.975)];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** With n − 1; 0 for fewer than two. */
function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
