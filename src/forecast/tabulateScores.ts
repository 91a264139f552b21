import { pitHistogram } from '../stats/index.ts';
import type { ScoredForecast, ScoreRow, SystemName } from './backtestResult.ts';

const PIT_BINS = 10;

/** Mean scores of every system by horizon, over all streams and each, all forecasts and those of each state. */
export function tabulateScores(forecasts: readonly ScoredForecast[]): ScoreRow[] {
  const groups = new Map<string, ScoredForecast[]>();
  for (const one of forecasts) {
    for (const stream of [null, one.stream])
      for (const state of [null, one.state]) {
        const key = JSON.stringify([one.horizon, stream, state, one.system]);
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
      }
  }
  return [...groups].map(([key, group]) => {
    const [horizon, stream, state, system] = JSON.parse(key) as [
      string,
      string | null,
      ScoreRow['state'],
      SystemName,
    ];
    return { system, stream, horizon, state, ...averageScores(group) };
  });
}

function averageScores(
  group: readonly ScoredForecast[],
): Omit<ScoreRow, 'system' | 'stream' | 'horizon' | 'state'> {
  const n = group.length;
  const mean = (value: (one: ScoredForecast) => number) =>
    group.reduce((sum, one) => sum + value(one), 0) / n;
  const meanIfAll = (value: (one: ScoredForecast) => number | null) =>
    group.some((one) => value(one) === null) ? null : mean((one) => value(one)!);
  return {
    forecasts: n,
    crps: mean(({ scores }) => scores.crps),
    logScore: meanIfAll(({ scores }) => scores.logScore),
    ignorance: mean(({ scores }) => scores.ignorance),
    intervalScore90: mean(({ scores }) => scores.intervalScore90),
    dawidSebastiani: meanIfAll(({ scores }) => scores.dawidSebastiani),
    coverage50: mean(({ scores }) => Number(scores.inside50)),
    coverage80: mean(({ scores }) => Number(scores.inside80)),
    coverage95: mean(({ scores }) => Number(scores.inside95)),
    held50: mean(({ scores }) => scores.held50),
    held80: mean(({ scores }) => scores.held80),
    held95: mean(({ scores }) => scores.held95),
    pit: pitHistogram(
      group.map(({ scores }) => scores.pit),
      PIT_BINS,
    ),
  };
}
