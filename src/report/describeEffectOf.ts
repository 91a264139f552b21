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
  const interval = interval95 === null ? 'interval unknown' : `95 % interval ${describeSpan(interval95)}`;
  const condition =
    assumed.length === 0
      ? 'if everything else goes on as before'
      : assumed.length === 1
        ? `if ${assumed[0]} is causal and holds as it did`
        : `if ${assumed.slice(0, -1).join(', ')} and ${assumed.at(-1)!} are causal and hold as they did`;
  return `${stream}: ${formatNumber(under)} expected instead of ${formatNumber(without)}, ${describeSigned(difference)} (${interval}), ${condition}.`;
}

function describeSigned(difference: number): string {
  return `${formatNumber(Math.abs(difference))} ${difference < 0 ? 'fewer' : 'more'}`;
}

function describeSpan([lower, upper]: readonly [number, number]): string {
  if (lower < 0 && upper > 0) return `from ${formatNumber(-lower)} fewer to ${formatNumber(upper)} more`;
  const ends = [Math.abs(lower), Math.abs(upper)].sort((a, b) => a - b).map(formatNumber);
  return `${ends.join(' to ')} ${upper <= 0 ? 'fewer' : 'more'}`;
}
