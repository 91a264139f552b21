/**
 * Histogram of the non-randomised PIT of count forecasts, as densities: 1 in every bin where forecasts are calibrated. Each
 * forecast spreads evenly from P(Y < y) to P(Y ≤ y). Source: czadoGneitingHeld2009.
 */
export function pitHistogram(
  bounds: readonly { readonly lower: number; readonly upper: number }[],
  bins: number,
): Float64Array {
  const density = new Float64Array(bins);
  for (const { lower, upper } of bounds) {
    const reached = (u: number) =>
      upper > lower ? Math.min(Math.max((u - lower) / (upper - lower), 0), 1) : Number(u >= upper);
    for (let bin = 0; bin < bins; bin++) density[bin]! += reached((bin + 1) / bins) - reached(bin / bins);
  }
  return density.map((sum) => (sum * bins) / bounds.length);
}
