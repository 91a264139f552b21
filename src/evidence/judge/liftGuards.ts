import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { aloneGuard } from './aloneGuard.ts';
import { explainWave } from './answerGuards.ts';
import { decideSeries } from './decideSeries.ts';
import { donutGuard } from './donutGuard.ts';
import { fitAnswer } from './fitAnswer.ts';
import { splitWindow, type WindowSplit } from './splitWindow.ts';
import { twiceBesideWave } from './twiceBesideWave.ts';

/**
 * What can lift the second side after triggers without any answer is what can pass for answers: a wave that moves both, one
 * incident coded twice, news that brings several triggers at once. So a lift is asked as answers spread evenly over its
 * days would be. `sentences`: the strongest rival, and what stays open where the wave tests pass.
 */
export function liftGuards(
  series: PairSeries,
  days: number,
  names: readonly [string, string],
): { readonly guards: readonly Guard[]; readonly sentences: readonly string[] } {
  const delay = { family: 'uniform', from: 1, to: days };
  const wave = decideSeries(series, delay, names, { power: false });
  const guards = explainWave(wave, series.stepDays);
  const fit = fitAnswer(series, delay);
  if (fit.kind === 'fitted') {
    const split = splitWindow(series, delay, fit);
    guards.push(
      donutGuard(split && allowQuick(split), twiceBesideWave(series, delay, wave)),
      aloneGuard(series, delay, fit),
    );
  }
  return { guards, sentences: wave.sentences };
}

/** Answers that come quickly are more on the claimed days, too: nothing falls short where what is behind them stands by itself. */
function allowQuick(split: WindowSplit): WindowSplit {
  const stands = split.behind !== null && split.behind.pValue <= THRESHOLDS.plainLevel;
  return stands ? { ...split, shortfall: 0 } : split;
}
