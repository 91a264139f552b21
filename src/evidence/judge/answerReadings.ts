import type { DelaySpec } from '../../model/index.ts';
import { cutPair, windowInSteps, type PairSeries } from '../pairSeries.ts';
import type { Guard } from '../verdict.ts';
import type { JudgeContext } from './context.ts';
import { refitAnswer, type AnswerFit } from './fitAnswer.ts';
import type { AnswerReading } from './answerReading.ts';
import { readPeriods } from './periodReadings.ts';
import { turns } from './leaveOuts.ts';
import { refitOnce } from './refitOnce.ts';

export type { AnswerReading };

/** The claim read in every other defensible way: doers, imprecise dates, duplicates, half and twice the window. */
export function readAnswerOtherwise(
  context: JudgeContext,
  streams: { readonly trigger: string; readonly response: string },
  delay: DelaySpec,
  series: PairSeries,
  base: AnswerFit,
): AnswerReading[] {
  const { claimPlan, panel } = context;
  const window = windowInSteps(delay, panel.stepDays);
  const refitOn = refitOnce([streams.trigger, streams.response], (other) =>
    refitAnswer(base, cutPair(other, claimPlan, claimPlan.days, streams, window), delay),
  );
  const otherRecords = context.readings.map(({ name, about, panel: other }) => {
    const refit = refitOn(other);
    return {
      name,
      about,
      attribution: about === 'doers',
      direction: about === 'direction',
      rho: refit?.rho ?? null,
      turned: turns(base.rho, refit),
    };
  });
  const otherWindows = [0.5, 2].flatMap((factor) => {
    const to = Math.max(delay.from, Math.round(delay.to * factor));
    if (Math.ceil(to / panel.stepDays) === window.to) return [];
    const refit = refitAnswer(base, series, { ...delay, to });
    return [
      {
        name: `window of ${to} days`,
        about: 'window' as const,
        attribution: false,
        rho: refit?.rho ?? null,
        turned: turns(base.rho, refit),
      },
    ];
  });
  return [...otherRecords, ...otherWindows, ...readPeriods(context, delay, series, base)];
}

/** The readings as one line of the report. */
export function readingsGuard(readings: readonly AnswerReading[]): Guard {
  const turned = readings.filter((reading) => reading.turned);
  const onDirection = turned.length > 0 && turned.every(({ direction }) => direction === true);
  const shown = readings
    .map(({ name, rho }) => `${name}: ${rho === null ? 'no fit' : rho.toFixed(2)}`)
    .join('; ');
  return {
    name: onDirection ? 'direction policy' : 'readings',
    passed: readings.length === 0 ? null : turned.length === 0,
    value: readings.length - turned.length,
    detail: readings.length === 0 ? 'no other reading changes the counts' : shown,
    tried: readings.map(({ name, about, rho, turned: turns }) => ({
      name,
      about,
      estimate: rho,
      turned: turns,
    })),
  };
}
