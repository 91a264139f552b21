import type { CountTally } from './countTally.ts';

/** Adds the second tally to the first. */
export function joinTallies(into: CountTally, from: CountTally): void {
  for (let i = 0; i < from.small.length; i++) into.small[i]! += from.small[i]!;
  from.large.forEach((counts, t) => {
    const own = into.large[t]!;
    for (const [count, paths] of counts) own.set(count, (own.get(count) ?? 0) + paths);
  });
}
