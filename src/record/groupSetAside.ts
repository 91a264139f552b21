import type { SetAsideRow } from './event.ts';
import type { SetAsideReason } from './eventStore.ts';

/** Rows set aside, or counts of them, by reason with the particulars left out; commonest first, then by first line. */
export function groupSetAside(
  rows: readonly (Pick<SetAsideRow, 'column' | 'reason' | 'line'> & { readonly rows?: number })[],
): SetAsideReason[] {
  const groups = new Map<
    string,
    { column: string | null; reason: string; rows: number; firstLine: number }
  >();
  for (const { column, reason, line, rows: count = 1 } of rows) {
    const plain = leaveOutParticulars(reason);
    const key = JSON.stringify([column, plain]);
    const group = groups.get(key) ?? { column, reason: plain, rows: 0, firstLine: line };
    group.rows += count;
    group.firstLine = Math.min(group.firstLine, line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows - a.rows || a.firstLine - b.firstLine);
}

/** What stands in quotation marks, what holds a digit and what is said to be something else belongs to the one row. */
function leaveOutParticulars(reason: string): string {
  return reason
    .replace(/"[^"]*"|“[^”]*”/g, '"…"')
    .replace(/^.+? is (not?) /, '… is $1 ')
    .replace(/[-+.,:/\p{L}]*\d[-+.,:/\d\p{L}]*/gu, '…')
    .replace(/…(?:[\s,;]*(?:and |to |or )?…)+/g, '…');
}
