import {
  delayForWindow,
  fitStream,
  profileInterval,
  recentMean,
  type DelaySpec,
  type StreamDesign,
} from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard } from '../verdict.ts';
import type { AnswerFit } from './fitAnswer.ts';

/** Days before the window and after the day itself whose triggers tell the level around a day. */
const AROUND_DAYS = 30;
/** One-sided 1 %: of two sides that have nothing to do with each other one in twenty would look so at 5 %. */
const AGAINST = -2.326;
/** Without a sign of it a wider interval is but less information. */
const HARDLY = -1;

/**
 * Before an answer is ruled out: may ups and downs hide it? Where the second side is low whenever the first is busy, for
 * reasons of its own, answers only fill what is missing. So the response's rate may move with the triggers of the 30
 * days before the window and the 30 days to come, none of which it can answer: the interval must stay below the smallest
 * answer where they move against each other at all, and they must not evidently do so. It can only keep a denial back.
 */
export function oppositeWave(
  series: PairSeries,
  { design, fit }: AnswerFit,
  delay: DelaySpec,
  smallestAnswer: number,
): Guard {
  const name = 'opposite wave';
  const around: StreamDesign = { ...design, modifiers: [{ name, z: meanAround(series, delay) }] };
  const refit = fitStream(around, { smoothing: fit.smoothing });
  if (refit.kind === 'failed') return { name, passed: null, value: null, detail: refit.detail };
  const upper = profileInterval(around, refit, 'rule', THRESHOLDS.intervalLevel)?.upper ?? null;
  const error = refit.standardErrors[name] ?? null;
  const slope = error !== null && error > 0 ? (refit.parameters[name] ?? 0) / error : 0;
  const bound = upper === null ? 'without limit' : upper.toFixed(2);
  return {
    name,
    passed: slope > HARDLY || (upper !== null && upper < smallestAnswer && slope > AGAINST),
    value: upper,
    detail: `with the triggers of the ${AROUND_DAYS} days before the window and to come in the model the interval reaches ${bound}; the responses move with these by ${slope.toFixed(1)} standard errors`,
  };
}

/** Mean number of triggers on the days before the window, and on those to come, each counting half. */
function meanAround({ trigger, recorded, stepDays }: PairSeries, delay: DelaySpec): Float64Array {
  const steps = Math.max(1, Math.round(AROUND_DAYS / stepDays));
  const { to } = delayForWindow(delay, stepDays);
  const before = recentMean(trigger, recorded, steps);
  const after = recentMean(trigger.slice().reverse(), recorded.slice().reverse(), steps).reverse();
  return after.map((coming, step) => (coming + (before[step - to] ?? 0)) / 2);
}
