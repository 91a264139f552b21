/**
 * The default delay of a claim: half its mass in the first sixth of a window of `days` steps, p = 1 − 2^(−6/days)
 * (14 days: p ≈ .26). The sharper the delay, the more can be told apart from a shared wave.
 */
export function geometricForWindow(days: number): [number] {
  if (!(days >= 1)) throw new Error(`geometricForWindow: a window has at least one step, got ${days}`);
  return [1 - 2 ** (-6 / days)];
}
