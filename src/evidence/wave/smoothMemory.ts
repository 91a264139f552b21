import { FIRST_BYTE } from '../../stats/index.ts';
import type { ChainKernel } from './chainKernel.ts';
import type { SmoothPrior } from './smoothPrior.ts';
import type { StreamDesign } from './streamDesign.ts';

/** Bytes of a stream's record, and where in it its numbers lie; the order of its pointers is that of `writeSmooth`. */
const RECORD = 128;
export const PSI = 64;
export const BY_LOADING = 72;
export const BY_SIZE = 80;
export const LOADING = 88;
const EVENTS = 96;
const CROWDED_DAYS = 112;
/** As many events of a day enter the likelihood one by one. */
const FEW = 4;
/** Numbers of a prior, of `invert` and `priorSlopes` together, and of a row of the factor. */
const PRIOR = 5;
const SUMS = 12;
const FACTOR = 6;

/** Where one stream lies in the kernel's memory. */
export interface SmoothStreamMemory {
  readonly stream: StreamDesign;
  readonly record: number;
  readonly seen: number;
  readonly counts: number;
  readonly coverage: number;
  readonly columns: readonly number[];
  readonly columnList: number;
  readonly parameters: number;
  readonly slopes: number;
  readonly lines: number;
  readonly rest: number;
  readonly lifted: number;
  readonly variances: number;
  readonly byBase: number;
  readonly byRest: number;
  readonly ratios: number;
  readonly eventDays: number;
  readonly crowdedDays: number;
  readonly crowdedCounts: number;
  /** Whether seen, counts, lines, rest and ratios of all days in single precision, one behind the other. */
  readonly singles: number;
  /** The day of each event that enters one by one; the days with more than enter so. */
  readonly events: readonly number[];
  readonly crowded: readonly number[];
}

/**
 * Where the smooth wave lies in the kernel's memory, in bytes. Days lie in pairs, day p from the front beside day p from the
 * end, so that both halves of the record are worked on at once; silent days more make the number of pairs even.
 */
export interface SmoothMemory {
  readonly bytes: number;
  readonly pairs: number;
  readonly streams: readonly SmoothStreamMemory[];
  readonly records: number;
  readonly prior: number;
  readonly priorSlopes: number;
  readonly sums: number;
  readonly factor: number;
  /** The wave, and another place tried. */
  readonly z: number;
  readonly trial: number;
  /** Slope of the height, W and H. */
  readonly slope: number;
  readonly expected: number;
  readonly observed: number;
  readonly step: number;
  readonly nextStep: number;
  readonly direction: number;
  /** s and H in single precision. */
  readonly light: number;
  readonly forInformation: number;
  readonly adjoint: number;
}

export function planSmooth(streams: readonly StreamDesign[]): SmoothMemory {
  let bytes = FIRST_BYTE;
  const take = (entries: number, size = 8): number => {
    const at = bytes;
    bytes = (bytes + entries * size + 15) & ~15;
    return at;
  };
  const pairs = 2 * Math.max(Math.ceil(streams[0]!.steps / 4), 1);
  const days = (): number => take(2 * pairs);
  const records = take(streams.length, RECORD);
  const planned = streams.map((stream, index): SmoothStreamMemory => {
    const terms = stream.columns.length + stream.terms.length;
    const { events, crowded } = listEvents(stream);
    return {
      ...{ stream, record: records + index * RECORD, events, crowded },
      seen: days(),
      counts: days(),
      coverage: stream.coverage === null ? 0 : days(),
      columns: Array.from({ length: terms }, days),
      columnList: take(terms, 4),
      parameters: take(terms),
      slopes: take(terms),
      lines: days(),
      rest: days(),
      lifted: days(),
      variances: days(),
      byBase: days(),
      byRest: days(),
      ratios: take(2 * pairs + 1),
      eventDays: take(events.length + 1, 4),
      crowdedDays: take(crowded.length + 1, 4),
      crowdedCounts: take(crowded.length + 1),
      singles: take(10 * pairs + 1, 4),
    };
  });
  return {
    ...{ pairs, records, streams: planned },
    prior: take(PRIOR),
    priorSlopes: take(PRIOR),
    sums: take(SUMS),
    factor: take((pairs + 1) * FACTOR),
    z: days(),
    trial: days(),
    slope: days(),
    expected: days(),
    observed: days(),
    step: days(),
    nextStep: days(),
    direction: days(),
    light: days(),
    forInformation: days(),
    adjoint: days(),
    bytes,
  };
}

/** Writes what does not change with the parameters. */
export function writeSmooth({ pairs, streams }: SmoothMemory, { memory: { buffer } }: ChainKernel): void {
  const numbers = (at: number, length: number) => new Float64Array(buffer, at, length);
  const indices = (at: number, length: number) => new Int32Array(buffer, at, length);
  const place = (t: number): number => (t < pairs ? 2 * t : 2 * (2 * pairs - 1 - t) + 1);
  const writeDays = (at: number, values: ArrayLike<number>) => fold(values, pairs, numbers(at, 2 * pairs));
  for (const one of streams) {
    const { columns, terms, counts, coverage, recorded } = one.stream;
    writeDays(one.counts, counts);
    if (coverage !== null) writeDays(one.coverage, coverage.map(Math.log));
    [...columns, ...terms].forEach((column, k) => writeDays(one.columns[k]!, column));
    indices(one.columnList, one.columns.length).set(one.columns);
    numbers(one.ratios, 2 * pairs + 1)[2 * pairs] = 1;
    const singles = new Float32Array(buffer, one.singles, 10 * pairs + 1);
    singles.set(numbers(one.counts, 2 * pairs), 2 * pairs);
    singles[10 * pairs] = 1;
    const seen = indices(one.seen, 4 * pairs);
    const seenOnce = indices(one.singles, 2 * pairs);
    fold(recorded, pairs, seenOnce);
    setBits(seenOnce, seen);
    const writeEven = (at: number, days: readonly number[]): number => {
      const even = days.length + (days.length & 1);
      indices(at, even)
        .fill(16 * pairs)
        .set(days.map((t) => 8 * place(t)));
      return even;
    };
    const events = writeEven(one.eventDays, one.events);
    const crowded = writeEven(one.crowdedDays, one.crowded);
    numbers(one.crowdedCounts, crowded)
      .fill(0)
      .set(one.crowded.map((t) => counts[t]! - FEW));
    indices(one.record, PSI / 4).set([
      ...[one.seen, one.counts, one.coverage, one.columnList, columns.length, terms.length],
      ...[one.parameters, one.slopes, one.lines, one.rest, one.lifted, one.ratios],
      ...[one.variances, one.byBase, one.byRest, one.eventDays],
    ]);
    indices(one.record + EVENTS, 2).set([events, crowded]);
    indices(one.record + CROWDED_DAYS, 3).set([one.crowdedDays, one.crowdedCounts, one.singles]);
  }
}

// Loops in small functions: the one that calls them is then not worth optimising, which takes the engine longer than it runs.

/** Days with events, one for each of the few that enter one by one, and those with more. */
function listEvents({ counts, recorded, steps }: StreamDesign): { events: number[]; crowded: number[] } {
  const events: number[] = [];
  const crowded: number[] = [];
  for (let t = 0; t < steps; t++) {
    if (recorded[t] !== 1) continue;
    for (let k = 0; k < Math.min(counts[t]!, FEW); k++) events.push(t);
    if (counts[t]! > FEW) crowded.push(t);
  }
  return { events, crowded };
}

/** Days from both ends in turn. */
function fold(values: ArrayLike<number>, pairs: number, into: Float64Array | Int32Array): void {
  for (let p = 0; p < pairs; p++) {
    into[2 * p] = values[p] ?? 0;
    into[2 * p + 1] = values[2 * pairs - 1 - p] ?? 0;
  }
}

/** All bits of what is 1, in single and in double width. */
function setBits(once: Int32Array, twice: Int32Array): void {
  for (let k = 0; k < once.length; k++) {
    once[k] = -once[k]!;
    twice[2 * k] = once[k]!;
    twice[2 * k + 1] = once[k]!;
  }
}

/** Writes the numbers of a prior, or their derivatives. */
export function writePrior(at: number, prior: SmoothPrior, { memory: { buffer } }: ChainKernel): void {
  const { first, second, weight, lagOne, weightOne } = prior;
  new Float64Array(buffer, at, PRIOR).set([first, second, weight, lagOne, weightOne]);
}
