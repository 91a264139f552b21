/** What stands where a number is unknown. */
export const UNKNOWN = '–';

const MINUS = '\u2212';

/**
 * A number for people: whole numbers with thousands commas, others with two or three meaningful digits, powers of ten from a million million on.
 * Unknown, infinite and undefined numbers are `–`, so that a gap in the evidence never reads as a value.
 */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return UNKNOWN;
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (size >= 1e12) return sign + size.toExponential(1).replace('e+', 'e');
  if (Number.isInteger(size)) return sign + groupThousands(String(size));
  if (size >= 100) return sign + groupThousands(size.toFixed(0));
  if (size >= 10) return sign + size.toFixed(1);
  if (size >= 0.1) return sign + size.toFixed(2);
  if (size >= 0.001) return sign + String(Number(size.toPrecision(2)));
  return value < 0 ? `above ${MINUS}0.001` : 'below 0.001';
}

/** A share between 0 and 1 as a percentage: `56 %`; never rounds up to certainty. */
export function formatPercent(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return UNKNOWN;
  if (share > 0.99 && share < 1) return 'over 99 %';
  if (share > 0 && share < 0.01) return 'under 1 %';
  return `${Math.round(share * 100)} %`;
}

/** `1 event`, `2 events`, `– events`. */
export function formatCount(count: number | null | undefined, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
