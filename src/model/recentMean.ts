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
  for (let t = 1; t < steps; t++) {
    const enters = t - 1;
    const leaves = t - 1 - days;
    if (recorded[enters]) {
      seen += recorded[enters]!;
      if (!counted || counted[enters]) sum += source[enters]!;
    }
    if (leaves >= 0 && recorded[leaves]) {
      seen -= recorded[leaves]!;
      if (!counted || counted[leaves]) sum -= source[leaves]!;
    }
    mean[t] = seen > 0 ? sum / seen : 0;
  }
  return mean;
}
