import { civilFromDay } from '../../calendar/index.ts';
import { refitWithoutSteps } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, TriedOtherwise } from '../verdict.ts';
import { refitWithout, type AnswerFit } from './fitAnswer.ts';

/** Without part of the record an effect may shrink by chance; below this share of it the finding has turned. */
export const KEPT_SHARE = 0.5;

/** Does a refit turn the finding? It does when the effect falls below half of what the whole record gave. */
export function turns(base: number, refit: { rho: number; pValue: number } | null): boolean {
  return refit === null || (refit.rho < KEPT_SHARE * base && refit.pValue > THRESHOLDS.plainLevel);
}

/** Leave-outs: the busiest 5 % of days with an act, and every single month. Days left out are masked, not set to zero. */
export function leaveOut(series: PairSeries, fit: AnswerFit): Guard[] {
  const { rho } = fit;
  const near = refitWithoutSteps(fit.design, fit.fit);
  const busiest = refitWithout(fit, busiestSteps(series), KEPT_SHARE * rho, near);
  const months = [...stepsByMonth(series)].map(([month, steps]) => ({
    month,
    refit: refitWithout(fit, steps, KEPT_SHARE * rho, near),
  }));
  const turning = months.filter(({ refit }) => turns(rho, refit)).map(({ month }) => month);
  const smallest = Math.min(...months.map(({ refit }) => refit?.rho ?? 0));
  return [
    {
      name: 'without the busiest days',
      passed: !turns(rho, busiest),
      value: busiest?.rho ?? null,
      detail:
        busiest === null
          ? 'without the busiest 5 % of days with an act nothing can be fitted'
          : `without the busiest 5 % of days with an act: ${busiest.rho.toFixed(2)} extra per trigger`,
      tried: [without('without the busiest 5 % of days with an act', rho, busiest)],
    },
    {
      name: 'without any one month',
      passed: turning.length === 0,
      value: months.length === 0 ? null : smallest,
      detail:
        turning.length === 0
          ? `without any one of ${months.length} months at least ${smallest.toFixed(2)} extra per trigger`
          : `it rests on one month: without ${turning.join(' or ')} less than half is left`,
      tried: months.map(({ month, refit }) => without(`without ${month}`, rho, refit)),
    },
  ];
}

function without(name: string, base: number, refit: ReturnType<typeof refitWithout>): TriedOtherwise {
  return { name, about: 'left out', estimate: refit?.rho ?? null, turned: turns(base, refit) };
}

/**
 * The busiest 5 % of the evaluated steps with any act, both sides' acts together. In a thin record 5 % of all steps would be
 * half of those with an answer, and no answer would stand without them.
 */
export function busiestSteps(series: PairSeries): number[] {
  const busy = (step: number) => (series.trigger[step] ?? 0) + (series.response[step] ?? 0);
  const active: number[] = [];
  series.evaluated.forEach((inside, step) => inside && busy(step) > 0 && active.push(step));
  active.sort((a, b) => busy(b) - busy(a) || a - b);
  return active.slice(0, Math.ceil(THRESHOLDS.busiestShare * active.length));
}

function stepsByMonth(series: PairSeries): Map<string, number[]> {
  const months = new Map<string, number[]>();
  let [of, key] = [NaN, ''];
  for (let step = 0; step < series.evaluated.length; step++) {
    if (series.evaluated[step] === 0) continue;
    const { year, month } = civilFromDay(series.first + step * series.stepDays);
    if (12 * year + month !== of) {
      of = 12 * year + month;
      key = `${year}-${String(month).padStart(2, '0')}`;
      months.set(key, []);
    }
    months.get(key)!.push(step);
  }
  // A month without a trigger or a response cannot carry the finding.
  for (const [key, steps] of months) {
    if (!steps.some((step) => (series.trigger[step] ?? 0) > 0 && series.claimed[step])) months.delete(key);
  }
  return months;
}
