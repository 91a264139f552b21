/** A table of the page as CSV. Cells that a spreadsheet would run as a formula get an apostrophe in front. */
export function tableToCsv(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? '').trim()));
  return `${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}

function quote(cell: string): string {
  const isNumber = /^[-+\u2212]?[\d.,\u00a0 ]+%?$/.test(cell);
  const defused = !isNumber && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
