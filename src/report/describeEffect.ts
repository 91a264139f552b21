import type { Effect } from '../evidence/index.ts';
import { formatNumber, formatPercent, UNKNOWN } from './formatNumber.ts';

/** Whether an effect multiplies a rate, so that 1 means no effect and the axis is logarithmic. */
export function isRatio(effect: Effect): boolean {
  return (
    /\b(rate|risk|odds|hazard) ratio\b/i.test(`${effect.name} ${effect.unit}`) ||
    /^\s*(×|x|times)(\s|$)/i.test(effect.unit)
  );
}

/** Whether nothing about an effect is known: no estimate and no bound. */
export function isUnknown(effect: Effect): boolean {
  return effect.estimate === null && effect.lower === null && effect.upper === null;
}

/** The number with its unit: `× 0.24`, `0.58 answers per trigger`. */
export function describeEstimate(effect: Effect): string {
  return isRatio(effect)
    ? `× ${formatNumber(effect.estimate)}`
    : `${formatNumber(effect.estimate)} ${effect.unit}`.trimEnd();
}

/** `90 % interval [0.29, 0.91]`; the empty text where no bound is known. */
export function describeInterval(effect: Effect): string {
  if (effect.lower === null && effect.upper === null) return '';
  return `${formatPercent(effect.level)} interval [${formatNumber(effect.lower)}, ${formatNumber(effect.upper)}]`;
}

/** Both on one line: `0.58 answers per trigger, 90 % interval [0.29, 0.91]`. */
export function describeEffect(effect: Effect | null): string {
  if (effect === null || isUnknown(effect)) return UNKNOWN;
  return [describeEstimate(effect), describeInterval(effect)].filter((text) => text !== '').join(', ');
}
