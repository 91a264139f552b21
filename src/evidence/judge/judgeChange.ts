import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, CountPanel, FailedFit } from '../../model/index.ts';
import { normalQuantile, normalUpperTail } from '../../stats/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { fitPictures } from '../pictures/fitPictures.ts';
import { markRecorded } from '../pairSeries.ts';
import { powerOfRatio } from '../power.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { ClaimFigures, Guard, Verdict } from '../verdict.ts';
import { streamOf, type Judgement, type JudgeContext } from './context.ts';
import type { RateFit } from './fitModifier.ts';
import { fitFailure } from './fitFailure.ts';
import { countRates, fitRate, type RateCounts } from './fitRate.ts';
import { isAmongBase } from './isAmongBase.ts';
import { placeboChanges } from './placeboChanges.ts';
import { rateEffect } from './rateEffect.ts';
import { restOfRecord } from './restOfRecord.ts';
import { decideRate, decideSize, REST_OF_RECORD, wordThinned } from './rateFinding.ts';
import { readRateOtherwise } from './rateReadings.ts';
import { swingsOfChange } from './swingsOfChange.ts';
import { trendOfChange } from './trendOfChange.ts';
import { wordCount } from '../wordCount.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ChangeTest = Extract<ClaimTest, { kind: 'change' }>;

/** `Q falls|rises|unchanged from D`: the rate ratio of the claimed days against what they are compared with. */
export function judgeChange(test: ChangeTest, context: JudgeContext): Judgement {
  const { plan, panel, facts, claim } = context;
  const stream = streamOf(plan, test.stream);
  const window = markRecorded(panel, test.windows);
  const base = markRecorded(panel, test.base);
  const counts = countRates(panel, test.stream, window, base);
  const obstacle =
    findUntestable(
      plan,
      null,
      stream,
      facts,
      stream.untestable ? 1 : counts.windowDays,
      test.windows,
      null,
    ) ?? lacksBase(test, counts);
  if (obstacle) return { parts: [untestableVerdict('rate', obstacle)], figures: null, tests: [] };

  const measure = (other: CountPanel, line = false) => measureChange(test, other, window, base, line);
  const fit = measure(panel);
  const figures = changeFigures(test, context);
  const events = { trigger: null, response: counts.inWindow };
  if (fit.kind === 'failed') {
    const sentence = `${wordRates(counts, test, context)} The model could not be fitted (${fit.detail}). ${fit.advice}`;
    const verdict = fitFailure('rate', fit, sentence, events);
    return { parts: [verdict], figures, tests: [] };
  }
  const smallest = claim.assumptions.smallestRateRatio.value;
  const power = powerOfRatio(fit.standardErrorNull, smallest, test.trend === 'rises');
  const guards: Guard[] = [baseGuard(fit)];
  // A steady change has no days to be compared with: only its own window is moved.
  const against = test.steadily ? new Uint8Array(panel.steps) : base;
  const streams = [test.stream, test.comparison] as const;
  guards.push(placeboChanges(panel, streams, window, against, fit.logRatio));
  guards.push(swingsOfChange(panel, streams, window, against, fit.pValue));
  if (!test.steadily && isAmongBase(window, base)) guards.push(trendOfChange(fit, measure(panel, true)));
  const rest =
    test.comparison === null ? restOfRecord(context, test.stream, window, against, fit, test.steadily) : null;
  if (rest) guards.push(rest.guard);
  const read = test.comparison === null ? [test.stream] : [test.stream, test.comparison];
  guards.push(readRateOtherwise(context, fit, read, measure));
  const effect = rateEffect(fit, test.steadily ? 'rate ratio, end against start' : 'rate ratio');
  const direction = decideRate(fit, test.trend, smallest, power, guards);
  const rates = wordRates(counts, test, context);
  const parts: Verdict[] = [
    {
      part: 'rate',
      finding: direction.finding,
      reason: direction.reason,
      sentence: `${rates} ${direction.because}${wordThinned(context.thinned, direction, test.trend === 'unchanged' ? null : rest, test.trend === 'rises' ? 'rose' : 'fell')}`,
      effect,
      power,
      events,
      guards,
    },
  ];
  if (test.by) {
    const own = decideSize(fit, test.trend, test.by);
    // A size cannot stand where the change itself does not; nor be denied where the record's own size may have changed.
    const borrowed =
      own.finding === 'supported'
        ? direction.finding !== 'supported'
        : own.finding === 'contradicted' && direction.reason === REST_OF_RECORD;
    const size = borrowed ? direction : own;
    const { finding, reason, because } = size;
    parts.push({ part: 'rate', finding, reason, sentence: because, effect, power: null, events, guards });
  }
  const tests =
    test.trend === 'unchanged' ? [] : [{ pValue: fit.pValue, parts: parts.map((_, index) => index) }];
  const fitted = { label: stream.text, what: 'change' as const, pair: fit.pair };
  return { parts, figures: { ...figures, ...fitPictures([fitted], panel) }, tests };
}

function lacksBase(test: ChangeTest, counts: RateCounts) {
  if (test.steadily || counts.baseDays > 0) return null;
  const detail = `The record covers none of the days to compare with (${test.baseText}).`;
  return { reason: 'window not covered' as const, detail };
}

function baseGuard(fit: RateFit): Guard {
  return {
    name: 'base test',
    passed: fit.pValue <= THRESHOLDS.rateLevel,
    value: fit.pValue,
    detail: `change of the rate with own history in the model, p ${fit.pValue.toPrecision(2)}`,
  };
}

/** The change of the stream, or beyond that of another stream over the same days (difference in differences). */
function measureChange(
  test: ChangeTest,
  panel: CountPanel,
  window: Uint8Array,
  base: Uint8Array,
  line: boolean,
): RateFit | FailedFit {
  const fit = fitRate(panel, test.stream, window, base, test.steadily, line);
  if (test.comparison === null || fit.kind === 'failed') return fit;
  const other = fitRate(panel, test.comparison, window, base, test.steadily, line);
  if (other.kind === 'failed') return other;
  if (fit.standardError === null || other.standardError === null) {
    return { ...fit, lower: 0, upper: Infinity, pValue: 1, standardErrorNull: null };
  }
  const logRatio = fit.logRatio - other.logRatio;
  const standardError = Math.hypot(fit.standardError, other.standardError);
  const reach = normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2) * standardError;
  return {
    ...fit,
    logRatio,
    ratio: Math.exp(logRatio),
    lower: Math.exp(logRatio - reach),
    upper: Math.exp(logRatio + reach),
    pValue: 2 * normalUpperTail(Math.abs(logRatio) / standardError),
    standardError,
    standardErrorNull: standardError,
  };
}

function wordRates(counts: RateCounts, test: ChangeTest, { plan }: JudgeContext): string {
  const unit = streamOf(plan, test.stream).unit.of;
  const rate = (events: number, days: number) => (days === 0 ? '–' : (events / days).toFixed(2));
  const now = `${wordCount(counts.inWindow, unit)} in ${wordCount(counts.windowDays, 'recorded days')} (${rate(counts.inWindow, counts.windowDays)} a day)`;
  if (test.steadily) return `${now}, followed through the claimed days.`;
  const against =
    test.comparison === null ? '' : `, beyond the change of "${streamOf(plan, test.comparison).text}"`;
  return `${now} against ${counts.inBase} in ${counts.baseDays} (${rate(counts.inBase, counts.baseDays)} a day) in ${test.baseText}${against}.`;
}

function changeFigures(test: ChangeTest, context: JudgeContext): ClaimFigures {
  const { plan, panel, claimPlan } = context;
  const all = [...test.windows, ...test.base];
  const first = Math.min(...all.map((days) => days.first));
  const last = Math.max(...all.map((days) => days.last));
  const other =
    test.comparison === null
      ? []
      : [{ id: test.comparison, label: streamOf(plan, test.comparison).text, role: 'trigger' as const }];
  return {
    timeline: drawTimeline(plan, panel, {
      streams: [{ id: test.stream, label: streamOf(plan, test.stream).text, role: 'counted' }, ...other],
      bands: [
        ...test.windows.map((days) => ({
          label: `claimed from ${formatDay(days.first)}`,
          days,
          kind: 'claimed' as const,
        })),
        ...test.base.map((days) => ({ label: 'compared with', days, kind: 'compared' as const })),
      ],
      marks:
        claimPlan.judgedUntil === null ? [] : [{ day: claimPlan.judgedUntil, label: 'source published' }],
      shown: { first: Math.max(plan.first, first - 30), last: Math.min(plan.last, last + 60) },
    }),
    responseByLag: null,
  };
}
