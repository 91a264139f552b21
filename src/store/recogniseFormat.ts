import {
  describeNearFormat,
  readDelimited,
  RECORD_FORMATS,
  recogniseBytes,
  recogniseContent,
  recogniseOtherTable,
  type Dialect,
  type ReadingOptions,
  type RecordFault,
  type RecordFormat,
} from '../record/index.ts';
import { readBytes } from './readBytes.ts';
import { readEncodingMark } from './readEncodingMark.ts';
import type { InputLimits, RecordInput } from './recordInput.ts';

export type FormatChoice =
  | { readonly kind: 'format'; readonly format: RecordFormat; readonly dialect: Dialect }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const START_BYTES = 64 * 1024;
/** The format of tables that a mapping file describes. */
const MAPPED = 'table';
const LONGEST_FIELD = 100_000;

/**
 * Which format a table is of, by its first row, and how its fields are told apart. Where a format is named (`asked`)
 * only its dialects are looked at. No row but the first says anything here, and no or several answers are a fault.
 */
export async function recogniseFormat(
  input: RecordInput,
  asked: string | null,
  { map }: ReadingOptions,
  limits: InputLimits,
): Promise<FormatChoice> {
  const named = RECORD_FORMATS.filter(({ name }) => (asked ?? (map ? MAPPED : null) ?? name) === name);
  const fail = (message: string, hint: string | null): FormatChoice => ({
    kind: 'fault',
    fault: { file: input.name, line: null, message, hint },
  });
  if (named.length === 0) return fail(`No format is called ${asked}.`, `Formats: ${listFormats()}.`);
  const start = await readStart(input, limits);
  if (start.kind === 'fault') return start;
  const { text, marked } = start;
  const known = (marked ? null : recogniseBytes(start.bytes)) ?? recogniseContent(text);
  if (known) return fail(known.message, known.hint);
  if (text.trim() === '')
    return fail('The file is empty.', 'Export it again and look at it in a text editor.');
  const [mapped] = named;
  if (map && mapped?.name === MAPPED) {
    const quote = map.quoted ? '"' : null;
    return {
      kind: 'format',
      format: mapped,
      dialect: { delimiter: map.delimiter, quote, longestField: LONGEST_FIELD },
    };
  }
  const found = named.flatMap((format) => {
    const dialect = format.dialects.find((one) => {
      const first = readFirstRow(text, one);
      return first !== null && format.recognises(first);
    });
    return dialect ? [{ kind: 'format' as const, format, dialect }] : [];
  });
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1) {
    const names = found.map(({ format }) => format.name);
    return fail(`The header fits several formats: ${names.join(', ')}.`, 'Say which one: --format NAME.');
  }
  const other = recogniseOtherTable(text, input.name);
  if (other) return fail(other.message, other.hint);
  const [ordinary] = named;
  const near = asked === null ? describeNear(text) : null;
  if (near) return fail(near.message, near.hint);
  // A format that was named explains best what the table lacks.
  const [dialect] = ordinary?.dialects ?? [];
  if (asked !== null && ordinary && dialect) return { kind: 'format', format: ordinary, dialect };
  return fail(
    `The first row does not tell which format this is: ${describeRow(text)}.`,
    `Formats: ${listFormats()}; say --format NAME. The open form (tacit-csv) has the columns id, date_start, date_end, precision, initiator, target, action; for any other table, tacit import --draft-map FILE drafts a map of its columns.`,
  );
}

type Start =
  | { readonly kind: 'start'; readonly bytes: Buffer; readonly text: string; readonly marked: boolean }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

async function readStart(input: RecordInput, limits: InputLimits): Promise<Start> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of readBytes(input, limits)) {
    if (piece.kind === 'fault') return piece;
    if (piece.kind === 'end') break;
    pieces.push(piece.bytes);
    length += piece.bytes.length;
    if (length >= START_BYTES) break;
  }
  const bytes = Buffer.concat(pieces).subarray(0, START_BYTES);
  const mark = readEncodingMark(bytes);
  // Only the names of columns are looked at here, so that a letter in an older encoding further on does not matter.
  const text = new TextDecoder(mark ?? 'utf-8').decode(bytes);
  return { kind: 'start', bytes, text, marked: mark !== null };
}

function readFirstRow(text: string, dialect: Dialect): readonly string[] | null {
  const tokens = readDelimited(dialect);
  const [first] = [...tokens.push(text), ...tokens.end()];
  return first?.kind === 'row' ? first.fields : null;
}

/** The first way to tell fields apart by which the columns are nearly those of a format. */
function describeNear(text: string): ReturnType<typeof describeNearFormat> {
  for (const dialect of RECORD_FORMATS.flatMap(({ dialects }) => dialects)) {
    const near = describeNearFormat(readFirstRow(text, dialect) ?? []);
    if (near) return near;
  }
  return null;
}

function listFormats(): string {
  return [...RECORD_FORMATS.map(({ name }) => name), 'counts'].join(', ');
}

function describeRow(text: string): string {
  const line = text.trimStart().split(/\r?\n/, 1)[0] ?? '';
  return JSON.stringify(line.length > 120 ? `${line.slice(0, 120)}…` : line);
}
