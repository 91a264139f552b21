import { FIRST_BYTE } from '../../stats/index.ts';
import type { ChainKernel } from './chainKernel.ts';
import {
  listLeaps,
  listLengths,
  listPositions,
  logarithmsOf,
  markDays,
  writeDaysAt,
  writeThetas,
} from './chainPositions.ts';
import { stationaryLaw, waveLevels } from './rouwenhorst.ts';
import type { StreamDesign } from './streamDesign.ts';
import { streamsOf } from './streamsOf.ts';
import type { WaveDesign } from './waveDesign.ts';

/** Bytes of a stream's record, and where in it its numbers begin; the order of its pointers is that of `writeStream`. */
const RECORD = 128;
export const PSI = 64;
export const BY_LOADING = 72;
export const BY_SIZE = 80;
const SINGLES = 88;

/** Of what is kept of every level: f64, or f32, four levels at once, for a search that only wants to know where to look. */
export type Precision = 'double' | 'single';

/** Knots of a stream's emissions in single precision, and rows of each, as the kernel has them. */
const KNOTS = 1537;
const KNOT_ROWS = 3;

/** Where one stream lies in the kernel's memory. */
export interface StreamMemory {
  readonly stream: StreamDesign;
  /** Steps by which it is later than the chain. */
  readonly late: number;
  readonly record: number;
  readonly dayAt: number;
  readonly counts: number;
  readonly coverage: number;
  readonly columns: readonly number[];
  readonly columnList: number;
  readonly parameters: number;
  readonly slopes: number;
  readonly places: number;
  readonly base: number;
  readonly rest: number;
  readonly lift: number;
  readonly logs: number;
  readonly inverses: number;
  readonly byBase: number;
  readonly byRest: number;
  readonly single: SingleMemory | null;
}

/** What a stream has in single precision only. */
interface SingleMemory {
  readonly knots: number;
  readonly known: number;
  readonly knotOf: number;
  readonly beyond: number;
  readonly weights: number;
  readonly chained: number;
  readonly shares: number;
  readonly eventful: number;
}

/** Where a likelihood lies in the kernel's memory, in bytes, and what of it never changes. */
export interface ChainMemory {
  readonly bytes: number;
  readonly levels: number;
  readonly precision: Precision;
  /** Entries of a row of levels. */
  readonly row: number;
  readonly steps: number;
  /** Entries of a column of days: a number that four divides. */
  readonly days: number;
  /** Parameters, and the place of log tau among them. */
  readonly size: number;
  readonly logTau: number;
  /** Positions of the chain that carry data: the day of each, and steps from the one before. */
  readonly chain: Int32Array;
  readonly leaps: Int32Array;
  /** Θ of each length of leap. */
  readonly transitions: ReadonlyMap<number, number>;
  readonly streams: readonly StreamMemory[];
  readonly records: number;
  readonly law: number;
  readonly zeta: number;
  readonly room: number;
  readonly thetas: number;
  readonly leapList: number;
  readonly emission: number;
  readonly alpha: number;
  readonly scale: number;
  /** For the information: a row of levels, and an entry, for each parameter, and a matrix of them with even rows. */
  readonly tangents: number;
  readonly sums: number;
  readonly step: number;
  readonly matrix: number;
}

export function planMemory(
  design: WaveDesign,
  shift: number,
  levels: number,
  precision: Precision = 'double',
): ChainMemory {
  let bytes = FIRST_BYTE;
  const take = (entries: number, size = 8): number => {
    const at = bytes;
    bytes = (bytes + entries * size + 15) & ~15;
    return at;
  };
  const {
    steps,
    layout: { size, logTau },
  } = design;
  const all = streamsOf(design);
  const chain = listPositions(design, shift);
  const leaps = listLeaps(chain);
  const double = precision === 'double';
  const row = double ? evenRow(levels) : singleRow(levels);
  const takeRows = (entries: number) => take(entries, double ? 8 : 4);
  const days = (steps + 3) & ~3;
  const takeDays = () => takeRows(days);
  const cells = chain.length * row;
  const records = take(all.length, RECORD);
  const transitions = new Map<number, number>();
  for (const leap of listLengths(leaps)) transitions.set(leap, takeRows(evenRow(levels) * row));
  const takeSingles = (): SingleMemory => ({
    knots: takeRows(KNOTS * KNOT_ROWS * row),
    known: take(KNOTS, 1),
    knotOf: take(days, 4),
    beyond: take(days, 4),
    weights: take(days, 4),
    chained: take(days, 4),
    shares: take(days, 4),
    eventful: take(days, 4),
  });
  const streams = all.map((stream, index): StreamMemory => {
    const terms = stream.columns.length + stream.terms.length;
    return {
      stream,
      late: stream === design.b ? shift : 0,
      record: records + index * RECORD,
      dayAt: take(chain.length, 4),
      counts: takeDays(),
      coverage: stream.coverage === null ? 0 : takeDays(),
      columns: Array.from({ length: terms }, takeDays),
      columnList: take(terms, 4),
      parameters: take(terms),
      slopes: take(terms),
      places: take(terms + 2, 4),
      base: takeDays(),
      rest: takeDays(),
      lift: takeRows(row),
      logs: takeRows(double ? cells : days),
      inverses: takeRows(double ? cells : days),
      byBase: takeDays(),
      byRest: takeDays(),
      single: double ? null : takeSingles(),
    };
  });
  return {
    ...{ levels, precision, row, steps, days, size, logTau, chain, leaps, transitions, streams, records },
    law: takeRows(row),
    zeta: takeRows(row),
    room: takeRows(3 * row + 8),
    thetas: take(chain.length, 4),
    leapList: take(chain.length, 4),
    emission: takeRows(cells),
    alpha: takeRows(cells),
    scale: take(double ? chain.length : 2 * chain.length),
    tangents: take(size * row),
    sums: take(size),
    step: take(evenRow(size)),
    matrix: take(size * evenRow(size)),
    bytes,
  };
}

/** Writes what does not change with the parameters. */
export function writeMemory(plan: ChainMemory, { memory: { buffer } }: ChainKernel): void {
  const { levels, chain, leaps, transitions, days } = plan;
  const indices = (at: number, length: number) => new Int32Array(buffer, at, length);
  const writeRow = (at: number, values: Float64Array) => {
    const into = rowsAt(plan, buffer, at, plan.row);
    into.fill(0);
    into.set(values);
  };
  const writeDays = (at: number, values: ArrayLike<number>) => {
    const into = rowsAt(plan, buffer, at, days);
    into.fill(0);
    into.set(values);
  };
  writeRow(plan.law, stationaryLaw(levels));
  writeRow(plan.zeta, waveLevels(levels));
  indices(plan.leapList, chain.length).set(leaps);
  writeThetas(leaps, transitions, indices(plan.thetas, chain.length));
  for (const one of plan.streams) {
    const { columns, terms, counts, coverage, recordedLate } = one.stream;
    const dayAt = indices(one.dayAt, chain.length);
    writeDaysAt(chain, one.late, recordedLate, dayAt);
    writeDays(one.counts, counts);
    if (coverage !== null)
      writeDays(one.coverage, plan.precision === 'double' ? coverage : logarithmsOf(coverage));
    [...columns, ...terms].forEach((column, k) => writeDays(one.columns[k]!, column));
    indices(one.columnList, one.columns.length).set(one.columns);
    const { place } = one.stream;
    const betas = columns.map((_, k) => place.beta + k);
    const places = [...betas, ...place.terms, place.loading, place.logPsi];
    indices(one.places, places.length).set(places);
    // Days without data keep a derivative of 0.
    rowsAt(plan, buffer, one.byBase, days).fill(0);
    rowsAt(plan, buffer, one.byRest, days).fill(0);
    indices(one.record, PSI / 4).set([
      ...[one.dayAt, one.counts, one.coverage, one.columnList, columns.length, terms.length],
      ...[one.parameters, one.slopes, one.base, one.rest, one.lift],
      ...[one.logs, one.inverses, one.byBase, one.byRest, one.places],
    ]);
    if (one.single !== null) writeSingles(one, one.single, dayAt, plan, buffer);
  }
}

/** Writes what single precision needs beside. */
function writeSingles(
  { record, stream: { counts } }: StreamMemory,
  single: SingleMemory,
  dayAt: Int32Array,
  { days }: ChainMemory,
  buffer: ArrayBufferLike,
): void {
  const chained = new Float32Array(buffer, single.chained, days).fill(0);
  new Float32Array(buffer, single.shares, days).fill(0);
  const events = markDays(dayAt, counts, chained, new Int32Array(buffer, single.eventful, days));
  new Int32Array(buffer, record + SINGLES, (RECORD - SINGLES) / 4).set([
    ...[single.knots, single.known, single.knotOf, single.beyond, single.weights, single.chained],
    ...[single.shares, single.eventful, events, days],
  ]);
}

/** Entries of rows of levels. */
export function rowsAt(
  { precision }: ChainMemory,
  buffer: ArrayBufferLike,
  at: number,
  length: number,
): Float64Array | Float32Array {
  return precision === 'double' ? new Float64Array(buffer, at, length) : new Float32Array(buffer, at, length);
}

/** Entries of a row in single precision, as the kernel has them. */
function singleRow(levels: number): number {
  return levels > 4 ? 12 : 4;
}

/** Entries of a row of doubles: an even number. */
export function evenRow(entries: number): number {
  return entries + (entries & 1);
}
