import type { SetAsideRow } from '../record/index.ts';
import { showControls } from './showControls.ts';

const HEADER = ['record', 'line', 'column', 'reason', 'row as written'] as const;

/**
 * Rows set aside as CSV for people, who open it in a spreadsheet: a cell that a spreadsheet would compute (`= + - @`, a
 * tab or a line end first) is kept from it by an apostrophe, and characters that turn the direction of writing are shown as
 * marks.
 */
export function writeSetAsideTable(rows: readonly SetAsideRow[]): string {
  const lines = rows.map(({ record, line, column, reason, raw }) =>
    [record, String(line), column ?? '', reason, raw].map((cell) => writeCell(showControls(cell))).join(','),
  );
  return [HEADER.join(','), ...lines, ''].join('\r\n');
}

/** Also behind spaces and quotes, which some spreadsheets drop, and in full width. */
const COMPUTED = /^(?:[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

function writeCell(text: string): string {
  const safe = COMPUTED.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
