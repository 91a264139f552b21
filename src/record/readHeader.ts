import type { DelimitedRow } from './readDelimited.ts';
import type { RecordFault } from './recordFault.ts';

export interface HeaderExpectation {
  /** What the form is called in messages. */
  readonly form: string;
  readonly delimiter: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Columns the form has and nothing is taken from. */
  readonly unread?: readonly string[];
  /** Other names a column may bear: `lat` for `latitude`. */
  readonly alsoCalled?: ReadonlyMap<string, string>;
}

export interface Header {
  readonly kind: 'header';
  readonly names: readonly string[];
  /** Where each known column stands. */
  readonly places: ReadonlyMap<string, number>;
  readonly unusedColumns: readonly string[];
}

const DELIMITERS: readonly (readonly [string, string])[] = [
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
];

/** Reads the row that names the columns. Case and outer spaces do not matter; order neither; every name stands once. */
export function readHeader(
  row: DelimitedRow,
  file: string,
  expected: HeaderExpectation,
): Header | { readonly kind: 'fault'; readonly fault: RecordFault } {
  const names = row.fields.map((field) => field.trim());
  const keys = names.map((name) => {
    const key = name.toLowerCase();
    return expected.alsoCalled?.get(key) ?? key;
  });
  const fail = (message: string, hint: string) => ({
    kind: 'fault' as const,
    fault: { file, line: row.line, message, hint },
  });
  const missing = expected.required.filter((name) => !keys.includes(name));
  if (missing.length > 0) {
    const found = `Found the columns ${listNames(names)}; ${expected.form} also needs ${listNames(missing)}.`;
    const other = otherDelimiter(row.raw, expected);
    if (other !== null) {
      return fail(
        found,
        `The columns seem to be separated by ${other}: save the file with ${separatorOf(expected.delimiter)} between columns.`,
      );
    }
    return fail(found, `The first line must name the columns: ${expected.required.join(expected.delimiter)}`);
  }
  const twice = keys.find((name, index) => keys.indexOf(name) !== index);
  if (twice !== undefined) {
    const shown = twice === '' ? 'A column without a name' : `The column ${twice}`;
    return fail(
      `${shown} stands more than once, so a value could come from either.`,
      'Give every column its own name.',
    );
  }
  const known = new Set([...expected.required, ...expected.optional]);
  const unread = new Set(expected.unread);
  return {
    kind: 'header',
    names,
    places: new Map(keys.flatMap((name, index) => (known.has(name) ? [[name, index] as const] : []))),
    unusedColumns: names.filter(
      (_, index) => !known.has(keys[index] ?? '') && !unread.has(keys[index] ?? ''),
    ),
  };
}

function otherDelimiter(line: string, expected: HeaderExpectation): string | null {
  for (const [mark, word] of DELIMITERS) {
    if (mark === expected.delimiter) continue;
    const pieces = line.split(mark).map((piece) => piece.trim().replace(/^"|"$/g, '').toLowerCase());
    if (pieces.length > 1 && expected.required.some((name) => pieces.includes(name))) return word;
  }
  return null;
}

function separatorOf(delimiter: string): string {
  return DELIMITERS.find(([mark]) => mark === delimiter)?.[1] ?? delimiter;
}

function listNames(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name || '(no name)'));
  return names.length > 12 ? `${shown.join(', ')} and ${names.length - 12} more` : shown.join(', ');
}
