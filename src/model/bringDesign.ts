import { growMemory, startKernel, type KernelMemory } from '../stats/index.ts';
import { STREAM_BYTES } from './generated/streamBytes.ts';
import type { PackedDesign } from './packDesign.ts';
import type { StreamMemory } from './streamMemory.ts';

/** The compiled likelihood of a stream; `record` is where a design lies in `memory`. */
export interface StreamKernel {
  readonly memory: KernelMemory;
  evaluate(record: number, psi: number): number;
  differentiate(record: number, psi: number, wanted: 0 | 1 | 2): void;
  prepareScore(record: number, psi: number, isAnswer: 0 | 1): void;
  score(record: number): number;
}

/** Coverage of a step that is to have no weight: its mean is nothing beside any other, and yet no zero to divide by. */
const NO_WEIGHT = 1e-200;

let kernel: StreamKernel | null = null;
let last: PackedDesign | null = null;

/**
 * The kernel with this design in its memory, and whether that was the last to be brought: then what was found of it is still
 * there. One memory serves all designs, each for the time of one evaluation.
 */
export function bringDesign(packed: PackedDesign): {
  readonly kernel: StreamKernel;
  readonly isKept: boolean;
} {
  kernel ??= startKernel<Omit<StreamKernel, 'memory'>>(STREAM_BYTES);
  const isKept = last === packed;
  if (!isKept) {
    if (last?.memory === packed.memory) writeSteps(last, kernel, true);
    else {
      growMemory(kernel.memory, packed.memory.bytes);
      writeDesign(packed, kernel.memory.buffer);
    }
    writeSteps(packed, kernel, false);
    last = packed;
  }
  return { kernel, isKept };
}

/** Numbers of the memory as they are now: a memory that grows leaves older views behind. */
export function viewOf({ memory }: StreamKernel, at: number, length: number): Float64Array {
  return new Float64Array(memory.buffer, at, length);
}

/** What a column of the memory says of each packed step. */
export function readColumn(from: StreamKernel, { memory }: PackedDesign, at: number): Float64Array {
  const column = viewOf(from, at, memory.length);
  return Float64Array.from(memory.places, (place) => column[place]!);
}

/** Writes a column of packed steps; between these it stays 0. */
export function writeColumn(
  buffer: ArrayBuffer,
  { length, stretches }: StreamMemory,
  at: number,
  values: Float64Array,
): void {
  const column = new Float64Array(buffer, at, length);
  let from = 0;
  for (const { begin, steps } of stretches) {
    const to = from + steps;
    column.set(values.subarray(from, to), begin);
    from = to;
  }
}

/** The steps that a design leaves out: with their weight again, or without. */
function writeSteps({ memory, y, o, left }: PackedDesign, to: StreamKernel, isIn: boolean): void {
  if (left.length === 0) return;
  const counts = viewOf(to, memory.counts, memory.length);
  const coverage = viewOf(to, memory.coverage, memory.length);
  const eventCounts = viewOf(to, memory.eventCounts, memory.events.length);
  for (const i of left) {
    const place = memory.places[i]!;
    const event = memory.eventOf[i]!;
    counts[place] = isIn ? y[i]! : 0;
    coverage[place] = isIn ? o[i]! : NO_WEIGHT;
    if (event >= 0) eventCounts[event] = counts[place]!;
  }
}

function writeDesign({ memory, y, o, columns, local }: PackedDesign, buffer: ArrayBuffer): void {
  const { length, places, row } = memory;
  const numbers = (at: number, count: number) => new Float64Array(buffer, at, count);
  const indices = (at: number, count: number) => new Int32Array(buffer, at, count);
  // Nothing of another design may remain where steps have no weight; what lies behind is written by the kernel itself.
  new Uint8Array(buffer, memory.record, memory.theta - memory.record).fill(0);
  indices(memory.record, memory.fields.length).set(memory.fields);
  indices(memory.stretchList, 3 * memory.stretches.length).set(
    memory.stretches.flatMap(({ begin, end, first }) => [8 * begin, 8 * end, first]),
  );
  writeColumn(buffer, memory, memory.counts, y);
  numbers(memory.coverage, length).fill(NO_WEIGHT);
  writeColumn(buffer, memory, memory.coverage, o);
  if (local !== null) {
    const { count, basis, rows } = local;
    for (let k = 0; k < 4; k++)
      writeEveryFourth(basis.values, k, places, numbers(memory.values + 8 * k * length, length));
    for (let j = 0; j < count; j++)
      numbers(memory.rows + 8 * j * row, row).set(rows.subarray(j * basis.size, (j + 1) * basis.size));
  }
  const first = local?.count ?? 0;
  memory.columns.forEach((at, k) => writeColumn(buffer, memory, at, columns[first + k]!));
  indices(memory.columnList, memory.columns.length).set(memory.columns);
  const eventPlaces = indices(memory.eventPlaces, memory.events.length);
  const eventCounts = numbers(memory.eventCounts, memory.events.length);
  writeEvents(memory.events, places, y, eventPlaces, eventCounts);
}

// Loops in small functions: the one that calls them is then not worth optimising, which takes the engine longer than it runs.

function writeEveryFourth(values: Float64Array, from: number, places: Int32Array, into: Float64Array): void {
  for (let i = 0; i < places.length; i++) into[places[i]!] = values[4 * i + from]!;
}

function writeEvents(
  events: ArrayLike<number>,
  places: Int32Array,
  y: Float64Array,
  eventPlaces: Int32Array,
  eventCounts: Float64Array,
): void {
  for (let k = 0; k < events.length; k++) {
    eventPlaces[k] = 8 * places[events[k]!]!;
    eventCounts[k] = y[events[k]!]!;
  }
}
