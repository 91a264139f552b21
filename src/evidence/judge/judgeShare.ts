import type { Quantity } from '../../language/index.ts';
import { clopperPearsonInterval } from '../../stats/index.ts';
import type { ShareAnswered } from '../shareAnswered.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Finding, Verdict } from '../verdict.ts';
import { allowedRange, wordQuantity } from './quantities.ts';

/**
 * `in N percent of cases`: the share of triggers followed by a response, with an exact interval, beside the share by
 * chance. Where nearly every window holds one anyway the share says nothing, however high it is.
 */
export function judgeShare(
  claimed: Quantity,
  share: ShareAnswered,
  events: { readonly trigger: number; readonly response: number },
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
  const finding = chooseFinding(always, inside, outside);
  const meaning = always ? ' Random dates are followed by one as often, so the share says nothing.' : '';
  return {
    ...base,
    finding,
    reason: always ? 'window always holds one' : null,
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

function chooseFinding(always: boolean, inside: boolean, outside: boolean): Finding {
  if (outside) return 'contradicted';
  if (always) return 'not testable';
  return inside ? 'supported' : 'too few events';
}
