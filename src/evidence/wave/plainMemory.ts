import { FIRST_BYTE } from '../../stats/index.ts';
import type { ChainKernel } from './chainKernel.ts';
import { evenRow, PSI } from './chainMemory.ts';
import type { StreamDesign } from './streamDesign.ts';

/** Bytes of a stream's record; the order of its pointers is that of `writePlain`. */
const RECORD = 96;

/** Where a stream without a wave lies in the kernel's memory, in bytes. */
export interface PlainMemory {
  readonly bytes: number;
  readonly record: number;
  readonly seen: number;
  readonly counts: number;
  readonly coverage: number;
  readonly columns: readonly number[];
  readonly columnList: number;
  readonly parameters: number;
  readonly slopes: number;
  readonly base: number;
  readonly rest: number;
  readonly byBase: number;
  readonly byRest: number;
  readonly matrix: number;
}

export function planPlain({ steps, columns, terms, coverage }: StreamDesign): PlainMemory {
  let bytes = FIRST_BYTE;
  const take = (entries: number, size = 8): number => {
    const at = bytes;
    bytes = (bytes + entries * size + 15) & ~15;
    return at;
  };
  const days = () => take(evenRow(steps));
  const parameters = columns.length + terms.length;
  return {
    record: take(RECORD, 1),
    seen: days(),
    counts: days(),
    coverage: coverage === null ? 0 : days(),
    columns: Array.from({ length: parameters }, days),
    columnList: take(parameters, 4),
    parameters: take(parameters),
    slopes: take(parameters),
    base: days(),
    rest: days(),
    byBase: days(),
    byRest: days(),
    matrix: take(parameters ** 2),
    bytes,
  };
}

/** Writes what does not change with the parameters. */
export function writePlain(
  plan: PlainMemory,
  stream: StreamDesign,
  { memory: { buffer } }: ChainKernel,
): void {
  const { steps, columns, terms, counts, coverage, recorded } = stream;
  const indices = (at: number, length: number) => new Int32Array(buffer, at, length);
  const writeDays = (at: number, values: ArrayLike<number>) => {
    const days = new Float64Array(buffer, at, evenRow(steps));
    days[days.length - 1] = 0;
    days.set(values);
  };
  setBits(recorded, indices(plan.seen, 2 * evenRow(steps)).fill(0));
  writeDays(plan.counts, counts);
  if (coverage !== null) writeDays(plan.coverage, coverage);
  [...columns, ...terms].forEach((column, k) => writeDays(plan.columns[k]!, column));
  indices(plan.columnList, plan.columns.length).set(plan.columns);
  indices(plan.record, PSI / 4).set([
    ...[plan.seen, plan.counts, plan.coverage, plan.columnList, columns.length, terms.length],
    ...[plan.parameters, plan.slopes, plan.base, plan.rest, 0, 0, 0, plan.byBase, plan.byRest, 0],
  ]);
}

/** All 64 bits of what is 1. A loop by itself: the one that calls it is then not worth optimising. */
function setBits(marks: Uint8Array, into: Int32Array): void {
  for (let t = 0; t < marks.length; t++) {
    into[2 * t] = -marks[t]!;
    into[2 * t + 1] = -marks[t]!;
  }
}
