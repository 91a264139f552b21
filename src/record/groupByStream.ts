import type { CountCell } from './selection.ts';

/** Cells of a count by the stream they belong to, each list in the order given. */
export function groupByStream(cells: readonly CountCell[]): ReadonlyMap<string, readonly CountCell[]> {
  const groups = new Map<string, CountCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.stream);
    if (group) group.push(cell);
    else groups.set(cell.stream, [cell]);
  }
  return groups;
}
