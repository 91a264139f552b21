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

/**
 * The number with its unit: `× 0.24`, `0.58 answers per trigger`, `96 % of triggers`. Where only bounds are known, as
 * when sources give different numbers, they stand in its place: `25 to 28 killed`.
 */
export function describeEstimate(effect: Effect): string {
  const { estimate, lower, upper } = effect;
  const { before, after, format } = wordUnit(effect);
  const number =
    estimate !== null || (lower === null && upper === null)
      ? format(estimate)
      : describeRange(lower, upper, format);
  return `${before}${number}${after}`;
}

/** `90 % interval [0.29, 0.91]`; the empty text where no bound is known. Counts have no chance in them: they are at least or exactly so many. */
export function describeInterval(effect: Effect): string {
  const { estimate, lower, upper, level } = effect;
  if (estimate === null || (lower === null && upper === null)) return '';
  const { format } = wordUnit(effect);
  if (level < 1) return `${formatPercent(level)} interval [${format(lower)}, ${format(upper)}]`;
  if (lower === upper) return '';
  return lower === estimate && upper === null ? 'or more' : describeRange(lower, upper, format);
}

/** Shares are percentages; ratios multiply; everything else is a number and its unit. */
function wordUnit(effect: Effect): {
  before: string;
  after: string;
  format: (value: number | null) => string;
} {
  if (isRatio(effect)) return { before: '× ', after: '', format: formatNumber };
  const share = /^share (of .+)$/.exec(effect.unit);
  if (share) return { before: '', after: ` ${share[1]}`, format: formatPercent };
  return {
    before: '',
    after: effect.unit === '' ? '' : ` ${wordNumber(effect.unit, effect.estimate)}`,
    format: formatNumber,
  };
}

/** `1 event`, `2 events`: only units that are one plain plural word have a singular. */
function wordNumber(unit: string, estimate: number | null): string {
  return estimate === 1 && /^[a-z]+[^s]s$/.test(unit) ? unit.slice(0, -1) : unit;
}

function describeRange(
  lower: number | null,
  upper: number | null,
  format: (value: number | null) => string,
): string {
  if (lower === null) return `at most ${format(upper)}`;
  if (upper === null) return `at least ${format(lower)}`;
  return lower === upper ? format(lower) : `${format(lower)} to ${format(upper)}`;
}

/** Both on one line: `0.58 answers per trigger, 90 % interval [0.29, 0.91]`. */
export function describeEffect(effect: Effect | null): string {
  if (effect === null || isUnknown(effect)) return UNKNOWN;
  return [describeEstimate(effect), describeInterval(effect)].filter((text) => text !== '').join(', ');
}
