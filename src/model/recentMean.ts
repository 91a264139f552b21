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
  const amounts = new Float64Array(steps);
  for (let t = 0; t < steps; t++) {
    if (recorded[t] && (!counted || counted[t])) amounts[t] = source[t]!;
  }
  let sum = 0;
  let seen = 0;
  for (let t = 1; t < steps; t++) {
    sum += amounts[t - 1]!;
    seen += recorded[t - 1]!;
    if (t > days) {
      sum -= amounts[t - 1 - days]!;
      seen -= recorded[t - 1 - days]!;
    }
    mean[t] = seen > 0 ? sum / seen : 0;
  }
  return mean;
}
