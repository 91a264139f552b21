/**
 * Continuous ranked probability score of a forecast given as draws, lower is better: E|X − y| − ½ E|X − X'| under the draws'
 * own distribution, in the unit of y. `sorted` rises. For counts it is the ranked probability score. Undefined without draws.
 * Source: gneitingRaftery2007.
 */
export function drawsRankedProbabilityScore(sorted: Float64Array, y: number): number {
  const n = sorted.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const x = sorted[i]!;
    sum += (x - y) * ((y < x ? n : 0) - i - 0.5);
  }
  return (2 * sum) / (n * n);
}
