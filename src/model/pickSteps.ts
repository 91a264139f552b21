/** The values on some steps: a view where these are one stretch, as they mostly are, else a copy. */
export function pickSteps(values: Float64Array, at: Int32Array): Float64Array {
  const first = at[0] ?? 0;
  if (at.length > 0 && at[at.length - 1]! - first === at.length - 1)
    return values.subarray(first, first + at.length);
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}
