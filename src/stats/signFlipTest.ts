import type { RandomStream } from './randomStream.ts';

/**
 * Two-sided p-value of a mean of differences when every block of `block` of them might as well have the other sign:
 * (1 + times that |mean| is as large)/(flips + 1). Null where fewer than 5 blocks are given: no p-value could be small.
 */
export function signFlipTest(
  differences: ArrayLike<number>,
  block: number,
  random: RandomStream,
  flips = 999,
): number | null {
  const n = differences.length;
  const length = Math.max(1, Math.floor(block));
  const sums: number[] = [];
  for (let from = 0; from < n; from += length) {
    let sum = 0;
    for (let t = from; t < Math.min(n, from + length); t++) sum += differences[t]!;
    sums.push(sum);
  }
  if (sums.length < 5) return null;
  const observed = Math.abs(sums.reduce((all, one) => all + one, 0));
  let asLarge = 1;
  for (let flip = 0; flip < flips; flip++) {
    let sum = 0;
    for (const one of sums) sum += random.uniform() < 0.5 ? one : -one;
    if (Math.abs(sum) >= observed * (1 - 1e-12)) asLarge++;
  }
  return asLarge / (flips + 1);
}
