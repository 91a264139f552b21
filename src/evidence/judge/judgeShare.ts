import type { Quantity } from '../../language/index.ts';
import { clopperPearsonInterval } from '../../stats/index.ts';
import type { ShareAnswered } from '../shareAnswered.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Finding, Verdict } from '../verdict.ts';
import { allowedRange, wordQuantity } from './quantities.ts';

/**
 * `in N percent of cases`: the share of triggers followed by a response, with an exact interval, beside the share by
 * chance. Where nearly every window holds one anyway the share says nothing, however high it is. A claim that many are
 * answered is no stronger than the answer: dates at random, or a wave, bring a high share too.
 */
export function judgeShare(
  claimed: Quantity,
  share: ShareAnswered,
  events: { readonly trigger: number; readonly response: number },
  answer: Finding,
): Verdict {
  const base = { part: 'share' as const, power: null, events, guards: [] };
  if (share.triggers === 0) {
    return {
      ...base,
      finding: 'too few events',
      reason: null,
      effect: null,
      sentence: 'No trigger has its whole window inside the record.',
    };
  }
  const level = THRESHOLDS.intervalLevel;
  const { lower, upper } = clopperPearsonInterval(share.answered, share.triggers, level);
  const chance = share.byChance / share.triggers;
  const allowed = allowedRange(claimed);
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  const inside = lower * 100 >= allowed.low && upper * 100 <= allowed.high;
  const outside = upper * 100 < allowed.low || lower * 100 > allowed.high;
  const always = chance >= THRESHOLDS.alwaysHoldsOne;
  const borne = allowed.low <= 0 || answer === 'supported';
  const finding = chooseFinding(always, inside, outside, borne);
  const unborne = finding === 'not separable' ? 'answer by itself' : null;
  const meaning = wordMeaning(finding, always);
  return {
    ...base,
    finding,
    reason: always ? 'window always holds one' : unborne,
    effect: {
      name: 'share answered',
      estimate: share.answered / share.triggers,
      lower,
      upper,
      level,
      unit: 'share of triggers',
    },
    sentence: `${share.answered} of ${share.triggers} triggers (${percent(share.answered / share.triggers)}; claimed ${wordQuantity(claimed)} %) were followed by one, ${percent(chance)} by chance.${meaning}`,
  };
}

function chooseFinding(always: boolean, inside: boolean, outside: boolean, borne: boolean): Finding {
  if (outside) return 'contradicted';
  if (always) return 'not testable';
  if (!inside) return 'too few events';
  return borne ? 'supported' : 'not separable';
}

function wordMeaning(finding: Finding, always: boolean): string {
  if (always) return ' Random dates are followed by one as often, so the share says nothing.';
  return finding === 'not separable'
    ? ' But the answer itself is not borne out, so something else may bring that share.'
    : '';
}
