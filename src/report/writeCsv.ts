import { showControls } from './showControls.ts';

/** Also behind spaces and quotes, which some spreadsheets drop, and in full width. */
const COMPUTED = /^(?:[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/**
 * Rows as CSV for people, who open it in a spreadsheet: text that a spreadsheet would compute (`= + - @`, a tab or a line
 * end first) is kept from it by an apostrophe, and characters that turn the direction of writing are shown as marks.
 * Numbers stand as they are, with a point; unknown ones are empty.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return [...rows.map((row) => row.map(writeCell).join(',')), ''].join('\r\n');
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const shown = showControls(cell);
  const safe = COMPUTED.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
