import type { ClaimTest } from '../../../model/index.ts';
import { normalUpperTail } from '../../../stats/index.ts';
import { cutPair, windowInSteps } from '../../pairSeries.ts';
import { powerOfAnswer, powerToExclude } from '../../power.ts';
import { THRESHOLDS } from '../../thresholds.ts';
import type { Finding, Guard, Verdict } from '../../verdict.ts';
import { streamOf, type Judgement, type JudgeContext } from '../context.ts';
import { decideSeries } from '../decideSeries.ts';
import { fitAnswer, ruleColumn } from '../fitAnswer.ts';
import { commonStrength, type CommonStrength } from './commonStrength.ts';
import { baseGuards, otherGuards } from './pooledGuards.ts';
import { pooledThreshold, poolWaves, weightOf } from './poolTests.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' }>;

export interface PooledMember {
  readonly label: string;
  readonly test: AnswerTest;
  readonly judgement: Judgement;
}

/** Findings of members that one strength over all of them may still decide; anything else speaks for itself. */
const OPEN: readonly Finding[] = ['supported', 'too few events', 'not separable'];

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
    decideSeries(series, test.delay, namesOf(test, context), { power: false, screen: false }),
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

function namesOf(test: AnswerTest, { plan }: JudgeContext): [string, string] {
  return [streamOf(plan, test.trigger).text, streamOf(plan, test.response).text];
}

function wordInterval({ lower, upper }: CommonStrength): string {
  const end = Number.isFinite(upper) ? upper.toFixed(2) : '?';
  return `${Math.round(100 * THRESHOLDS.intervalLevel)} % interval ${lower.toFixed(2)} to ${end}`;
}
