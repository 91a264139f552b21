/**
 * Interval score of a central interval that misses a share alpha, lower is better: width + (2/alpha) · how far y lies outside.
 * Source: gneitingRaftery2007.
 */
export function intervalScore(lower: number, upper: number, y: number, alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new Error(`intervalScore: alpha ${alpha}`);
  return upper - lower + (2 / alpha) * (Math.max(0, lower - y) + Math.max(0, y - upper));
}
