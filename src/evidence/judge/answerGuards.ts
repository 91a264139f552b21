import { delayForWindow, type DelaySpec } from '../../model/index.ts';
import { normalUpperTail } from '../../stats/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { WaveDecision } from '../wave/index.ts';
import type { JudgeContext } from './context.ts';
import { refitAnswer, type AnswerFit } from './fitAnswer.ts';
import { KEPT_SHARE } from './leaveOuts.ts';

/** Lags that one incident coded twice would fill. */
const DONUT_LAGS = 2;

/** T1 to T6 and the lines that explain them, as guards of the report. */
export function explainWave(wave: WaveDecision, stepDays: number): Guard[] {
  const steps = stepDays === 7 ? 'weeks' : 'days';
  const { plain, passed, leadLag, sameDay } = wave;
  const ratio = (
    name: string,
    test: { likelihoodRatio: number } | null,
    verdict: boolean | null,
    threshold: number,
  ): Guard => ({
    name,
    passed: verdict,
    value: test?.likelihoodRatio ?? null,
    detail:
      test === null
        ? 'not run, because an earlier test did not pass'
        : `likelihood ratio ${test.likelihoodRatio.toFixed(2)}, wanted more than ${threshold}`,
  });
  return [
    ratio('plain test of both sides', plain, passed.plain, 2.71),
    ratio('shared wave (T1)', wave.wave, passed.T1, THRESHOLDS.waveLikelihoodRatio),
    smoothGuard(
      wave.smooth,
      ratio('smooth wave (T2)', wave.smooth, passed.T2, THRESHOLDS.smoothWaveLikelihoodRatio),
    ),
    ratio('late wave (T3)', wave.late, passed.T3, THRESHOLDS.lateWaveLikelihoodRatio),
    ratio('late wave alone (T4)', wave.lateAlone, passed.T4, THRESHOLDS.lateWaveAloneLikelihoodRatio),
    ratio('wave of calm and storm (T5)', wave.shape, passed.T5, THRESHOLDS.switchingWaveLikelihoodRatio),
    smoothGuard(
      wave.slow,
      ratio('slow smooth wave (T6)', wave.slow, passed.T6, THRESHOLDS.slowWaveLikelihoodRatio),
    ),
    {
      name: 'before against after (explains, does not decide)',
      passed: null,
      value: leadLag.block60,
      detail:
        leadLag.block60 === null
          ? 'too few events'
          : 'responses after triggers against responses before them, in standard errors; near 0 where both rise together',
    },
    {
      name: 'same day (explains, does not decide)',
      passed: null,
      value: sameDay.pairs,
      detail: `${sameDay.pairs} ${steps} hold both sides' acts; ${steps} have no order inside, so none counts as an answer`,
    },
  ];
}

/** Share of the delay's weight behind the lags that the donut leaves out. */
function shareBehind(series: PairSeries, delay: DelaySpec): number {
  const { weights } = delayForWindow(delay, series.stepDays);
  return weights.slice(DONUT_LAGS).reduce((sum, weight) => sum + weight, 0);
}

/** A smooth wave that could not be fitted is not ruled out, whatever its ratio says. */
function smoothGuard(smooth: WaveDecision['smooth'], guard: Guard): Guard {
  return smooth && !smooth.fitted
    ? {
        ...guard,
        detail: 'a smooth rise and fall could not be fitted to this record, so it is not ruled out',
      }
    : guard;
}

/** Without the first two days: one incident coded twice, with sides swapped, fills just these. */
export function donutGuard(series: PairSeries, delay: DelaySpec, fit: AnswerFit): Guard {
  const start = Math.max(1, Math.ceil(delay.from / series.stepDays)) + DONUT_LAGS;
  if (series.stepDays !== 1 || start > Math.ceil(delay.to / series.stepDays)) {
    return {
      name: 'without lags 1 and 2',
      passed: null,
      value: null,
      detail: 'the window is too short for it',
    };
  }
  const refit = refitAnswer(fit, series, delay, start);
  // A true rule leaves the part of its answers that the delay puts behind the first two days.
  const due = fit.rho * shareBehind(series, delay);
  const clear = refit !== null && refit.pValue <= normalUpperTail(THRESHOLDS.donutStandardErrors);
  const passed = clear && refit.rho >= KEPT_SHARE * due;
  return {
    name: 'without lags 1 and 2',
    passed,
    value: refit?.rho ?? null,
    detail:
      refit === null
        ? 'nothing can be fitted without the first two days'
        : `${refit.rho.toFixed(2)} extra per trigger from the third day of the window on, ${due.toFixed(2)} to be expected (p ${refit.pValue.toPrecision(2)})`,
  };
}

/** A record made by looking for exchanges holds too many quick answers; no test on it can take them away again. */
export function sampleGuard(context: JudgeContext): Guard {
  const fault = context.answersOversampled;
  return {
    name: 'how the record was collected',
    passed: fault === null,
    value: null,
    detail: fault ?? 'the file names no fault that favours quick answers',
  };
}
