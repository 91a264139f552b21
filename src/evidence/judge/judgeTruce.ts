import { formatDay, type DayInterval } from '../../calendar/index.ts';
import type { ClaimTest } from '../../model/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { fitPictures, type FittedStream } from '../pictures/fitPictures.ts';
import { countsOf, markRecorded } from '../pairSeries.ts';
import { powerOfRatio } from '../power.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Band, ClaimFigures, Guard, Verdict } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { judgeHolding } from './judgeHolding.ts';
import { streamOf, type Judgement, type JudgeContext } from './context.ts';
import { fitFailure } from './fitFailure.ts';
import { countRates, fitRate, type RateCounts } from './fitRate.ts';
import { isAmongBase } from './isAmongBase.ts';
import { placeboChanges } from './placeboChanges.ts';
import { swingsOfChange } from './swingsOfChange.ts';
import { trendOfChange } from './trendOfChange.ts';
import { rateEffect } from './rateEffect.ts';
import { restOfRecord } from './restOfRecord.ts';
import { decideRate, wordThinned, type RateDecision } from './rateFinding.ts';
import { readRateOtherwise } from './rateReadings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type TruceTest = Extract<ClaimTest, { kind: 'truce' }>;

/** Breaches are named one by one up to this number; beyond it the sentence says how many more there are. */
const BREACHES_NAMED = 6;

/**
 * A truce: each direction's rate falls in the claimed days against the days before it was expected (violence often
 * rises just before a ceasefire, so those days are kept out of the comparison). One verdict a direction; the truce
 * holds only where every direction is supported. Breaches are listed.
 */
export function judgeTruce(test: TruceTest, context: JudgeContext): Judgement {
  const judged = test.directions.map((stream) => judgeDirection(stream, test, context));
  const parts = judged.map(({ verdict }) => verdict);
  if (test.holding) parts.push(judgeHolding(test.holding, test, context, parts));
  const tests = judged.flatMap(({ pValue }, index) => (pValue === null ? [] : [{ pValue, parts: [index] }]));
  const pictures = fitPictures(
    judged.map(({ fitted }) => fitted),
    context.panel,
  );
  return {
    parts,
    figures: tests.length > 0 ? { ...truceFigures(test, context), ...pictures } : null,
    tests,
  };
}

function judgeDirection(
  id: string,
  test: TruceTest,
  context: JudgeContext,
): { verdict: Verdict; pValue: number | null; fitted: FittedStream } {
  const { plan, panel, facts, claim } = context;
  const stream = streamOf(plan, id);
  const window = markRecorded(panel, test.windows);
  const base = markRecorded(panel, test.base);
  const counts = countRates(panel, id, window, base);
  const unfitted: FittedStream = { label: stream.text, what: 'change', pair: null };
  const name = (sentence: string) =>
    `${stream.text.charAt(0).toUpperCase()}${stream.text.slice(1)}: ${sentence}`;
  const obstacle = findUntestable(
    plan,
    null,
    stream,
    facts,
    stream.untestable ? 1 : counts.windowDays,
    test.windows,
    null,
  );
  if (obstacle) {
    return {
      verdict: untestableVerdict('rate', { ...obstacle, detail: name(obstacle.detail) }),
      pValue: null,
      fitted: unfitted,
    };
  }
  if (counts.baseDays === 0) {
    const detail = name('the record covers no days before the truce to compare with.');
    return {
      verdict: untestableVerdict('rate', { reason: 'window not covered', detail }),
      pValue: null,
      fitted: unfitted,
    };
  }
  const fit = fitRate(panel, id, window, base, false);
  const events = { trigger: null, response: counts.inWindow };
  const breaches = wordBreaches(id, window, context);
  const rates = wordRates(counts);
  if (fit.kind === 'failed') {
    const sentence = name(`${rates} The model could not be fitted (${fit.detail}). ${fit.advice}`);
    const verdict = fitFailure('rate', fit, sentence, events);
    return { verdict, pValue: null, fitted: unfitted };
  }
  const smallest = claim.assumptions.smallestRateRatio.value;
  const power = powerOfRatio(fit.standardErrorNull, smallest);
  const rest = restOfRecord(context, id, window, base, fit);
  const guards: Guard[] = [
    {
      name: 'base test',
      passed: fit.pValue <= THRESHOLDS.rateLevel,
      value: fit.pValue,
      detail: `p ${fit.pValue.toPrecision(2)}`,
    },
    anticipationGuard(id, test, context, counts),
    placeboChanges(panel, [id, null], window, base, fit.logRatio),
    ...(isAmongBase(window, base) ? [trendOfChange(fit, fitRate(panel, id, window, base, false, true))] : []),
    swingsOfChange(panel, [id, null], window, base, fit.pValue),
    rest.guard,
    readRateOtherwise(context, fit, [id], (other) => fitRate(other, id, window, base, false)),
  ];
  const decision: RateDecision = decideRate(fit, 'falls', smallest, power, guards);
  const verdict: Verdict = {
    part: 'rate',
    finding: decision.finding,
    reason: decision.reason,
    sentence: name(
      `${rates} ${decision.because} ${breaches}${wordThinned(context.thinned, decision, rest, 'fell')}`,
    ),
    effect: rateEffect(fit, 'rate ratio'),
    power,
    events,
    guards,
  };
  return { verdict, pValue: fit.pValue, fitted: { ...unfitted, pair: fit.pair } };
}

/** What happened while the truce was expected: shown apart, so that a rise before it does not make the fall look larger. */
function anticipationGuard(id: string, test: TruceTest, context: JudgeContext, counts: RateCounts): Guard {
  const name = 'days before, when it was expected';
  if (!test.anticipation) {
    return { name, passed: null, value: null, detail: 'the claim does not say when it was first expected' };
  }
  const marks = markRecorded(context.panel, [test.anticipation]);
  const { inWindow, windowDays } = countRates(context.panel, id, marks, marks);
  const rate = windowDays === 0 ? null : inWindow / windowDays;
  const before = counts.inBase / counts.baseDays;
  return {
    name,
    passed: null,
    value: rate,
    detail:
      rate === null
        ? 'those days are not recorded'
        : `${inWindow} in ${windowDays} days (${rate.toFixed(2)} a day; ${before.toFixed(2)} before); kept out of the comparison`,
  };
}

function wordRates({ inWindow, windowDays, inBase, baseDays }: RateCounts): string {
  const rate = (events: number, days: number) => (days === 0 ? '–' : (events / days).toFixed(2));
  return (
    `${wordCount(inWindow, 'events')} in ${wordCount(windowDays, 'recorded days')} (${rate(inWindow, windowDays)} a day) ` +
    `against ${inBase} in the ${baseDays} days before (${rate(inBase, baseDays)} a day).`
  );
}

function wordBreaches(id: string, window: Uint8Array, { panel }: JudgeContext): string {
  const counts = countsOf(panel, id);
  const days: string[] = [];
  window.forEach((inside, step) => {
    if (inside && (counts[step] ?? 0) > 0) days.push(formatDay(panel.first + step * panel.stepDays));
  });
  if (days.length === 0) return 'No breach is recorded.';
  const named = days.slice(0, BREACHES_NAMED).join(', ');
  const rest = days.length - BREACHES_NAMED;
  return `Breaches on ${days.length} day${days.length === 1 ? '' : 's'}: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function truceFigures(test: TruceTest, { plan, panel, claimPlan }: JudgeContext): ClaimFigures {
  const all = [...test.windows, ...test.base];
  const band = (kind: Band['kind'], label: string) => (days: DayInterval) => ({ label, days, kind });
  return {
    timeline: drawTimeline(plan, panel, {
      streams: test.directions.map((id, index) => ({
        id,
        label: streamOf(plan, id).text,
        role: index === 0 ? ('trigger' as const) : ('response' as const),
      })),
      bands: [
        ...test.windows.map(band('claimed', 'claimed truce')),
        ...test.base.map(band('compared', 'compared with')),
        ...(test.anticipation ? [band('expected', 'expected')(test.anticipation)] : []),
      ],
      marks:
        claimPlan.judgedUntil === null ? [] : [{ day: claimPlan.judgedUntil, label: 'source published' }],
      shown: {
        first: Math.max(plan.first, Math.min(...all.map(({ first }) => first)) - 30),
        last: Math.min(plan.last, Math.max(...all.map(({ last }) => last)) + 60),
      },
    }),
    responseByLag: null,
  };
}
