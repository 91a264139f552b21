import { likelihoodRatioTest, type DelaySpec } from '../../model/index.ts';
import { countWithin, markSteps, windowInSteps, type PairSeries } from '../pairSeries.ts';
import type { AnswerReading } from './answerReading.ts';
import type { JudgeContext } from './context.ts';
import { fitAnswer, type AnswerFit } from './fitAnswer.ts';
import { KEPT_SHARE, turns } from './leaveOuts.ts';

/** A regime with fewer answers gets no level of its own: it could not be estimated. */
const FEWEST_ANSWERS = 5;

/**
 * An answer read by the periods that the file declares: with a level of its own in each of them, since a step of both
 * sides between two periods looks like an answer to a trend that bends slowly; and on the triggers of one period alone.
 * A period turns the finding where its interval lies below half of what the whole record gives, or below the interval of
 * all other days; fewer triggers alone turn nothing.
 */
export function readPeriods(
  context: JudgeContext,
  delay: DelaySpec,
  series: PairSeries,
  base: AnswerFit,
): AnswerReading[] {
  const { panel, plan } = context;
  const window = windowInSteps(delay, panel.stepDays);
  const evaluated = sum(series.evaluated);
  const dividing = (plan.periods ?? []).filter(({ days }) => {
    const inside = sum(markSteps(panel, days).map((mark, step) => mark & (series.evaluated[step] ?? 0)));
    return inside > 0 && inside < evaluated;
  });
  if (dividing.length === 0) return [];
  const alone = dividing.flatMap(({ name, days }): AnswerReading[] => {
    const inside = markSteps(panel, days);
    const own = limitTo(series, inside, window.to);
    const triggers = countWithin(own.trigger, own.claimed);
    if (triggers === 0) return [];
    const fit = fitAnswer(own, delay);
    const found = fit.kind === 'fitted' ? fit : null;
    const outside = inside.map((mark) => 1 - mark);
    const rest = fitAnswer(limitTo(series, outside, window.to), delay);
    const elsewhere = rest.kind === 'fitted' ? (rest.lower ?? 0) : 0;
    const least = Math.max(KEPT_SHARE * base.rho, elsewhere);
    const turned = found !== null && found.upper !== null && found.upper < least;
    const shown = { rho: found?.rho ?? null, turned, alone: { triggers, upper: found?.upper ?? null } };
    return [{ name: `${name} alone`, about: 'period', attribution: false, ...shown }];
  });
  return [readLevels(context, series, base, dividing), ...alone];
}

/** The base fit with one more level for every combination of periods that holds enough of the response. */
function readLevels(
  { panel }: JudgeContext,
  series: PairSeries,
  base: AnswerFit,
  periods: NonNullable<JudgeContext['plan']['periods']>,
): AnswerReading {
  const marks = periods.map(({ days }) => markSteps(panel, days));
  const regimes = Array.from(series.response, (_, step) => marks.map((mark) => mark[step]).join(''));
  const { design } = base;
  const answers = new Map<string, number>();
  regimes.forEach((regime, step) => {
    if (design.recorded[step]) answers.set(regime, (answers.get(regime) ?? 0) + (series.response[step] ?? 0));
  });
  const [, ...others] = [...answers].filter(([, count]) => count >= FEWEST_ANSWERS).map(([regime]) => regime);
  const levels = others.map((regime) => ({
    name: `regime ${regime}`,
    values: Float64Array.from(regimes, (one) => (one === regime ? 1 : 0)),
  }));
  const test = likelihoodRatioTest({ ...design, endemic: [...design.endemic, ...levels] }, 'rule', {
    smoothing: base.fit.smoothing,
  });
  const refit =
    test.kind === 'failed' ? null : { rho: test.fit.parameters['rule'] ?? 0, pValue: test.pValue };
  return {
    name: 'a level of its own in each declared period',
    about: 'period',
    attribution: false,
    rho: refit?.rho ?? null,
    // Levels that cannot be told from the trend say nothing.
    turned: refit !== null && turns(base.rho, refit),
  };
}

/** The series on the triggers of some steps alone, and on these steps and the window behind them. */
function limitTo(series: PairSeries, marks: Uint8Array, reach: number): PairSeries {
  const near = marks.map((_, step) =>
    marks.subarray(Math.max(0, step - reach), step + 1).includes(1) ? 1 : 0,
  );
  return {
    ...series,
    claimed: series.claimed.map((mark, step) => mark & (marks[step] ?? 0)),
    evaluated: series.evaluated.map((mark, step) => mark & (near[step] ?? 0)),
  };
}

function sum(marks: Uint8Array): number {
  return marks.reduce((total, mark) => total + mark, 0);
}
