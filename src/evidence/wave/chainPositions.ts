import type { WaveDesign } from './waveDesign.ts';

// Small functions with the loops over days in them: those that call them are then not worth optimising, which took the engine
// longer than they run.

/** Positions of the chain that carry data: the day of each. */
export function listPositions({ a, b, third, steps }: WaveDesign, shift: number): Int32Array {
  const found = new Int32Array(steps);
  let length = 0;
  for (let h = 0; h < steps; h++) {
    if (a.recordedLate[h] === 1 || b.recordedLate[h + shift] === 1 || third?.recordedLate[h] === 1)
      found[length++] = h;
  }
  return found.slice(0, length);
}

/** Steps of each position from the one before. */
export function listLeaps(chain: Int32Array): Int32Array {
  const leaps = new Int32Array(chain.length);
  for (let k = 1; k < chain.length; k++) leaps[k] = chain[k]! - chain[k - 1]!;
  return leaps;
}

/** Lengths of leaps, each once. */
export function listLengths(leaps: Int32Array): ReadonlySet<number> {
  const found = new Set<number>();
  for (let k = 1; k < leaps.length; k++) if (leaps[k] !== leaps[k - 1]) found.add(leaps[k]!);
  return found;
}

/** Writes where the Θ of each leap lies. */
export function writeThetas(
  leaps: Int32Array,
  transitions: ReadonlyMap<number, number>,
  into: Int32Array,
): void {
  let at = 0;
  into[0] = at;
  for (let k = 1; k < leaps.length; k++) {
    if (leaps[k] !== leaps[k - 1]) at = transitions.get(leaps[k]!)!;
    into[k] = at;
  }
}

/** Writes a stream's day at each position, `late` steps after the chain's, or −1 where it has no data. */
export function writeDaysAt(
  chain: Int32Array,
  late: number,
  recordedLate: Uint8Array,
  into: Int32Array,
): void {
  for (let k = 0; k < chain.length; k++) {
    const day = chain[k]! + late;
    into[k] = recordedLate[day] === 1 ? day : -1;
  }
}

/** Marks the days that positions carry, and lists the positions with events; how many these are. */
export function markDays(
  dayAt: Int32Array,
  counts: Float64Array,
  chained: Float32Array,
  eventful: Int32Array,
): number {
  let events = 0;
  for (let k = 0; k < dayAt.length; k++) {
    const day = dayAt[k]!;
    if (day < 0) continue;
    chained[day] = 1;
    if (counts[day]! > 0) eventful[events++] = k;
  }
  return events;
}

/** Logarithms of coverage; one far below any record's where nothing is covered. */
export function logarithmsOf(coverage: Float64Array): Float64Array {
  const into = new Float64Array(coverage.length);
  for (let day = 0; day < into.length; day++) into[day] = Math.log(Math.max(coverage[day]!, 1e-30));
  return into;
}
