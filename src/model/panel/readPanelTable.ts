import { readDelimited } from '../../record/index.ts';

/** A table as columns of text, with the line of each row. */
export interface PanelTable {
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly number[];
}

export type PanelTableReading =
  { readonly ok: true; readonly table: PanelTable } | { readonly ok: false; readonly message: string };

/** Reads CSV with a line of names. A row that cannot be read, or has more or fewer fields, spoils the whole table. */
export function readPanelTable(text: string): PanelTableReading {
  const fail = (message: string) => ({ ok: false, message }) as const;
  const reader = readDelimited({ delimiter: ',', quote: '"', longestField: 1_000 });
  const [head, ...rows] = [...reader.push(text.replace(/^\ufeff/, '')), ...reader.end()];
  if (!head) return fail('The table is empty. It needs a line of names and a line for each row.');
  if (head.kind === 'broken') return fail(`Line ${head.line} cannot be read: ${head.reason}.`);
  const names = head.fields.map((name) => name.trim());
  const twice = names.find((name, j) => names.indexOf(name) !== j);
  if (twice !== undefined)
    return fail(`The column "${twice}" stands more than once. Give every column its own name.`);
  if (names.length < 2)
    return fail(`Line 1 holds one column (${names[0]!.slice(0, 60)}). Columns are separated by commas.`);
  if (rows.length === 0) return fail('The table has a line of names and no rows.');
  const columns = names.map((): string[] => []);
  const lines: number[] = [];
  for (const row of rows) {
    if (row.kind === 'broken') return fail(`Line ${row.line} cannot be read: ${row.reason}.`);
    if (row.fields.length !== names.length)
      return fail(`Line ${row.line} has ${row.fields.length} fields, the line of names has ${names.length}.`);
    row.fields.forEach((field, j) => columns[j]!.push(field.trim()));
    lines.push(row.line);
  }
  return {
    ok: true,
    table: { names, columns: Object.fromEntries(names.map((name, j) => [name, columns[j]!])), lines },
  };
}
