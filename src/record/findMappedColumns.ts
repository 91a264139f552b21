import type { DelimitedRow } from './readDelimited.ts';
import type { Header } from './readHeader.ts';
import type { RecordFault } from './recordFault.ts';
import { suggestName } from './suggestName.ts';
import type { TableMap } from './tableMap.ts';

const DELIMITER_WORDS: Readonly<Record<TableMap['delimiter'], string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** Finds the columns a mapping names, exactly as it writes them; `places` says where each field stands. */
export function findMappedColumns(
  row: DelimitedRow,
  file: string,
  map: TableMap,
): Header | { readonly kind: 'fault'; readonly fault: RecordFault } {
  const names = row.fields.map((field) => field.trim());
  const fail = (message: string, hint: string) => ({
    kind: 'fault' as const,
    fault: { file, line: row.line, message, hint },
  });
  const places = new Map<string, number>();
  for (const [field, written] of Object.entries(map.columns)) {
    const name = written.trim();
    const place = names.indexOf(name);
    if (place < 0) {
      const message = `The map takes ${field} from the column "${name}", which the file does not have${suggestName(name, names)}.`;
      const separated = `Columns between ${DELIMITER_WORDS[map.delimiter]}`;
      return fail(message, `${separated}: ${names.map((one) => one || '(no name)').join(', ')}.`);
    }
    if (names.includes(name, place + 1)) {
      return fail(
        `The column "${name}" stands more than once, so ${field} could come from either.`,
        'Give every column that is used its own name.',
      );
    }
    places.set(field, place);
  }
  const used = new Set(places.values());
  const unusedColumns = names.filter((_, index) => !used.has(index)).map((name) => name || '(no name)');
  return { kind: 'header', names, places, unusedColumns };
}
