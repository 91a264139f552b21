import type { ClaimTest } from '../../../model/index.ts';
import { normalUpperTail } from '../../../stats/index.ts';
import { cutPair, windowInSteps } from '../../pairSeries.ts';
import { powerOfAnswer, powerToExclude } from '../../power.ts';
import { THRESHOLDS } from '../../thresholds.ts';
import type { Finding, Guard, Verdict } from '../../verdict.ts';
import { readAnswerOtherwise } from '../answerReadings.ts';
import { streamOf, type Judgement, type JudgeContext } from '../context.ts';
import { decideSeries } from '../decideSeries.ts';
import { fitAnswer, refitAnswer, ruleColumn, type AnswerFit } from '../fitAnswer.ts';
import { KEPT_SHARE } from '../leaveOuts.ts';
import { commonStrength, type CommonStrength } from './commonStrength.ts';
import { pooledRoot, pooledThreshold, poolWaves, weightOf } from './poolTests.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' }>;

export interface PooledMember {
  readonly label: string;
  readonly test: AnswerTest;
  readonly judgement: Judgement;
}

/** Findings of members that one strength over all of them may still decide; anything else speaks for itself. */
const OPEN: readonly Finding[] = ['supported', 'too few events', 'not separable'];
const DONUT_LAGS = 2;

/**
 * One strength over all members of an answer to `each of`: it may decide where some are too weak by themselves. Asked only where no member
 * speaks against it, and never laxer than a single claim: thresholds grow with the number of members, every member's
 * own strength has to reach half of the common one, and no single member may carry it. Null where it decides nothing.
 */
export function judgePooled(members: readonly PooledMember[], context: JudgeContext): Judgement | null {
  const open = members.every(({ judgement }) =>
    judgement.parts.every(({ finding }) => OPEN.includes(finding)),
  );
  const weak = members.some(({ judgement }) => judgement.parts[0]?.finding !== 'supported');
  if (members.length < 2 || !open || !weak) return null;
  const { panel, claimPlan } = context;
  const fitted = members.flatMap(({ label, test }) => {
    const series = cutPair(panel, claimPlan, claimPlan.days, test, windowInSteps(test.delay, panel.stepDays));
    const fit = fitAnswer(series, test.delay);
    return fit.kind === 'failed' ? [] : [{ label, test, series, fit, weight: weightOf(fit) }];
  });
  const common = fitted.length < members.length ? null : commonStrength(fitted.map(({ fit }) => fit));
  if (common === null) return null;
  const weights = fitted.map(({ weight }) => weight);
  const base = baseGuards(common, fitted, weights);
  const smallest = context.claim.assumptions.smallestAnswer.value;
  const information = fitted.reduce(
    (sum, { fit }) => sum + (fit.nullModel?.answer(ruleColumn(fit.design)).information ?? 0),
    0,
  );
  const triggers = members.reduce((sum, { judgement }) => sum + (judgement.parts[0]?.events.trigger ?? 0), 0);
  const excluded =
    common.upper < smallest && powerToExclude(information, smallest, triggers) >= THRESHOLDS.powerWanted;
  const differs = base.some(({ name, passed }) => name === 'one strength for all' && passed === false);
  if (excluded && !differs) {
    const sentence = `More than ${smallest} extra per trigger is ruled out for one strength over all of them (${wordInterval(common)}).`;
    return pooledJudgement('contradicted', null, sentence, base);
  }
  if (base.some(({ passed }) => passed === false) || common.rho < smallest) return null;
  const waves = fitted.map(({ test, series }) =>
    decideSeries(series, test.delay, namesOf(test, context), false, null, false),
  );
  const guards = [...base, ...poolWaves(waves, weights), ...otherGuards(fitted, common, members, context)];
  const failed = guards.find(({ passed }) => passed === false);
  if (failed) {
    const sentence = `Over all of them together something is there (${common.rho.toFixed(2)} extra per trigger, ${wordInterval(common)}), but one guard does not pass: ${failed.name} (${failed.detail}).`;
    return pooledJudgement('not separable', failed.name, sentence, guards);
  }
  const sentence = `One strength over all of them, ${common.rho.toFixed(2)} extra per trigger (${wordInterval(common)}), is more than chance dates and waves of their own explain; nothing shows that it differs between them. Not each of them shows it by itself.`;
  return pooledJudgement('supported', 'one strength for all', sentence, guards);

  function pooledJudgement(
    finding: Finding,
    reason: string | null,
    sentence: string,
    guards: readonly Guard[],
  ): Judgement {
    const responses = members.reduce(
      (sum, { judgement }) => sum + (judgement.parts[0]?.events.response ?? 0),
      0,
    );
    const verdict = (part: 'timing' | 'cause'): Verdict => ({
      part,
      finding,
      reason,
      sentence,
      effect: {
        name: 'extra answers per trigger, one strength for all',
        estimate: common?.rho ?? null,
        lower: common?.lower ?? null,
        upper: common && Number.isFinite(common.upper) ? common.upper : null,
        level: THRESHOLDS.intervalLevel,
        unit: 'events per trigger event',
      },
      power: powerOfAnswer(
        information,
        smallest,
        triggers,
        pooledThreshold(THRESHOLDS.waveLikelihoodRatio, members.length),
      ),
      events: { trigger: triggers, response: responses },
      guards,
    });
    const wave = guards.find(({ name }) => name === 'shared wave (T1)')?.value ?? 0;
    const root = Math.sqrt(wave) - pooledThreshold(0, members.length);
    return {
      parts: [verdict('timing'), verdict('cause')],
      figures: members[0]?.judgement.figures ?? null,
      tests: [{ pValue: Math.max(common?.pValue ?? 1, normalUpperTail(root)), parts: [0, 1] }],
    };
  }
}

interface Fitted {
  readonly label: string;
  readonly test: AnswerTest;
  readonly series: Parameters<typeof refitAnswer>[1];
  readonly fit: AnswerFit;
  readonly weight: number;
}

/** What is asked before any wave is fitted. */
function baseGuards(common: CommonStrength, fitted: readonly Fitted[], weights: readonly number[]): Guard[] {
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
function otherGuards(
  fitted: readonly Fitted[],
  { rho }: CommonStrength,
  members: readonly PooledMember[],
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
  // What a member shows by itself and cannot keep is not kept by pooling it.
  const broken = members.flatMap(({ label, judgement }) => {
    const guards = judgement.parts[0]?.guards ?? [];
    const found = guards.some(({ name, passed }) => name === 'base test' && passed === true);
    return guards
      .filter(({ name, passed }) => found && passed === false && MEMBER_GUARDS.includes(name))
      .map(({ name }) => `${label}: ${name}`);
  });
  return [
    {
      name: 'without lags 1 and 2',
      passed: asked.length < fitted.length ? null : left >= KEPT_SHARE ** 2 * base,
      value: asked.length < fitted.length ? null : left,
      detail:
        asked.length < fitted.length
          ? 'the window is too short for it'
          : `${left.toFixed(2)} extra per trigger from the third day of the window on`,
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

const MEMBER_GUARDS: readonly string[] = [
  'without the busiest days',
  'without any one month',
  'how the record was collected',
  'rest of the theatre',
];

function namesOf(test: AnswerTest, { plan }: JudgeContext): [string, string] {
  return [streamOf(plan, test.trigger).text, streamOf(plan, test.response).text];
}

function wordInterval({ lower, upper }: CommonStrength): string {
  const end = Number.isFinite(upper) ? upper.toFixed(2) : '?';
  return `${Math.round(100 * THRESHOLDS.intervalLevel)} % interval ${lower.toFixed(2)} to ${end}`;
}
