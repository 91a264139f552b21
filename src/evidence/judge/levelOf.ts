/**
 * log2 of the mean of a stream from `reach` steps before to `reach` after, half an event added to the sum so that calm
 * is a number; centred, since only its ups and downs matter. Known where all these steps are recorded.
 */
export function levelOf(
  counts: Float64Array,
  recorded: Uint8Array,
  reach: number,
): { level: Float64Array; known: Uint8Array } {
  const level = new Float64Array(counts.length);
  const known = new Uint8Array(counts.length);
  let mean = 0;
  let steps = 0;
  for (let step = reach; step + reach < counts.length; step++) {
    let sum = 0;
    let complete = true;
    for (let at = step - reach; at <= step + reach; at++) {
      if (!recorded[at]) complete = false;
      sum += counts[at] ?? 0;
    }
    if (!complete) continue;
    known[step] = 1;
    level[step] = Math.log2((sum + 0.5) / (2 * reach + 1));
    mean += level[step] ?? 0;
    steps++;
  }
  mean = steps === 0 ? 0 : mean / steps;
  return { level: level.map((value, step) => (known[step] ? value - mean : 0)), known };
}
