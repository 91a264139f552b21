import { recentMeans, type ClaimTest, type CountPanel, type FailedFit } from '../../model/index.ts';
import { randomStream } from '../../stats/index.ts';
import { jitterPlaces } from '../jitterTriggers.ts';
import { cutPair, countWithin, type PairSeries } from '../pairSeries.ts';
import { powerOfRatio } from '../power.ts';
import { fitPictures } from '../pictures/fitPictures.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { answerFigures } from './answerFigures.ts';
import { sampleGuard } from './answerGuards.ts';
import { designShift, type ShiftFit } from './designShift.ts';
import { streamOf, type Judgement, type JudgeContext } from './context.ts';
import { fitFailure } from './fitFailure.ts';
import { fitModifier, testModifier, type RateFit } from './fitModifier.ts';
import { liftGuards } from './liftGuards.ts';
import { rateEffect } from './rateEffect.ts';
import { decideRate, type RateDecision } from './rateFinding.ts';
import { readRateOtherwise } from './rateReadings.ts';
import { stillGuard } from './stillGuard.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ShiftTest = Extract<ClaimTest, { kind: 'shift' }>;

/** Blocks inside which placebo triggers are redrawn; one of twice the window comes on top. */
const JITTER_DAYS = [30, 60];
const JITTERS = 199;

/**
 * `when P then fewer|more Q for N days`: deterrence and backlash, always tested both ways. The modifier is the mean of
 * recent triggers over the window; the effect shown is the rate ratio of days with recent triggers (as many as such days
 * usually have) against days without: mean = exp(gamma·z)(nu + rho·own history), ratio = exp(gamma·mean of z > 0).
 */
export function judgeShift(test: ShiftTest, context: JudgeContext): Judgement {
  const { plan, panel, claimPlan, facts, claim } = context;
  const trigger = streamOf(plan, test.trigger);
  const response = streamOf(plan, test.response);
  const window = { from: 1, to: Math.max(1, Math.round(test.days / panel.stepDays)) };
  const cut = (from: CountPanel) => cutPair(from, claimPlan, claimPlan.days, test, window);
  const series = cut(panel);
  const triggers = countWithin(series.trigger, series.claimed);
  const evaluated = series.evaluated.reduce((sum, inside) => sum + inside, 0);
  const obstacle =
    trigger.untestable ??
    response.untestable ??
    findUntestable(plan, trigger, response, facts, evaluated, claimPlan.days, triggers);
  if (obstacle) return { parts: [untestableVerdict('rate', obstacle)], figures: null, tests: [] };

  const figures = answerFigures(context, test, series, window);
  const events = { trigger: triggers, response: countWithin(series.response, series.evaluated) };
  const fit = fitShift(series, window.to);
  if (fit.kind === 'failed') {
    const sentence = `The model could not be fitted (${fit.detail}). ${fit.advice}`;
    const verdict = fitFailure('rate', fit, sentence, events);
    return { parts: [verdict], figures, tests: [] };
  }
  const smallest = claim.assumptions.smallestRateRatio.value;
  const power = powerOfRatio(fit.standardErrorNull, smallest, test.how === 'more');
  const readings = readRateOtherwise(context, fit, [test.trigger, test.response], (other) =>
    fitShift(cut(other), window.to),
  );
  const wanted = test.how === 'fewer' ? 'falls' : 'rises';
  const lift = fit.ratio > 1 ? liftGuards(series, test.days, [trigger.text, response.text]) : null;
  const guards: Guard[] = [
    {
      name: 'base test',
      passed: fit.pValue <= THRESHOLDS.rateLevel,
      value: fit.pValue,
      detail: `p ${fit.pValue.toPrecision(2)}, trend and own history in the model`,
    },
    ...[...new Set([...JITTER_DAYS, 2 * test.days])].map((days) =>
      jitterGuard(series, fit, days, window.to, context.seed),
    ),
    straightTrendGuard(series, fit),
    ...(lift?.guards ?? [stillGuard(series, fit, window.to)]),
    readings,
    sampleGuard(context),
  ];
  const decision = test.negated
    ? decideNegated(fit, wanted, smallest, power, guards)
    : decideRate(fit, wanted, smallest, power, guards);
  const open = decision.finding === 'supported' && !test.negated ? (lift?.sentences ?? []) : [];
  const verdict: Verdict = {
    part: 'rate',
    finding: decision.finding,
    reason: decision.reason,
    sentence: [wordShift(fit, test.days, window.to), decision.because, ...open].join(' '),
    effect: rateEffect(fit, 'rate ratio after triggers'),
    power,
    events,
    guards,
  };
  const fitted = { label: response.text, what: 'rule' as const, pair: fit.pair };
  const pictures = { ...figures, ...fitPictures([fitted], panel) };
  return {
    parts: [verdict],
    figures: pictures,
    tests: test.negated ? [] : [{ pValue: fit.pValue, parts: [0] }],
  };
}

function wordShift(fit: ShiftFit, days: number, steps: number): string {
  const usual = (fit.usual * steps).toFixed(1);
  const bound = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : 'without limit');
  return (
    `In the ${days} days after triggers (usually ${usual} of them at a time) the rate is ${fit.ratio.toFixed(2)} times what it is otherwise ` +
    `(90 % interval ${bound(fit.lower)} to ${bound(fit.upper)}; below 1 is fewer, above 1 more).`
  );
}

/** `no fewer`, `no more`: supported only where such a change would have been seen and is ruled out. */
function decideNegated(
  fit: RateFit,
  wanted: 'falls' | 'rises',
  smallest: number,
  power: Parameters<typeof decideRate>[3],
  guards: readonly Guard[],
): RateDecision {
  const plain = decideRate(fit, wanted, smallest, power, guards);
  if (plain.finding === 'contradicted') {
    const word = wanted === 'falls' ? 'fall' : 'rise';
    return { finding: 'supported', reason: 'equivalence', because: `A ${word} of interest is ruled out.` };
  }
  if (plain.finding === 'supported') return { ...plain, finding: 'contradicted' };
  return plain;
}

function fitShift(series: PairSeries, steps: number): ShiftFit | FailedFit {
  const { design, z } = designShift(series, steps);
  const usual = usualLevel(z, design.recorded);
  const fit = fitModifier(design, usual, series.stepDays);
  return fit.kind === 'failed' ? fit : { ...fit, z, usual };
}

function usualLevel(z: Float64Array, recorded: Uint8Array): number {
  let sum = 0;
  let steps = 0;
  z.forEach((value, step) => {
    if (value === 0 || !recorded[step]) return;
    sum += value;
    steps++;
  });
  return steps === 0 ? 0 : sum / steps;
}

/**
 * The same with a straight trend. A bending trend follows the response's own ups and downs; where the trigger side in
 * truth answers the response, that alone makes "fewer afterwards" out of nothing.
 */
function straightTrendGuard({ stepDays }: PairSeries, fit: ShiftFit): Guard {
  const { design } = fit.pair;
  const straight = {
    ...design,
    endemic: design.endemic.filter(({ penaltyGroup }) => penaltyGroup === undefined),
  };
  const refit = testModifier(straight, fit.usual, stepDays);
  const name = 'with a straight trend';
  if (refit.kind === 'failed') return { name, passed: null, value: null, detail: refit.detail };
  const same = Math.sign(refit.logRatio) === Math.sign(fit.logRatio);
  return {
    name,
    passed: same && refit.pValue <= THRESHOLDS.rateLevel,
    value: Number.isFinite(refit.ratio) ? refit.ratio : null,
    detail: `ratio ${refit.ratio.toFixed(2)}, p ${refit.pValue.toPrecision(2)}`,
  };
}

/** Triggers redrawn inside blocks: a wave longer than a block moves placebo and real triggers alike. */
function jitterGuard(series: PairSeries, fit: ShiftFit, days: number, steps: number, seed: number): Guard {
  const block = Math.max(2, Math.round(days / series.stepDays));
  const observed = fit.nullModel.modifier(fit.z).z;
  const name = `placebo dates within ${days} days`;
  if (observed === null) return { name, passed: null, value: null, detail: 'no information' };
  const random = randomStream(seed, `placebo triggers of a shift, blocks of ${days} days`, 0);
  const { events, draw } = jitterPlaces(series.trigger, series.claimed, block);
  const places = new Int32Array(events.length);
  const mean = new Float64Array(series.trigger.length);
  const meanOf = recentMeans(series.recorded, steps);
  let asLarge = 1;
  for (let jitter = 0; jitter < JITTERS; jitter++) {
    draw(random, places);
    meanOf(places, events, mean);
    const z = fit.nullModel.modifier(mean).z ?? 0;
    if (observed < 0 ? z <= observed : z >= observed) asLarge++;
  }
  const p = asLarge / (JITTERS + 1);
  // Triggers moved by less than the window barely change its mean, so a short block cannot decide about a long window.
  const decisive = block >= steps;
  return {
    name,
    passed: decisive ? p <= THRESHOLDS.rateLevel : null,
    value: p,
    detail: `${(100 * p).toFixed(1)} % of ${JITTERS} calendars with triggers moved at random show as much${decisive ? '' : '; too short to decide about this window'}`,
  };
}
