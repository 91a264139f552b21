import type { EnsembleWindow } from './ensemble.ts';

const MOST_STRETCHES = 26;
const LENGTHS_IN_DAYS = [1, 7, 14, 28, 91, 182, 364] as const;

/**
 * Equal stretches of the steps `first` … `last` for a picture, at most 26: days, weeks, fortnights or longer, so that
 * sums can be read. What is left over at the end is no stretch, since a shorter one would look like a fall.
 */
export function stretches(first: number, last: number, stepDays: 1 | 7): EnsembleWindow[] {
  const steps = last - first + 1;
  const lengths = LENGTHS_IN_DAYS.filter((days) => days % stepDays === 0).map((days) => days / stepDays);
  const length =
    lengths.find((one) => Math.floor(steps / one) <= MOST_STRETCHES) ?? Math.ceil(steps / MOST_STRETCHES);
  return Array.from({ length: Math.floor(steps / length) }, (_, index) => ({
    name: `stretch ${index + 1}`,
    first: first + index * length,
    last: first + (index + 1) * length - 1,
  }));
}
