import { delayForWindow, lagSum, type DelaySpec } from '../../model/index.ts';
import { randomStream } from '../../stats/index.ts';
import { jitterTriggers } from '../jitterTriggers.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import { ruleColumn, type AnswerFit } from './fitAnswer.ts';

/** Lengths of the blocks inside which triggers are redrawn, shortest first. */
const BLOCK_DAYS = [14, 30, 60, 120];
const DRAWS = 199;
/** Calendars, the record's own among them, that may show as much. */
const MOST = Math.floor(THRESHOLDS.plainLevel * (DRAWS + 1));

/**
 * Placebo dates that respect regimes: the test's statistic beside those of triggers redrawn inside blocks of W days.
 * Says the shortest W at which the finding still stands, that is: against any shared wave longer than W days. It
 * explains and does not decide; the shared wave (T1) does.
 */
export function placeboDates(series: PairSeries, delay: DelaySpec, fit: AnswerFit, seed: number): Guard {
  const name = 'placebo dates (explains, does not decide)';
  const observed = fit.nullModel?.answer(ruleColumn(fit.design)).z ?? null;
  if (fit.nullModel === null || observed === null) {
    return { name, passed: null, value: null, detail: 'no information' };
  }
  const { from, weights } = delayForWindow(delay, series.stepDays);
  const moved = new Float64Array(series.trigger.length);
  const answers = new Float64Array(series.trigger.length);
  for (const days of BLOCK_DAYS) {
    const random = randomStream(seed, `placebo dates of an answer, blocks of ${days} days`, 0);
    const block = Math.max(2, Math.round(days / series.stepDays));
    const redraw = jitterTriggers(series.trigger, series.claimed, block);
    let asLarge = 1;
    // Once too many show as much no further draw changes that.
    for (let draw = 0; draw < DRAWS && asLarge <= MOST; draw++) {
      redraw(random, moved);
      lagSum(moved, series.recorded, weights, from, series.claimed, answers);
      const z = fit.nullModel.answer(answers).z ?? 0;
      if (z >= observed) asLarge++;
    }
    if (asLarge <= MOST) {
      return {
        name,
        passed: null,
        value: days,
        detail: `stands against triggers redrawn inside blocks of ${days} days`,
      };
    }
  }
  return {
    name,
    passed: null,
    value: null,
    detail: 'triggers redrawn inside blocks of up to 120 days show as much',
  };
}
