/**
 * Expected answers per unit of rho, step by step: x[t] = Σ_d weights[d − from] · source[t − d], d = from … from + n − 1.
 * Steps before the record, unrecorded steps and steps where `counted` is 0 contribute no trigger: an answer to an
 * unseen trigger cannot be told from a spontaneous event (mask the steps after a gap with `maskIncompleteHistory`).
 * Empty `counted`: every trigger counts. Written into `sum` where one is given.
 */
export function lagSum(
  source: Float64Array,
  recorded: Uint8Array,
  weights: Float64Array,
  from = 1,
  counted: Uint8Array | null = null,
  sum = new Float64Array(source.length),
): Float64Array {
  const steps = source.length;
  sum.fill(0);
  for (let t = 0; t < steps; t++) {
    const triggers = source[t]!;
    if (triggers === 0 || !recorded[t] || (counted && !counted[t])) continue;
    const last = Math.min(weights.length, steps - t - from);
    for (let d = 0; d < last; d++) sum[t + from + d]! += weights[d]! * triggers;
  }
  return sum;
}
