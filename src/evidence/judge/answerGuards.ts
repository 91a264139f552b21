import type { Guard } from '../verdict.ts';
import type { WaveDecision } from '../wave/index.ts';
import type { JudgeContext } from './context.ts';

/** T1 to T6 and the lines that explain them, as guards of the report. */
export function explainWave(wave: WaveDecision, stepDays: number): Guard[] {
  const steps = stepDays === 7 ? 'weeks' : 'days';
  const { plain, passed, wanted, leadLag, sameDay } = wave;
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
        : `likelihood ratio ${test.likelihoodRatio.toFixed(2)}, wanted more than ${Number(threshold.toFixed(2))}`,
  });
  return [
    ratio('plain test of both sides', plain, passed.plain, 2.71),
    ratio('shared wave (T1)', wave.wave, passed.T1, wanted.T1),
    smoothGuard(wave.smooth, ratio('smooth wave (T2)', wave.smooth, passed.T2, wanted.T2)),
    ratio('late wave (T3)', wave.late, passed.T3, wanted.T3),
    ratio('late wave alone (T4)', wave.lateAlone, passed.T4, wanted.T4),
    ratio('wave of calm and storm (T5)', wave.shape, passed.T5, wanted.T5),
    smoothGuard(wave.slow, ratio('slow smooth wave (T6)', wave.slow, passed.T6, wanted.T6)),
    {
      name: 'before against after',
      passed: null,
      value: leadLag.block60,
      detail:
        leadLag.block60 === null
          ? 'too few events'
          : 'responses after triggers against responses before them, in standard errors; near 0 where both rise together',
    },
    {
      name: 'wave beside the answer',
      passed: null,
      value: wave.wave?.beside ?? null,
      detail:
        wave.wave === null
          ? 'not run, because an earlier test did not pass'
          : 'twice what a shared wave adds to the log-likelihood where the answer is there already; small where the answer alone explains the record',
    },
    {
      name: 'same day (explains, does not decide)',
      passed: null,
      value: sameDay.pairs,
      detail: `${sameDay.pairs} ${steps} hold both sides' acts; ${steps} have no order inside, so none counts as an answer`,
    },
  ];
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
