import type { DayInterval } from '../../calendar/index.ts';
import type { CountPanel } from '../../model/index.ts';
import { donutGuard } from '../judge/donutGuard.ts';
import { decideSeries } from '../judge/decideSeries.ts';
import { fitAnswer, ruleColumn } from '../judge/fitAnswer.ts';
import { splitWindow } from '../judge/splitWindow.ts';
import { cutPair, countWithin, windowInSteps } from '../pairSeries.ts';
import { delayOf, type Pairing } from './screenPairs.ts';

/** What a pairing shows on some days of the record, with the guards of a claim about it. */
export interface CheckedPairing {
  readonly triggers: number;
  readonly responses: number;
  /** Extra responses per trigger with its interval; null where the model could not be fitted. */
  readonly rho: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** One-sided, of the likelihood ratio. */
  readonly pValue: number;
  /** Information about rho without the rule, for power. */
  readonly information: number | null;
  /** What is left without the first two days of the window stands; null where the window is too short to ask. */
  readonly donut: boolean | null;
  /** Does the trigger precede the response more than it follows it? In standard errors, blocks of 60 days; null where the donut fell. */
  readonly leadLag: number | null;
  /** Whether it stands beside a shared wave; null where the donut fell before. */
  readonly besideWave: boolean | null;
}

/** The base test of a pairing alone: cheap. */
export function fitPairing(panel: CountPanel, days: DayInterval, pairing: Pairing) {
  const delay = delayOf(pairing.days);
  const series = cutPair(
    panel,
    { judgedUntil: days.last },
    [days],
    pairing,
    windowInSteps(delay, panel.stepDays),
  );
  return { series, delay, fit: fitAnswer(series, delay) };
}

/** The base test with donut, lead-lag contrast and the shared-wave procedure, as for a claim. */
export function checkPairing(panel: CountPanel, days: DayInterval, pairing: Pairing): CheckedPairing {
  const { series, delay, fit } = fitPairing(panel, days, pairing);
  const events = {
    triggers: countWithin(series.trigger, series.claimed),
    responses: countWithin(series.response, series.evaluated),
  };
  if (fit.kind === 'failed') return { ...events, ...UNKNOWN };
  const donut = donutGuard(splitWindow(series, delay, fit), null).passed;
  // The wave costs by far the most: what has fallen already is not asked.
  const wave =
    donut === false ? null : decideSeries(series, delay, ['the first', 'the second'], { power: false });
  return {
    ...events,
    rho: fit.rho,
    lower: fit.lower,
    upper: fit.upper,
    pValue: fit.pValue,
    information: fit.nullModel?.answer(ruleColumn(fit.design)).information ?? null,
    donut,
    leadLag: wave?.leadLag.block60 ?? null,
    besideWave: wave?.supported ?? null,
  };
}

const UNKNOWN = {
  rho: null,
  lower: null,
  upper: null,
  pValue: 1,
  information: null,
  donut: null,
  leadLag: null,
  besideWave: null,
};
