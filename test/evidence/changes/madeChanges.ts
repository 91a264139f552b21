import { findChanges } from '../../../src/evidence/changes/findChanges.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makePair, type MadePair } from '../makePair.ts';

/** Searches made counts, all of them recorded unless said otherwise, from day 1000 on. */
export function search(
  counts: Float64Array,
  over: { recorded?: Uint8Array; stepDays?: number } = {},
  seed = 1,
) {
  const recorded = over.recorded ?? new Uint8Array(counts.length).fill(1);
  return findChanges({ counts, recorded, first: 1000, stepDays: over.stepDays ?? 1, name: 'made' }, seed);
}

/** The same where it must be possible. */
export function changesIn(...args: Parameters<typeof search>) {
  const found = search(...args);
  if (found.kind !== 'changes') throw new Error(found.detail);
  return found;
}

/** Overdispersed counts of a rate that may depend on the day. */
export const made = (seed: number, days: number, rate: (day: number) => number, psi = 0.5) => {
  const random = randomStream(seed, 'made counts');
  return Float64Array.from({ length: days }, (_, day) => random.negativeBinomial(rate(day), psi));
};

/** A record without any change: strongly overdispersed, or one whose events follow on each other. */
export function madeWithout(seed: number, days: number): Float64Array {
  return seed % 2 === 0 ? made(seed, days, () => 0.3, 3) : makePair(seed, { days, self: 0.15 }).b;
}

/** Whether an interval holds the day on which the made rate rose threefold. */
export function holdsTrueDay(seed: number): boolean {
  const { changes } = changesIn(made(seed, 300, (day) => (day < 175 ? 0.4 : 1.2)));
  return changes.some(({ lower, upper }) => lower <= 1175 && 1175 <= upper);
}

/** The same under what makes neighbouring days alike; null where no change was found, else the nearest one is asked. */
export function holdsDayUnder(over: Partial<MadePair>, seed: number): boolean | null {
  const rise = (day: number) => (day < 350 ? 1 : 3);
  const { b } = makePair(seed, { days: 600, rate: 0.4, self: 0, factorB: rise, ...over });
  const { changes } = changesIn(b);
  const [first, ...others] = changes;
  if (!first) return null;
  const far = ({ day }: { readonly day: number }) => Math.abs(day - 1350);
  const nearest = others.reduce((best, one) => (far(one) < far(best) ? one : best), first);
  return nearest.lower <= 1350 && 1350 <= nearest.upper;
}
