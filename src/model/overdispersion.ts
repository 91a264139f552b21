import { digamma, logFactorial, logRisingFactor, trigamma } from '../stats/index.ts';

/** Counts up to here enter through a table of how many cells exceed each count; larger ones one by one. */
const TABLE_COUNTS = 4096;

/** The part of a negative binomial log-likelihood that speaks of psi and the counts alone: Σ_y Σ_{j<y} ln(1 + psi j). */
export interface CountTable {
  /** exceed[j] cells have a count above j. */
  readonly exceed: Float64Array;
  /** Counts outside the table: large ones, and those that are no whole numbers. */
  readonly large: Float64Array;
  readonly sumLogFactorial: number;
}

function fits(count: number): boolean {
  return count < TABLE_COUNTS && Number.isInteger(count);
}

export function tabulateCounts(counts: Float64Array): CountTable {
  const highest = counts.reduce((most, count) => (fits(count) ? Math.max(most, count) : most), 0);
  const exceed = new Float64Array(highest);
  let sumLogFactorial = 0;
  for (const count of counts) {
    if (count === 0) continue;
    sumLogFactorial += logFactorial(count);
    if (fits(count)) for (let j = 0; j < count; j++) exceed[j]! += 1;
  }
  return { exceed, large: counts.filter((count) => !fits(count)), sumLogFactorial };
}

/** The table without some of the counts that are in it. */
export function leaveCountsOut(table: CountTable, counts: readonly number[]): CountTable {
  const exceed = table.exceed.slice();
  const large = [...table.large];
  let { sumLogFactorial } = table;
  for (const count of counts) {
    if (count === 0) continue;
    sumLogFactorial -= logFactorial(count);
    if (fits(count)) for (let j = 0; j < count; j++) exceed[j]! -= 1;
    else large.splice(large.indexOf(count), 1);
  }
  return { exceed, large: Float64Array.from(large), sumLogFactorial };
}

/** Σ_y Σ_{j<y} ln(1 + psi j); 0 for psi = 0. */
export function overdispersionPart({ exceed, large }: CountTable, psi: number): number {
  if (psi === 0) return 0;
  let sum = 0;
  for (let j = 1; j < exceed.length; j++) sum += exceed[j]! * Math.log1p(psi * j);
  for (const count of large) sum += logRisingFactor(count, psi);
  return sum;
}

/** Its first and second derivative by ln psi. */
export function differentiateOverdispersionPart(
  { exceed, large }: CountTable,
  psi: number,
): { slope: number; bend: number } {
  let slope = 0;
  let bend = 0;
  for (let j = 1; j < exceed.length; j++) {
    const share = (psi * j) / (1 + psi * j);
    slope += exceed[j]! * share;
    bend += (exceed[j]! * share) / (1 + psi * j);
  }
  const size = 1 / psi;
  for (const count of large) {
    const step = size * (digamma(count + size) - digamma(size));
    slope += count - step;
    bend += step + size * size * (trigamma(count + size) - trigamma(size));
  }
  return { slope, bend };
}
