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
    let below = shareBelow(0, lower, upper);
    for (let bin = 0; bin < bins; bin++) {
      const reached = shareBelow((bin + 1) / bins, lower, upper);
      density[bin]! += reached - below;
      below = reached;
    }
  }
  return density.map((sum) => (sum * bins) / bounds.length);
}

/** Share of a forecast's even spread that lies at or below u. */
function shareBelow(u: number, lower: number, upper: number): number {
  return upper > lower ? Math.min(Math.max((u - lower) / (upper - lower), 0), 1) : Number(u >= upper);
}
