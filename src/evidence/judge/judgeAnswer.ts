import type { ClaimTest, FailedFit } from '../../model/index.ts';
import { cutPair, countWithin, windowInSteps, type PairSeries } from '../pairSeries.ts';
import { powerOfAnswer, powerToExclude } from '../power.ts';
import { countShareAnswered } from '../shareAnswered.ts';
import { fitPictures, type FittedStream } from '../pictures/fitPictures.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Effect, Finding, Guard, Verdict } from '../verdict.ts';
import { wordCount } from '../wordCount.ts';
import { aloneGuard } from './aloneGuard.ts';
import { answerFigures } from './answerFigures.ts';
import { readAnswerOtherwise, readingsGuard, type AnswerReading } from './answerReadings.ts';
import { decideAnswer, decideNoExtra, type AnswerDecision } from './answerFinding.ts';
import { askWave } from './askWave.ts';
import { beginAhead } from './beginAhead.ts';
import { decideSeries } from './decideSeries.ts';
import { streamOf, type Judgement, type JudgementTest, type JudgeContext } from './context.ts';
import type { AnswerEvidence } from './answerEvidence.ts';
import { fitAnswer, ruleColumn, type AnswerFit } from './fitAnswer.ts';
import { explainWave, sampleGuard } from './answerGuards.ts';
import { donutGuard, wordDonut } from './donutGuard.ts';
import { fitFailure } from './fitFailure.ts';
import { leaveOut } from './leaveOuts.ts';
import { oppositeWave } from './oppositeWave.ts';
import { pairOfSeries } from './pairOfSeries.ts';
import { placeGuard } from './placeGuard.ts';
import { placeboDates } from './placeboDates.ts';
import { judgeShare } from './judgeShare.ts';
import { canSplit, splitWindow } from './splitWindow.ts';
import { twiceBesideWave } from './twiceBesideWave.ts';
import { untestableVerdict } from './untestableVerdict.ts';
import type { WaveDecision } from '../wave/index.ts';
import type { WaveQuestion } from './pieces.ts';
import { waveThresholds } from './waveThresholds.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' }>;

/**
 * `when P then Q within N days`, and its negation `no extra Q`. Power and testability come first; then the base test;
 * only where it finds something the shared wave (T1–T6) and the other guards are asked. Source: WAVE, VERDICTS.
 */
export function judgeAnswer(test: AnswerTest, context: JudgeContext): Judgement {
  const { plan, panel, claimPlan, facts } = context;
  const trigger = streamOf(plan, test.trigger);
  const response = streamOf(plan, test.response);
  const window = windowInSteps(test.delay, panel.stepDays);
  const blocked = trigger.untestable ?? response.untestable;
  const series = cutPair(panel, claimPlan, claimPlan.days, test, window);
  const triggers = countWithin(series.trigger, series.claimed);
  const evaluated = series.evaluated.reduce((sum, inside) => sum + inside, 0);
  const obstacle =
    blocked ?? findUntestable(plan, trigger, response, facts, evaluated, claimPlan.days, triggers);
  if (obstacle) return { parts: [untestableVerdict('timing', obstacle)], figures: null, tests: [] };

  const figures = answerFigures(context, test, series, window);
  const fit = fitAnswer(series, test.delay);
  if (fit.kind === 'failed') return { parts: [failedVerdict(fit, series)], figures, tests: [] };
  const evidence = gather(test, context, series, fit, [trigger.text, response.text]);
  const events = { trigger: triggers, response: countWithin(series.response, series.evaluated) };
  const decision = test.kind === 'answer' ? decideAnswer(evidence) : decideNoExtra(evidence);
  const verdict = (part: 'timing' | 'cause', finding: Finding, sentence: string): Verdict => ({
    part,
    finding,
    reason: decision.reason,
    sentence,
    effect: effectOf(fit),
    power: evidence.power,
    events,
    guards: evidence.guards,
  });
  const parts: Verdict[] = [verdict('timing', decision.finding, decision.timing)];
  if (test.kind === 'answer') parts.push(verdict('cause', decision.finding, decision.cause));
  if (decision.attribution) {
    parts.push({
      ...verdict('timing', 'disputed', decision.attribution),
      part: 'attribution',
      reason: 'doer contested',
    });
  }
  if (test.kind === 'answer' && test.share)
    parts.push(judgeShare(test.share, evidence.share, events, decision.finding));
  return {
    parts,
    figures: { ...figures, ...fitPictures([fittedAnswer(fit, response.text)], panel) },
    tests:
      test.kind === 'answer'
        ? [{ pValue: pValueOf(evidence), parts: [0, 1], ...testedWave(decision, evidence, series, test) }]
        : [],
  };
}

/** What the wave procedure made of it; where it found an answer also the question put to it, for a deep check. */
function testedWave(
  { finding }: AnswerDecision,
  { wave }: AnswerEvidence,
  series: PairSeries,
  { delay }: AnswerTest,
): Pick<JudgementTest, 'waves' | 'besideWave'> {
  if (wave.wave === null) return {};
  const { rho, likelihoodRatio } = wave.wave;
  const besideWave = { rho, likelihoodRatio };
  if (finding !== 'supported') return { besideWave };
  return { besideWave, waves: [{ ...pairOfSeries(series, delay), likelihoodRatio }] };
}

function gather(
  test: AnswerTest,
  context: JudgeContext,
  series: PairSeries,
  fit: AnswerFit,
  names: readonly [string, string],
): AnswerEvidence {
  const smallestAnswer = context.claim.assumptions.smallestAnswer.value;
  const triggers = countWithin(series.trigger, series.claimed);
  // Information without a wave is more than with one: where even that is too little, the wave need not be fitted.
  const information = fit.nullModel?.answer(ruleColumn(fit.design)).information ?? null;
  const found = fit.pValue <= THRESHOLDS.plainLevel;
  const split = found ? splitWindow(series, test.delay, fit) : null;
  const thresholds = waveThresholds(split?.excess ?? (canSplit(series, test.delay) ? 0 : null));
  const powerFrom = (known: number | null) =>
    powerOfAnswer(known, smallestAnswer, triggers, Math.sqrt(thresholds.T1));
  const power = (powerFrom(information).power ?? 0) >= THRESHOLDS.powerWanted;
  const base: Guard = {
    name: 'base test',
    passed: found,
    value: fit.pValue,
    detail: `likelihood ratio ${fit.likelihoodRatio.toFixed(2)} with trend and own history, p ${fit.pValue.toPrecision(2)}`,
  };
  const { theatre, ahead } = context;
  const question: WaveQuestion = {
    ...{ series, delay: test.delay, names, power, thresholds },
    context: { ...(theatre && { theatre }), ...(ahead && { ahead }) },
    streams: { trigger: test.trigger, response: test.response },
  };
  let wave: WaveDecision;
  let readings: AnswerReading[] = [];
  let quickFault: string | null = null;
  const further: Guard[] = [];
  if (found) {
    const asked = beginAhead('wave', question, () => askWave(question));
    readings = readAnswerOtherwise(context, test, test.delay, series, fit);
    const others = [aloneGuard(series, test.delay, fit), ...leaveOut(series, fit), readingsGuard(readings)];
    others.push(placeboDates(series, test.delay, fit, context.seed), sampleGuard(context));
    const there = context.samePlace?.get(`${test.trigger} ${test.response}`);
    if (there) others.push(placeGuard(series, test.delay, fit, there));
    const both = asked();
    wave = both.wave;
    const twice = twiceBesideWave(series, test.delay, wave);
    quickFault = wordDonut(split, twice);
    further.push(both.beside, donutGuard(split, twice), ...others);
  } else wave = decideSeries(series, test.delay, names, { power, thresholds });
  const low = fit.upper !== null && fit.upper < smallestAnswer;
  const excludes = powerToExclude(information, smallestAnswer, triggers);
  const opposite =
    low && excludes >= THRESHOLDS.powerWanted ? oppositeWave(series, fit, test.delay, smallestAnswer) : null;
  if (opposite) further.push(opposite);
  const guards = [base, ...explainWave(wave, series.stepDays), maskGuard(series), ...further];
  return {
    share: countShareAnswered(series, windowInSteps(test.delay, series.stepDays)),
    fit,
    trigger: streamOf(context.plan, test.trigger).unit.of === 'deaths' ? 'trigger death' : 'trigger',
    wave,
    power: powerFrom(wave.information ?? information),
    excludes,
    opposite,
    smallestAnswer,
    guards,
    quickFault,
    readings,
  };
}

function fittedAnswer({ design, fit, nullModel }: AnswerFit, label: string): FittedStream {
  const pair = nullModel && { design, with: fit, without: nullModel.fit };
  return { label, what: 'rule', pair };
}

function maskGuard(series: PairSeries): Guard {
  const masked = series.recorded.reduce((sum, on) => sum + (on ? 0 : 1), 0);
  return {
    name: 'unrecorded days',
    passed: true,
    value: masked,
    detail:
      masked === 0
        ? 'every day of the record is covered'
        : `${masked} unrecorded days are masked, not read as calm`,
  };
}

/** The p-value that the correction for many claims uses: of T1 where it was reached, else of the base test. */
function pValueOf({ wave, fit }: AnswerEvidence): number {
  return Math.max(fit.pValue, wave.wave?.pValue ?? 0);
}

function effectOf(fit: AnswerFit): Effect {
  return {
    name: 'extra answers per trigger',
    estimate: fit.rho,
    lower: fit.lower,
    upper: fit.upper,
    level: THRESHOLDS.intervalLevel,
    unit: 'events per trigger event',
  };
}

function failedVerdict(fit: FailedFit, series: PairSeries): Verdict {
  const triggers = countWithin(series.trigger, series.claimed);
  const responses = countWithin(series.response, series.evaluated);
  const sentence =
    responses === 0
      ? `None of ${wordCount(triggers, 'triggers')} was followed by one, and no response of this kind is recorded on these days at all.`
      : `The model could not be fitted to this record (${fit.detail}). ${fit.advice}`;
  return fitFailure('timing', fit, sentence, { trigger: triggers, response: responses });
}
