import { readFileSync } from 'node:fs';
import { parse, TomlError } from 'smol-toml';
import { checkTableMap, type RecordFault, type TableMap } from '../record/index.ts';

const LARGEST_BYTES = 1024 ** 2;

/** Reads the mapping file of a table (TOML): the mapping that a person confirmed, or what is wrong and where. */
export function readTableMap(
  path: string,
):
  { readonly kind: 'map'; readonly map: TableMap } | { readonly kind: 'fault'; readonly fault: RecordFault } {
  const fail = (line: number | null, message: string, hint: string | null) => ({
    kind: 'fault' as const,
    fault: { file: path, line, message, hint },
  });
  const draft = 'tacit import --draft-map TABLE --out map.toml drafts one.';
  let text: string;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > LARGEST_BYTES) return fail(null, 'The file is too large for a map.', draft);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return fail(null, 'There is no such map.', draft);
    return fail(
      null,
      error instanceof TypeError ? 'The map is not UTF-8 text.' : 'The map cannot be read.',
      null,
    );
  }
  try {
    return checkTableMap(parse(text), path);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = ''] = error.message.split('\n');
    const message = `The map is not TOML: ${what.replace(/^Invalid TOML document: /, '')}.`;
    return fail(error.line, message, 'Texts stand in quotes: date = "Date of event".');
  }
}
