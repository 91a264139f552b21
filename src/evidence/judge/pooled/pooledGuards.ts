import type { ClaimTest } from '../../../model/index.ts';
import { normalQuantile } from '../../../stats/index.ts';
import type { PairSeries } from '../../pairSeries.ts';
import { THRESHOLDS } from '../../thresholds.ts';
import type { Guard } from '../../verdict.ts';
import { readAnswerOtherwise } from '../answerReadings.ts';
import type { Judgement, JudgeContext } from '../context.ts';
import { refitAnswer, refitWithout, type AnswerFit } from '../fitAnswer.ts';
import { busiestSteps, KEPT_SHARE, leaveOut } from '../leaveOuts.ts';
import type { CommonStrength } from './commonStrength.ts';
import { pooledRoot, pooledThreshold } from './poolTests.ts';

const DONUT_LAGS = 2;

/** One member with its own fit. */
export interface FittedMember {
  readonly label: string;
  readonly test: Extract<ClaimTest, { kind: 'answer' }>;
  readonly series: PairSeries;
  readonly fit: AnswerFit;
  readonly weight: number;
}

/** What is asked before any wave is fitted. */
export function baseGuards(
  common: CommonStrength,
  fitted: readonly FittedMember[],
  weights: readonly number[],
): Guard[] {
  const { pValue, likelihoodRatio, difference, rho } = common;
  const wanted = pooledThreshold(2.71, fitted.length);
  const root = pooledRoot(
    fitted.map(({ fit }) => fit.likelihoodRatio),
    weights,
  );
  const least = fitted.reduce((a, b) => (b.fit.rho < a.fit.rho ? b : a));
  const without = fitted.map((left) => {
    const others = fitted.filter((one) => one !== left);
    const total = others.reduce((sum, { weight }) => sum + weight, 0);
    return total > 0 ? others.reduce((sum, { weight, fit }) => sum + weight * fit.rho, 0) / total : 0;
  });
  const kept = Math.min(...without);
  return [
    {
      name: 'base test',
      passed: pValue <= THRESHOLDS.plainLevel && root > wanted,
      value: pValue,
      detail: `likelihood ratio ${likelihoodRatio.toFixed(2)} of one strength over ${fitted.length} members, each with its own trend and own history, wanted more than ${(wanted ** 2).toFixed(2)}; p ${pValue.toPrecision(2)}`,
    },
    {
      name: 'one strength for all',
      passed: difference.pValue > THRESHOLDS.plainLevel,
      value: difference.pValue,
      detail: `own strengths (${fitted.map(({ label, fit }) => `${label} ${fit.rho.toFixed(2)}`).join(', ')}) fit better by ${difference.statistic.toFixed(2)}, p ${difference.pValue.toPrecision(2)}`,
    },
    {
      name: 'each reaches half of it',
      passed: least.fit.rho >= KEPT_SHARE * rho,
      value: least.fit.rho,
      detail: `the weakest, ${least.label}, has ${least.fit.rho.toFixed(2)} extra per trigger by itself, ${rho.toFixed(2)} together`,
    },
    {
      name: 'without any one of them',
      passed: kept >= KEPT_SHARE * rho,
      value: kept,
      detail: `without any one of ${fitted.length} at least ${kept.toFixed(2)} extra per trigger`,
    },
  ];
}

/** Donut, leave-outs, readings and the way of collecting, over all members. */
export function otherGuards(
  fitted: readonly FittedMember[],
  { rho }: CommonStrength,
  judgements: readonly { readonly label: string; readonly judgement: Judgement }[],
  context: JudgeContext,
): Guard[] {
  const total = fitted.reduce((sum, { weight }) => sum + weight, 0);
  const pool = (values: readonly number[]) =>
    values.reduce((sum, value, index) => sum + (fitted[index]?.weight ?? 0) * value, 0) / total;
  const base = pool(fitted.map(({ fit }) => fit.rho));
  const donut = fitted.map(({ fit, series, test }) => {
    const from = Math.max(1, Math.ceil(test.delay.from / series.stepDays)) + DONUT_LAGS;
    const short = series.stepDays !== 1 || from > Math.ceil(test.delay.to / series.stepDays);
    return short ? null : (refitAnswer(fit, series, test.delay, from)?.rho ?? 0);
  });
  const asked = donut.filter((value) => value !== null);
  const left = pool(asked);
  const readings = fitted.map(({ test, series, fit }) =>
    readAnswerOtherwise(context, test, test.delay, series, fit),
  );
  const turned = (readings[0] ?? []).filter(
    (_, index) => pool(readings.map((own) => own[index]?.rho ?? 0)) < KEPT_SHARE * base,
  );
  // Busiest days are left out everywhere at once; a month in the one member where it weighs most.
  const leftOut = fitted.map(({ series, fit }) => leaveOut(series, fit));
  const busiest = fitted.map(({ series, fit }) => refitWithout(fit, busiestSteps(series), Infinity));
  const quiet = pool(busiest.map((refit) => refit?.rho ?? 0));
  const quietRoot = pooledRoot(
    busiest.map((refit) =>
      refit === null || refit.pValue >= 0.5 ? 0 : normalQuantile(1 - refit.pValue) ** 2,
    ),
    fitted.map(({ weight }) => weight),
  );
  const month = Math.min(
    ...leftOut.map(([, one], index) =>
      pool(fitted.map(({ fit }, at) => (at === index ? (one?.value ?? 0) : fit.rho))),
    ),
  );
  // What a member shows by itself and cannot keep is not kept by pooling it.
  const broken = judgements.flatMap(({ label, judgement }) => {
    const guards = judgement.parts[0]?.guards ?? [];
    const found = guards.some(({ name, passed }) => name === 'base test' && passed === true);
    return guards
      .filter(({ name, passed }) => found && passed === false && MEMBER_GUARDS.includes(name))
      .map(({ name }) => `${label}: ${name}`);
  });
  return [
    {
      name: 'beyond the first two days',
      passed: asked.length < fitted.length ? null : left >= KEPT_SHARE ** 2 * base,
      value: asked.length < fitted.length ? null : left,
      detail:
        asked.length < fitted.length
          ? 'the window is too short for it'
          : `${left.toFixed(2)} extra per trigger from the third day of the window on`,
    },
    {
      name: 'without the busiest days',
      passed: quiet >= KEPT_SHARE * base || quietRoot > pooledThreshold(2.71, fitted.length),
      value: quiet,
      detail: `without the busiest 5 % of days of each: ${quiet.toFixed(2)} extra per trigger`,
    },
    {
      name: 'without any one month',
      passed: month >= KEPT_SHARE * base,
      value: month,
      detail: `without any one month of one of them at least ${month.toFixed(2)} extra per trigger`,
    },
    {
      name: 'guards of the members',
      passed: broken.length === 0,
      value: broken.length,
      detail:
        broken.length === 0 ? `none that shows ${rho.toFixed(2)} by itself fails one` : broken.join('; '),
    },
    {
      name: 'readings',
      passed: (readings[0] ?? []).length === 0 ? null : turned.length === 0,
      value: (readings[0] ?? []).length - turned.length,
      detail:
        turned.length === 0
          ? 'every other reading keeps half of it'
          : `less than half is left with ${turned.map(({ name }) => name).join('; ')}`,
    },
  ];
}

const MEMBER_GUARDS: readonly string[] = ['how the record was collected', 'rest of the theatre'];
