import type { DuckDBConnection } from '@duckdb/node-api';
import { dropCovered, type CountCell, type CountPlan, type EventSelection } from '../record/index.ts';
import type { Dictionary } from './dictionary.ts';
import type { ColumnsHolder } from './holdColumns.ts';
import { markWithout } from './openRowFinder.ts';
import { printCountSql } from './printCountSql.ts';
import { printWithoutSql } from './printWithoutSql.ts';
import { resolveSelection } from './resolveSelection.ts';
import { runBound } from './runBound.ts';
import { sumCells } from './sumCells.ts';
import { toNumber, toNumberOrNull } from './toNumber.ts';

/** Counts a plan in memory or by the engine, whichever is quicker: the same cells in the same order. */
export async function countPlan(
  { streams, without = [] }: CountPlan,
  connection: DuckDBConnection,
  dictionary: Dictionary,
  holder: ColumnsHolder,
): Promise<CountCell[]> {
  const resolve = (anyOf: readonly EventSelection[]) =>
    anyOf.flatMap((selection) => resolveSelection(selection, dictionary) ?? []);
  const held = await holder.forStreams(streams.length);
  if (held !== null) {
    const { columns, find } = held;
    const left = markWithout(without, dictionary.records, columns);
    return streams.flatMap(({ id, anyOf }) => sumCells(id, find(resolve(anyOf), left), columns));
  }
  const left = printWithoutSql(without, dictionary.records);
  const cells: CountCell[] = [];
  for (const { id, anyOf } of streams) {
    // The engine pays for every alternative.
    const piece = printCountSql(resolve(dropCovered(anyOf)), left);
    for (const row of await runBound(connection, piece)) cells.push(readCell(id, row));
  }
  return cells;
}

function readCell(stream: string, row: readonly unknown[]): CountCell {
  return {
    stream,
    first: toNumber(row[0]),
    last: toNumber(row[1]),
    events: toNumber(row[2]),
    killedLow: toNumberOrNull(row[3]),
    killedHigh: toNumberOrNull(row[4]),
    wounded: toNumberOrNull(row[5]),
  };
}
