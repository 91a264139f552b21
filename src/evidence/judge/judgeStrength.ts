import type { ClaimTest, StrengthSide } from '../../model/index.ts';
import { normalQuantile, normalUpperTail } from '../../stats/index.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Effect, Finding, Guard, Verdict } from '../verdict.ts';
import { beginAhead } from './beginAhead.ts';
import type { Judgement, JudgementTest, JudgeContext } from './context.ts';
import { REST_OF_RECORD } from './rateFinding.ts';
import { restOfStrengths } from './restOfStrengths.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type StrengthTest = Extract<ClaimTest, { kind: 'strength' }>;
type Judge = (context: JudgeContext) => Judgement;

interface Strength {
  readonly side: StrengthSide;
  readonly verdict: Verdict;
  /** On the scale on which strengths are subtracted: answers per trigger, or the logarithm of a rate ratio. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** The same beside a shared wave, with its standard error; null where no wave was fitted. */
  readonly besideWave: { readonly estimate: number; readonly error: number } | null;
}

/**
 * `CLAIM is stronger during PERIOD|than CLAIM`: both strengths estimated as their own claims would be, and their
 * difference with an interval made of the two intervals, lower = d − √((e1−l1)² + (u2−e2)²), which allows for their
 * lopsidedness. A wave shared by both sides differs between periods too, and lifts what looks like an answer. So a
 * difference counts only where the stronger of the two stands by itself, and where the strengths differ beside waves too;
 * of two times, where they differ by more than all else that is recorded (`restOfStrengths`).
 * Source: zouDonner2008.
 */
export function judgeStrength(test: StrengthTest, context: JudgeContext, judge: Judge): Judgement {
  const begun = [test.first, test.second].map((side) => measure(side, context, judge));
  const sides = begun.map((measured) => measured());
  const blocked = sides.find((one) => 'part' in one);
  if (blocked && 'part' in blocked) return { parts: [blocked], figures: null, tests: [] };
  const [first, second] = sides as [Strength, Strength];
  if (scaleOf(first.verdict) !== scaleOf(second.verdict)) {
    const detail = `"${first.side.claim}" is measured in ${first.verdict.effect?.unit ?? '?'} and "${second.side.claim}" in ${second.verdict.effect?.unit ?? '?'}; the two cannot be subtracted.`;
    return {
      parts: [untestableVerdict('rate', { reason: 'below threshold', detail })],
      figures: null,
      tests: [],
    };
  }
  const difference = first.estimate - second.estimate;
  const lower = difference - Math.hypot(first.estimate - first.lower, second.upper - second.estimate);
  const upper = difference + Math.hypot(first.upper - first.estimate, second.estimate - second.lower);
  const beside = differBesideWave(difference > 0 ? first : second, difference > 0 ? second : first);
  // Where no difference can be told there is none to explain.
  const told = lower > 0 || upper < 0;
  const rest = told ? restOfStrengths(context, first, second) : null;
  const guards = rest === null ? [beside] : [beside, rest];
  const decided = decide(test.how, difference, told, first, second, guards);
  const reach = normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2);
  const side = difference > 0 ? difference - lower : upper - difference;
  const pValue = side === 0 ? 1 : 2 * normalUpperTail((Math.abs(difference) * reach) / side);
  const verdict: Verdict = {
    part: 'rate',
    finding: decided.finding,
    reason: decided.reason,
    sentence: `${wordSide(first)}; ${wordSide(second)}; difference ${difference.toFixed(2)} (90 % interval ${lower.toFixed(2)} to ${upper.toFixed(2)}): ${decided.because}.${wordRecorded(decided.finding, rest)}`,
    effect: {
      name: 'difference of strengths',
      estimate: difference,
      lower: Number.isFinite(lower) ? lower : null,
      upper: Number.isFinite(upper) ? upper : null,
      level: THRESHOLDS.intervalLevel,
      unit: scaleOf(first.verdict) === 'ratio' ? 'logarithm of rate ratios' : 'events per trigger event',
    },
    power: null,
    events: {
      trigger: sum(first.verdict.events.trigger, second.verdict.events.trigger),
      response: sum(first.verdict.events.response, second.verdict.events.response),
    },
    guards: [
      ...[first, second].map(({ side: one, verdict: own }) => ({
        name: 'each strength by itself',
        passed: own.finding === 'supported',
        value: null,
        detail: `${one.label}: ${own.finding}${own.reason === null ? '' : ` (${own.reason})`}`,
      })),
      ...guards,
    ],
  };
  return { parts: [verdict], figures: null, tests: [{ pValue: Math.min(1, pValue), parts: [0] }] };
}

/** Offered to other threads when this is called; what is returned gives it. */
function measure(side: StrengthSide, context: JudgeContext, judge: Judge): () => Strength | Verdict {
  const own = { ...context, claimPlan: { ...context.claimPlan, days: side.days, test: side.test } };
  const judged = beginAhead('form', { context: own }, () => judge(own));
  return () => readStrength(side, judged());
}

function readStrength(
  side: StrengthSide,
  { parts: [verdict], tests: [test] }: Judgement,
): Strength | Verdict {
  if (!verdict) throw new Error(`the claim ${side.claim} has no verdict`);
  const { effect } = verdict;
  if (effect?.estimate === null || effect?.estimate === undefined || effect.lower === null) {
    const detail = `${side.label}: its strength cannot be measured. ${verdict.sentence}`;
    const { finding, reason } = verdict;
    // Only what says nothing can be handed on: the side's own finding is about another sentence.
    const silent: Finding = finding === 'not testable' ? 'not testable' : 'too few events';
    return { ...verdict, part: 'rate', finding: silent, reason, sentence: detail, guards: [] };
  }
  const scale = scaleOf(verdict) === 'ratio' ? Math.log : (value: number) => value;
  return {
    side,
    verdict,
    estimate: scale(effect.estimate),
    lower: scale(effect.lower),
    upper: effect.upper === null ? Infinity : scale(effect.upper),
    besideWave: test?.besideWave === undefined ? null : readBeside(test.besideWave),
  };
}

/** A standard error from the ratio over none: rho/√LR. */
function readBeside({ rho, likelihoodRatio }: NonNullable<JudgementTest['besideWave']>) {
  return likelihoodRatio > 0 ? { estimate: rho, error: rho / Math.sqrt(likelihoodRatio) } : null;
}

/**
 * Do the strengths differ beside waves, too (two-sided 5 %)? Where the weaker showed too little for a wave to be fitted
 * it is taken as it stands: a wave would only have made it weaker.
 */
function differBesideWave(stronger: Strength, weaker: Strength): Guard {
  const name = 'strengths beside a wave';
  if (stronger.besideWave === null) {
    return { name, passed: null, value: null, detail: 'no wave was fitted beside the stronger of the two' };
  }
  const reach = normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2);
  const own = { estimate: weaker.estimate, error: (weaker.upper - weaker.estimate) / reach };
  const least = weaker.besideWave ?? own;
  const difference = stronger.besideWave.estimate - least.estimate;
  // A ratio near none tells no error: it is no larger than the weaker one's own by much.
  const error = Math.hypot(stronger.besideWave.error, Math.min(least.error, 1.5 * own.error));
  const standardErrors = error > 0 ? difference / error : 0;
  return {
    name,
    passed: standardErrors > normalQuantile(1 - THRESHOLDS.rateLevel / 2),
    value: standardErrors,
    detail: `${stronger.besideWave.estimate.toFixed(2)} and ${least.estimate.toFixed(2)}, ${standardErrors.toFixed(1)} standard errors apart`,
  };
}

function scaleOf({ effect }: { readonly effect: Effect | null }): 'ratio' | 'answers' | null {
  if (effect?.unit === 'ratio of rates') return 'ratio';
  return effect?.unit === 'events per trigger event' ? 'answers' : null;
}

function decide(
  how: StrengthTest['how'],
  difference: number,
  told: boolean,
  first: Strength,
  second: Strength,
  guards: readonly Guard[],
): { finding: Finding; reason: string | null; because: string } {
  // Of a ratio below one the strength is how far it falls, so that a stronger fall is the smaller ratio.
  const falls = scaleOf(first.verdict) === 'ratio' && first.estimate + second.estimate < 0;
  const stronger = difference > 0 === falls ? second : first;
  if (!told) {
    return { finding: 'too few events', reason: null, because: 'no difference can be told from none' };
  }
  if (stronger.verdict.finding === 'disputed') {
    const because = `the stronger of the two is itself disputed (${stronger.side.label})`;
    return { finding: 'disputed', reason: stronger.verdict.reason, because };
  }
  if (stronger.verdict.finding !== 'supported') {
    const because = `they differ, but the stronger of the two does not stand by itself (${stronger.side.label}: ${stronger.verdict.finding})`;
    return { finding: 'not separable', reason: 'each strength by itself', because };
  }
  const failed = guards.find(({ passed }) => passed === false);
  if (failed) {
    const because = `they differ, but ${failed.name === REST_OF_RECORD ? 'no more than what is recorded may' : 'not where each stands beside a wave of its own'} (${failed.detail})`;
    return { finding: 'not separable', reason: failed.name, because };
  }
  const claimed = how === 'stronger' ? first : second;
  if (how === 'different' || claimed === stronger) {
    return { finding: 'supported', reason: null, because: 'the difference is larger than chance explains' };
  }
  return { finding: 'contradicted', reason: 'opposite direction', because: 'it is the other way round' };
}

/** What a comparison of two times cannot rule out, or only as far as the rest of the record tells. */
function wordRecorded(finding: Finding, rest: Guard | null): string {
  if (finding !== 'supported' || rest === null) return '';
  const open = ' A change in how much was recorded would look the same';
  return rest.passed === null
    ? `${open}.`
    : `${open} only if it spared the rest of the record (${rest.detail}).`;
}

function wordSide({ side, verdict }: Strength): string {
  const { effect } = verdict;
  const bound = (value: number | null | undefined) => value?.toFixed(2) ?? '?';
  return `${side.label}: ${bound(effect?.estimate)} (${bound(effect?.lower)} to ${bound(effect?.upper)}) ${effect?.unit ?? ''}`.trim();
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
