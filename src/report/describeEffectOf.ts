import type { ShownEffect } from './shownWhatIf.ts';
import { formatNumber } from './formatNumber.ts';

type Numbers = NonNullable<ShownEffect['effect']>;

/**
 * The effect of a what-if on one stream as a sentence that names what it takes for granted: that the claims it goes
 * through are causal, not only true of the record.
 */
export function describeEffectOf(stream: string, effect: Numbers, assumed: readonly string[]): string {
  if (effect.pairs === 0) return `${stream}: every pair of futures ran away, so there is no number.`;
  if (effect.pairedVariance === 0 && effect.difference === 0)
    return `${stream}: no difference in any future; the change does not reach it.`;
  const { without, with: under, difference, interval95 } = effect;
  const interval =
    interval95 === null
      ? 'no interval: too few pairs of futures'
      : `95 % interval ${describeSpan(interval95)}`;
  return `${stream}: ${formatNumber(under)} expected instead of ${formatNumber(without)}, ${describeSigned(difference)} (${interval}), ${describeCondition(assumed)}.`;
}

function describeCondition(assumed: readonly string[]): string {
  const [last, ...others] = [...assumed].reverse();
  if (last === undefined) return 'if everything else goes on as before';
  if (others.length === 0) return `if ${last} is causal and holds as it did`;
  return `if ${others.reverse().join(', ')} and ${last} are causal and hold as they did`;
}

function describeSigned(difference: number): string {
  return `${formatNumber(Math.abs(difference))} ${difference < 0 ? 'fewer' : 'more'}`;
}

function describeSpan([lower, upper]: readonly [number, number]): string {
  if (lower < 0 && upper > 0) return `from ${formatNumber(-lower)} fewer to ${formatNumber(upper)} more`;
  const ends = [Math.abs(lower), Math.abs(upper)].sort((a, b) => a - b).map(formatNumber);
  return `${ends.join(' to ')} ${upper <= 0 ? 'fewer' : 'more'}`;
}
