import { NOT_STATED, type EventColumns } from './eventColumns.ts';
import type { DatedNumbers, ResolvedNames, ResolvedSelection } from './resolveSelection.ts';

/** The rows that some alternative takes, in ascending order; rows marked in `without` are left out. */
export type RowFinder = (selections: readonly ResolvedSelection[], without: Uint8Array | null) => Int32Array;

/** The rows that hold each number of a column, so that a question about few names or acts looks at few rows. */
interface RowsByNumber {
  /** Where the rows of a number begin in `rows`; those of the next number follow. */
  readonly from: Int32Array;
  readonly rows: Int32Array;
}

type Test = (row: number) => boolean;

/**
 * Finds the events of many streams of one store in memory, by the conditions of `printSelectionSql`. A stream looks only
 * at the rows that its acts, its doers or its targets leave, whichever are fewest; each row is found once however many
 * alternatives take it.
 */
export function openRowFinder(columns: EventColumns): RowFinder {
  const indexes = [
    { index: groupRows(columns.act), numbersOf: ({ acts }: ResolvedSelection) => acts },
    {
      index: groupRows(columns.initiators),
      numbersOf: ({ initiators }: ResolvedSelection) => listNumbers(initiators),
    },
    {
      index: groupRows(columns.targets),
      numbersOf: ({ targets }: ResolvedSelection) => listNumbers(targets),
    },
  ];
  /** The number of the stream that took a row last. */
  const taken = new Int32Array(columns.rows);
  let turn = 0;

  const fewestRows = (selection: ResolvedSelection): readonly Int32Array[] => {
    const choices = indexes.flatMap(({ index, numbersOf }) => {
      const numbers = numbersOf(selection);
      return numbers === null ? [] : [numbers.map((number) => rowsOf(index, number))];
    });
    const sizes = choices.map((pieces) => pieces.reduce((sum, { length }) => sum + length, 0));
    return choices[sizes.indexOf(Math.min(...sizes))] ?? [];
  };

  return (selections, without) => {
    turn += 1;
    const rows: number[] = [];
    for (const selection of selections) {
      const fits = testOf(selection, columns);
      for (const piece of fewestRows(selection)) {
        for (const row of piece) {
          if (taken[row] === turn || without?.[row] === 1 || !fits(row)) continue;
          taken[row] = turn;
          rows.push(row);
        }
      }
    }
    return Int32Array.from(rows).sort();
  };
}

/** Marks the rows that are left out of every count; null where there are none. */
export function markWithout(
  rows: readonly { readonly record: string; readonly line: number }[],
  records: ReadonlyMap<string, number>,
  columns: EventColumns,
): Uint8Array | null {
  if (rows.length === 0) return null;
  const lines = new Map<number, Set<number>>();
  for (const { record, line } of rows) {
    const id = records.get(record);
    if (id === undefined) continue;
    const own = lines.get(id) ?? new Set();
    lines.set(id, own.add(line));
  }
  const { record, line } = columns;
  return Uint8Array.from({ length: columns.rows }, (_, row) =>
    lines.get(record[row]!)?.has(line[row]!) ? 1 : 0,
  );
}

/** All conditions of a selection that is not null, in one. */
function testOf(selection: ResolvedSelection, columns: EventColumns): Test {
  const { records, directed, places, days, size, attributions, coarsestDays } = selection;
  const { first, last, counted_last: countedLast } = columns;
  const tests: Test[] = [among(columns.act, selection.acts)];
  if (records !== null) tests.push(among(columns.record, records));
  if (directed !== null) tests.push((row) => columns.directed[row] === directed);
  tests.push(
    ...testNames(columns.initiators, selection.initiators, columns),
    ...testNames(columns.targets, selection.targets, columns),
  );
  if (places !== null) tests.push(among(columns.place, places));
  if (days !== null) tests.push((row) => first[row]! <= days.last && last[row]! >= days.first);
  if (size !== null) {
    const { least, most } = size;
    const measure = measureOf(size.measure, columns);
    tests.push((row) => {
      const held = measure(row);
      return held !== NOT_STATED && (least === null || held >= least) && (most === null || held <= most);
    });
  }
  if (attributions !== null) tests.push(among(columns.attribution, attributions));
  // Spells are counted on their first day, so their counted length is one day.
  if (coarsestDays !== null) tests.push((row) => countedLast[row]! - first[row]! + 1 <= coarsestDays);
  return (row) => tests.every((test) => test(row));
}

/** The dead of one side; where a row tells no sides, of all; where it tells only the other side's, unknown. */
function measureOf(
  measure: NonNullable<ResolvedSelection['size']>['measure'],
  { wounded, killed_targets: targets, killed_initiators: initiators, killed_low: low }: EventColumns,
): (row: number) => number {
  if (measure === 'wounded') return (row) => wounded[row]!;
  const [own, other] = measure === 'killed_targets' ? [targets, initiators] : [initiators, targets];
  return (row) => {
    if (own[row] !== NOT_STATED) return own[row]!;
    return other[row] === NOT_STATED ? low[row]! : NOT_STATED;
  };
}

function testNames(column: Int32Array, { anyOf, noneOf }: ResolvedNames, columns: EventColumns): Test[] {
  const wanted = anyOf?.map((dated) => testDated(column, dated, columns));
  const barred = noneOf.map((dated) => testDated(column, dated, columns));
  return [
    ...(wanted ? [(row: number) => wanted.some((test) => test(row))] : []),
    ...(barred.length > 0 ? [(row: number) => !barred.some((test) => test(row))] : []),
  ];
}

function testDated(
  column: Int32Array,
  { from, to, numbers }: DatedNumbers,
  { first, last }: EventColumns,
): Test {
  const isOne = among(column, numbers);
  return (row) => isOne(row) && (from === null || last[row]! >= from) && (to === null || first[row]! <= to);
}

function among(column: Int32Array, numbers: readonly number[]): Test {
  if (numbers.length === 1) return (row) => column[row] === numbers[0];
  const wanted = new Set(numbers);
  return (row) => wanted.has(column[row]!);
}

/** Every number that a filter may take; null where it takes any. */
function listNumbers({ anyOf }: ResolvedNames): number[] | null {
  return anyOf && [...new Set(anyOf.flatMap(({ numbers }) => numbers))];
}

function groupRows(column: Int32Array): RowsByNumber {
  const most = column.reduce((a, b) => Math.max(a, b), NOT_STATED);
  const from = new Int32Array(most + 2);
  for (const number of column) if (number >= 0) from[number + 1]! += 1;
  for (let number = 0; number <= most; number++) from[number + 1]! += from[number]!;
  const next = from.slice();
  const rows = new Int32Array(from.at(-1) ?? 0);
  column.forEach((number, row) => {
    if (number >= 0) rows[next[number]!++] = row;
  });
  return { from, rows };
}

function rowsOf({ from, rows }: RowsByNumber, number: number): Int32Array {
  return number < 0 || number + 1 >= from.length
    ? rows.subarray(0, 0)
    : rows.subarray(from[number]!, from[number + 1]);
}
