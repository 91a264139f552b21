import { blockBootstrap, dieboldMariano, randomStream, signFlipTest } from '../stats/index.ts';
import type { ForecastComparison, ScoredForecast, SystemName } from './backtestResult.ts';
import type { EnsembleWindow } from './ensemble.ts';

export interface ComparisonScope {
  readonly forecasts: readonly ScoredForecast[];
  readonly seed: number;
  readonly stepDays: 1 | 7;
  readonly first: SystemName;
  readonly second: SystemName;
  /** Null: all streams that both systems forecast, averaged for every origin, since streams of one day go together. */
  readonly streams: readonly string[] | null;
  readonly horizon: EnsembleWindow;
  readonly score: 'crps' | 'ignorance';
}

/**
 * Two systems on the forecasts that both made, origin by origin. Blocks are as long as origins share days of the horizon, and
 * at least the cube root of their number. Null where they share no forecast.
 */
export function compareSystems(scope: ComparisonScope): ForecastComparison | null {
  const { first, second, streams, horizon, score, seed } = scope;
  const pairs = pairByOrigin(scope);
  const n = pairs.length;
  if (n === 0) return null;
  const own = Float64Array.from(pairs, ([, one]) => one);
  const other = Float64Array.from(pairs, ([, , one]) => one);
  const differences = own.map((value, i) => value - other[i]!);
  const spacing = n > 1 ? (pairs[n - 1]![0] - pairs[0]![0]) / (n - 1) : Infinity;
  const overlap = Math.max(0, Math.ceil((horizon.last * scope.stepDays) / spacing) - 1);
  const block = Math.max(overlap + 1, Math.round(Math.cbrt(n)));
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const purpose = `${first} against ${second}, ${streams?.join() ?? 'all'}, ${horizon.name}, ${score}`;
  const skillOf = (places: ArrayLike<number>) => {
    let [mine, theirs] = [0, 0];
    for (let i = 0; i < places.length; i++) {
      mine += own[places[i]!]!;
      theirs += other[places[i]!]!;
    }
    return theirs === 0 ? NaN : 1 - mine / theirs;
  };
  const skill = skillOf(pairs.map((_, i) => i));
  return {
    first,
    second,
    stream: streams?.length === 1 ? streams[0]! : null,
    horizon: horizon.name,
    score,
    forecasts: n,
    difference: sum(differences) / n,
    skill: Number.isFinite(skill) ? skill : null,
    skillInterval: Number.isFinite(skill)
      ? blockBootstrap(n, block, skillOf, randomStream(seed, `skill of ${purpose}`))
      : null,
    dieboldMariano: dieboldMariano(differences, Math.max(overlap, block - 1))?.pValue ?? null,
    permutation: signFlipTest(differences, block, randomStream(seed, `signs of ${purpose}`)),
  };
}

/** [origin, mean score of the first, mean score of the second], in order of the origins. */
function pairByOrigin(scope: ComparisonScope): [number, number, number][] {
  const { forecasts, first, second, streams, horizon, score } = scope;
  const byKey = new Map<string, { origin: number; first?: number; second?: number }>();
  for (const one of forecasts) {
    if (one.horizon !== horizon.name || (streams && !streams.includes(one.stream))) continue;
    if (one.system !== first && one.system !== second) continue;
    const key = `${one.origin}\n${one.stream}`;
    const pair = byKey.get(key) ?? { origin: one.origin };
    pair[one.system === first ? 'first' : 'second'] = one.scores[score];
    byKey.set(key, pair);
  }
  const byOrigin = new Map<number, { first: number; second: number; streams: number }>();
  for (const pair of byKey.values()) {
    if (pair.first === undefined || pair.second === undefined) continue;
    const sums = byOrigin.get(pair.origin) ?? { first: 0, second: 0, streams: 0 };
    sums.first += pair.first;
    sums.second += pair.second;
    sums.streams++;
    byOrigin.set(pair.origin, sums);
  }
  return [...byOrigin]
    .sort(([a], [b]) => a - b)
    .map(([origin, sums]) => [origin, sums.first / sums.streams, sums.second / sums.streams]);
}
