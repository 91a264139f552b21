/** Lower ends of the bins in which fatalities are scored by the VIEWS prediction challenge. Source: hegre2025. */
export const VIEWS_BINS: readonly number[] = [
  0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5,
];

/**
 * Ignorance score in bits, lower is better: −log2 of the share of the draws in the bin of y, with one more draw put into every
 * bin, so that it is finite: −log2((n_bin + 1)/(n + bins)). The last bin has no upper end. Source: hegre2025.
 */
export function ignoranceScore(draws: ArrayLike<number>, y: number): number {
  const binOf = (value: number) => {
    let bin = 0;
    while (bin + 1 < VIEWS_BINS.length && value >= VIEWS_BINS[bin + 1]!) bin++;
    return bin;
  };
  const own = binOf(y);
  let inside = 1;
  for (let i = 0; i < draws.length; i++) if (binOf(draws[i]!) === own) inside++;
  return -Math.log2(inside / (draws.length + VIEWS_BINS.length));
}
