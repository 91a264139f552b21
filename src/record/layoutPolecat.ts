import type { DelimitedRow } from './readDelimited.ts';
import { readHeader } from './readHeader.ts';
import type { RecordFault } from './recordFault.ts';
import { unquote } from './unquote.ts';

const REQUIRED = ['event id', 'event date', 'event type', 'event mode', 'actor name', 'recipient name'];
const OPTIONAL = [
  ...['contexts', 'actor name raw', 'recipient name raw', 'source', 'feature type'],
  ...['placename', 'city', 'district', 'province', 'country', 'latitude', 'longitude'],
  // Known and taken for nothing.
  ...['intensity', 'event intensity', 'quad code', 'geonames id', 'raw placename', 'publication date'],
  ...['actor', 'recipient'].flatMap((side) => [`${side} country`, `${side} cow`, `${side} sectors`]),
  ...['actor', 'recipient'].flatMap((side) => [`primary ${side} sector`, `${side} title`]),
  ...['wikipedia actor id', 'wikipedia recipient id', 'language', 'version'],
  ...['story people', 'story organizations', 'story locations'],
];
/** Columns that the header of some files names though their rows do not have them. */
const NAMED_ONLY: ReadonlySet<string> = new Set(['headline', 'event text', 'feed', 'story id']);

export interface PolecatLayout {
  readonly kind: 'layout';
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly unusedColumns: readonly string[];
  /** Where each column stands in a row of this width. */
  placesIn(width: number): ReadonlyMap<string, number>;
  /** Where these columns stand in rows of any allowed width, with the places that must be empty. */
  uses(columns: readonly string[]): readonly number[];
  /** Why a row of an allowed width is still at fault, or null. */
  checkWidth(fields: readonly string[]): string | null;
}

/**
 * Reads the header of a POLECAT file. Two slips of published files are known and read as what they are: a header that
 * names Headline, Event Text, Feed and Story ID above rows without them, and empty columns at the end of every line.
 */
export function layoutPolecat(
  first: DelimitedRow,
  record: string,
): PolecatLayout | { readonly kind: 'fault'; readonly fault: RecordFault } {
  const written = first.fields.map(unquote);
  let end = written.length;
  while (written[end - 1] === '') end -= 1;
  const named = written.slice(0, end);
  const header = readHeader({ ...first, fields: named }, record, {
    form: 'POLECAT',
    delimiter: '\t',
    required: REQUIRED,
    optional: OPTIONAL,
  });
  if (header.kind === 'fault') return header;
  const kept = named.filter((name) => !NAMED_ONLY.has(name.toLowerCase()));
  const shorter = new Map(kept.map((name, index) => [name.toLowerCase(), index]));
  const short = kept.length < named.length ? [kept.length] : [];
  const empty = Array.from({ length: written.length - named.length }, (_, index) => named.length + 1 + index);
  return {
    kind: 'layout',
    columns: named,
    widths: [named.length, ...empty, ...short],
    unusedColumns: header.unusedColumns,
    placesIn: (width) => (width === kept.length ? shorter : header.places),
    uses: (columns) => [
      ...new Set([
        ...columns.flatMap((name) => [header.places.get(name) ?? [], shorter.get(name) ?? []].flat()),
        ...empty.map((width) => width - 1),
      ]),
    ],
    checkWidth: (fields) =>
      fields.slice(named.length).some((field) => field.trim() !== '')
        ? `something stands after the last named column ${named.at(-1) ?? ''}`
        : null,
  };
}
