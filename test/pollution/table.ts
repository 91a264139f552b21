/** A fixture as a table of cells, so that single cells can be damaged and the rest stays byte for byte. */
export interface Form {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly header: boolean;
}

/** Cells of every line, quotes resolved. The fixtures themselves are sound, so this needs no strictness. */
export function cutTable(text: string, { delimiter, quoted }: Form): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (inside) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inside = false;
    } else if (quoted && sign === '"') inside = true;
    else if (sign === delimiter) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

export function writeTable(rows: readonly (readonly string[])[], { delimiter, quoted }: Form): string {
  const write = (cell: string) =>
    quoted && (cell.includes(delimiter) || /["\r\n]/.test(cell)) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(write).join(delimiter)}\n`).join('');
}
