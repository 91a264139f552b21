import type { Effect } from '../evidence/index.ts';
import { formatNumber, formatPercent, UNKNOWN } from './formatNumber.ts';

/** Whether an effect multiplies a rate, so that 1 means no effect and the axis is logarithmic. */
export function isRatio(effect: Effect): boolean {
  return /ratio/i.test(effect.name) || /ratio|^\s*[×x]/i.test(effect.unit);
}

/** The number, its interval and its unit on one line: `× 0.24 [0.11, 0.49]`, `0.58 answers per trigger [0.29, 0.91]`. */
export function describeEffect(effect: Effect | null): string {
  if (effect === null) return UNKNOWN;
  const interval =
    effect.lower === null && effect.upper === null
      ? ''
      : ` [${formatNumber(effect.lower)}, ${formatNumber(effect.upper)}]`;
  if (isRatio(effect)) return `× ${formatNumber(effect.estimate)}${interval}`;
  return `${formatNumber(effect.estimate)} ${effect.unit}${interval}`;
}

/** `90 % interval`. */
export function describeLevel(effect: Effect): string {
  return `${formatPercent(effect.level)} interval`;
}
