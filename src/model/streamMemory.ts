import { FIRST_BYTE } from '../stats/index.ts';
import type { LocalColumns } from './localColumns.ts';

/** Bytes of the record that says where everything lies, and places in it; the order is that of `kernel/streamRecord.ts`. */
const RECORD = 144;
export const SHARE = 112;
export const OWN = 136;
/** Columns of weights that the kernel writes. */
const WEIGHTS = 13;
/** Zeros before and behind the diagonals of the band and the rows of coefficients: a step of three reads them. */
const MARGIN = 4;

/** Packed steps in a row on which the same functions live. */
interface Stretch {
  readonly steps: number;
  /** Its numbers in a column. */
  readonly begin: number;
  readonly end: number;
  /** The first of its functions. */
  readonly first: number;
}

/** Where a packed design lies in the kernel's memory, in bytes. */
export interface StreamMemory {
  readonly bytes: number;
  /** Numbers in a column: the packed steps, and steps without weight that make every stretch an even number. */
  readonly length: number;
  /** Where in a column each packed step stands. */
  readonly places: Int32Array;
  /** Packed steps with an event, and of every packed step where it stands among them, −1 without. */
  readonly events: Int32Array;
  readonly eventOf: Int32Array;
  /** Numbers in a row of functions. */
  readonly row: number;
  readonly record: number;
  readonly counts: number;
  readonly coverage: number;
  readonly spontaneous: number;
  readonly factor: number;
  readonly mean: number;
  readonly values: number;
  readonly rows: number;
  readonly eventCounts: number;
  readonly eventPlaces: number;
  /** Of each column that is not local. */
  readonly columns: readonly number[];
  readonly columnList: number;
  readonly stretches: readonly Stretch[];
  readonly stretchList: number;
  readonly theta: number;
  readonly weights: number;
  readonly gradient: number;
  readonly curvature: number;
  readonly added: number;
  /** The fields of the record, in order. */
  readonly fields: readonly number[];
}

interface Shape {
  readonly y: Float64Array;
  readonly local: LocalColumns | null;
  /** Columns of all kinds, the local ones among them. */
  readonly endemic: number;
  readonly rules: number;
  readonly answers: number;
  readonly modifiers: number;
}

/** Says where everything lies; nothing is written. */
export function planStreamMemory({ y, local, endemic, rules, answers, modifiers }: Shape): StreamMemory {
  let bytes = FIRST_BYTE;
  const take = (entries: number, size = 8): number => {
    const at = bytes;
    bytes = (bytes + entries * size + 15) & ~15;
    return at;
  };
  const { stretches, places, length } = layOut(y.length, local);
  const { events, eventOf } = findEvents(y);
  const count = local?.count ?? 0;
  const dense = endemic - count + answers + modifiers;
  const width = count + dense + 1;
  const row = Math.max(4, even(local?.basis.size ?? 0));
  const column = () => take(length);
  const record = take(RECORD, 1);
  const counts = column();
  const coverage = column();
  const spontaneous = column();
  const factor = column();
  const mean = column();
  const stretchList = take(3 * stretches.length, 4);
  const values = take(4 * length);
  const rows = take(MARGIN + count * row + MARGIN) + 8 * MARGIN;
  const sums = take(row);
  const band = take(4 * (row + 2 * MARGIN));
  const products = take(count * row);
  const columns = Array.from({ length: dense }, column);
  const columnList = take(dense, 4);
  const eventPlaces = take(even(events.length), 4);
  const eventCounts = take(even(events.length));
  const added = column();
  const theta = take(width);
  const weights = take(WEIGHTS * length);
  const gradient = take(width);
  const curvature = take(width * width);
  return {
    ...{ bytes, length, places, events, eventOf, row, record, counts, coverage, spontaneous, factor, mean },
    ...{ values, rows, eventCounts, eventPlaces, columns, columnList, stretches, stretchList, theta },
    ...{ weights, gradient, curvature, added },
    fields: [
      ...[8 * length, counts, coverage, spontaneous, factor, mean, stretchList, stretches.length, count],
      ...[
        8 * row,
        values,
        rows,
        sums,
        band,
        products,
        columnList,
        endemic - count,
        rules,
        answers,
        modifiers,
      ],
      ...[eventPlaces, even(events.length), eventCounts, theta, weights, gradient, curvature, added],
    ],
  };
}

function findEvents(y: Float64Array): Pick<StreamMemory, 'events' | 'eventOf'> {
  const events: number[] = [];
  const eventOf = new Int32Array(y.length).fill(-1);
  for (let i = 0; i < y.length; i++) if (y[i]! > 0) eventOf[i] = events.push(i) - 1;
  return { events: Int32Array.from(events), eventOf };
}

/** Stretches of steps on which the same functions live, each an even number of places. */
function layOut(
  steps: number,
  local: LocalColumns | null,
): Pick<StreamMemory, 'stretches' | 'places' | 'length'> {
  const places = new Int32Array(steps);
  const stretches: Stretch[] = [];
  const firsts = local?.basis.first ?? new Int32Array(steps);
  let length = 0;
  for (let i = 0; i < steps;) {
    const first = firsts[i]!;
    const begin = length;
    while (i < steps && firsts[i] === first) places[i++] = length++;
    const end = even(length);
    stretches.push({ steps: length - begin, begin, end, first });
    length = end;
  }
  return { stretches, places, length };
}

function even(entries: number): number {
  return entries + (entries & 1);
}
