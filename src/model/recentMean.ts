/**
 * Mean number of events over the last `days` steps, z[t] = Σ_{d=1..days} source[t − d] / (steps among them that are
 * recorded); 0 where none is. What deterrence by recent acts is measured by. `counted` 0 leaves events out of the sum.
 */
export function recentMean(
  source: Float64Array,
  recorded: Uint8Array,
  days: number,
  counted: Uint8Array | null = null,
): Float64Array {
  const steps = source.length;
  const mean = new Float64Array(steps);
  let sum = 0;
  let seen = 0;
  const amount = (t: number) => (recorded[t] && (!counted || counted[t]) ? source[t]! : 0);
  for (let t = 1; t < steps; t++) {
    sum += amount(t - 1);
    seen += recorded[t - 1]!;
    if (t > days) {
      sum -= amount(t - 1 - days);
      seen -= recorded[t - 1 - days]!;
    }
    mean[t] = seen > 0 ? sum / seen : 0;
  }
  return mean;
}
