/** What can happen to a file between its maker and its reader. Each damage says what it did, so that it can be counted. */
import { gzipSync } from 'node:zlib';
import { createPositionCheck } from '../../src/record/checkPosition.ts';
import { writeTable, type Form } from './table.ts';

/** Where a form keeps what the damages aim at; a form without such a column is spared that damage. */
export interface Aims {
  readonly id: number;
  readonly date: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly deaths?: number;
  /** The country a row names, also at the end of a longer name. */
  readonly country?: number;
}

export interface Clean {
  readonly rows: readonly (readonly string[])[];
  readonly form: Form;
  readonly aims: Aims;
}

export type Damage = (clean: Clean) => Uint8Array | null;

const EVERY = 7;
/** What one damage adds to a cell, inside quotes: rightly read it stays there. */
export const ADDED_LINE = '\nmore';
const utf8 = (text: string) => Buffer.from(text, 'utf8');

/** Changes one cell of every seventh row. */
const cells =
  (aim: keyof Aims, change: (cell: string, row: readonly string[], aims: Aims) => string): Damage =>
  ({ rows, form, aims }) => {
    const place = aims[aim];
    if (place === undefined) return null;
    return utf8(
      writeTable(
        rows.map((row, index) =>
          isHit(index, form) ? row.map((cell, at) => (at === place ? change(cell, row, aims) : cell)) : row,
        ),
        form,
      ),
    );
  };

const isHit = (index: number, form: Form) => index >= (form.header ? 1 : 0) && index % EVERY === 3;

const text =
  (change: (text: string, clean: Clean) => string): Damage =>
  (clean) =>
    utf8(change(writeTable(clean.rows, clean.form), clean));

const lines = (change: (lines: string[], clean: Clean) => string[]): Damage =>
  text((whole, clean) => `${change(whole.trimEnd().split('\n'), clean).join('\n')}\n`);

/** The year, month and day of an ISO date, of eight digits, or null. */
function partsOf(date: string): [string, string, string] | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(date);
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? ''] : null;
}
const asDate = (write: (year: string, month: string, day: string) => string) =>
  cells('date', (cell) => {
    const parts = partsOf(cell);
    return parts ? write(...parts) : `${cell}?`;
  });

/** A swap that stays inside the country the row names cannot be told from a right position: such rows are left. */
const staysInside = createPositionCheck();
const canBeSeen = (row: readonly string[], { country, latitude = 0, longitude = 0 }: Aims) =>
  country === undefined ||
  staysInside(
    (row[country] ?? '').split(', ').at(-1) ?? '',
    Number(row[longitude]),
    Number(row[latitude]),
  ) !== null;

const swapPositions =
  (hit: (index: number, form: Form) => boolean): Damage =>
  ({ rows, form, aims }) => {
    const { latitude, longitude } = aims;
    if (latitude === undefined || longitude === undefined) return null;
    const swapped = (row: readonly string[]) =>
      row.map(
        (cell, at) =>
          row[
            new Map([
              [latitude, longitude],
              [longitude, latitude],
            ]).get(at) ?? at
          ] ?? cell,
      );
    return utf8(
      writeTable(
        rows.map((row, index) => (hit(index, form) && canBeSeen(row, aims) ? swapped(row) : row)),
        form,
      ),
    );
  };

export const DAMAGES: Readonly<Record<string, Damage>> = {
  unharmed: text((whole) => whole),
  'byte-order mark': text((whole) => `\ufeff${whole}`),
  'line ends of Windows': text((whole) => whole.replaceAll('\n', '\r\n')),
  'line ends of old Macs': text((whole) => whole.replaceAll('\n', '\r')),
  'UTF-16, little end first': (clean) =>
    Buffer.from(`\ufeff${writeTable(clean.rows, clean.form)}`, 'utf16le'),
  'UTF-16, big end first': (clean) =>
    Buffer.from(`\ufeff${writeTable(clean.rows, clean.form)}`, 'utf16le').swap16(),
  'UTF-16 without a mark': (clean) => Buffer.from(writeTable(clean.rows, clean.form), 'utf16le'),
  'Latin-1 with accents': (clean) =>
    Buffer.from(
      writeTable(
        clean.rows.map((row, index) =>
          isHit(index, clean.form) ? row.map((cell) => cell.replace('a', 'é')) : row,
        ),
        clean.form,
      ),
      'latin1',
    ),
  'bytes that are no UTF-8 in one row': (clean) => {
    const bytes = utf8(writeTable(clean.rows, clean.form));
    const middle = bytes.indexOf(10, bytes.length >> 1) + 3;
    bytes[middle] = 0xff;
    return bytes;
  },
  gzip: (clean) => gzipSync(writeTable(clean.rows, clean.form)),
  'gzip cut short': (clean) => {
    const packed = gzipSync(writeTable(clean.rows, clean.form));
    return packed.subarray(0, packed.length >> 1);
  },
  'gzip bomb': () => gzipSync(Buffer.alloc(400_000_000, 120)),
  'cut in the middle': (clean) => {
    const bytes = utf8(writeTable(clean.rows, clean.form));
    return bytes.subarray(0, (bytes.length >> 1) + 5);
  },
  'last line end missing': text((whole) => whole.trimEnd()),
  'empty file': () => new Uint8Array(0),
  'header only': ({ rows, form }) => (form.header ? utf8(writeTable(rows.slice(0, 1), form)) : null),
  'header missing': ({ rows, form }) => (form.header ? utf8(writeTable(rows.slice(1), form)) : null),
  'header twice': lines((all, { form }) => (form.header ? [all[0] ?? '', ...all] : all)),
  'header in the middle': lines((all, { form }) =>
    form.header ? [...all.slice(0, all.length >> 1), all[0] ?? '', ...all.slice(all.length >> 1)] : all,
  ),
  'the file twice': text((whole) => whole + whole),
  'empty lines': text((whole) => whole.replaceAll('\n', '\n\n')),
  'a login page': () =>
    utf8('<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>…</body></html>\n'),
  'a login page after the rows': text((whole) => `${whole}<html><body>Session expired</body></html>\n`),
  'another separator': ({ rows, form }) =>
    utf8(writeTable(rows, { ...form, quoted: true, delimiter: form.delimiter === '\t' ? ',' : '\t' })),
  semicolons: ({ rows, form }) => utf8(writeTable(rows, { ...form, quoted: true, delimiter: ';' })),
  'a field too many': lines((all, { form }) =>
    all.map((line, at) => (isHit(at, form) ? `${line}${form.delimiter}x` : line)),
  ),
  'a field too few': lines((all, { form }) =>
    all.map((line, at) => (isHit(at, form) ? line.slice(0, line.lastIndexOf(form.delimiter)) : line)),
  ),
  'a cell slipped in front': lines((all, { form }) =>
    all.map((line, at) => (isHit(at, form) ? `x${form.delimiter}${line}` : line)),
  ),
  'a quotation mark that never closes': lines((all, { form }) =>
    all.map((line, at) =>
      at === all.length >> 1 ? line.replace(form.delimiter, `${form.delimiter}"`) : line,
    ),
  ),
  'line ends inside quotes': ({ rows, form }) =>
    form.quoted
      ? utf8(
          writeTable(
            rows.map((row, at) => {
              const last = row.at(-1) ?? '';
              return isHit(at, form) && last.trim() !== '' ? [...row.slice(0, -1), last + ADDED_LINE] : row;
            }),
            form,
          ),
        )
      : null,
  'NUL bytes': cells('date', (cell) => `${cell}\0`),
  'a field of 100 MB': ({ rows, form }) =>
    Buffer.concat([utf8(writeTable(rows, form)), Buffer.alloc(100_000_000, 120), utf8('\n')]),
  'years of two digits': asDate((year, month, day) => `${year.slice(2)}-${month}-${day}`),
  'day/month/year': asDate((year, month, day) => `${day}/${month}/${year}`),
  'month/day/year': asDate((year, month, day) => `${month}/${day}/${year}`),
  'day and month swapped beyond 12': asDate((year, month, day) =>
    Number(day) > 12 ? `${year}-${day}-${month}` : `${year}-13-${day}`,
  ),
  'numbers of a spreadsheet': cells('date', () => '43213'),
  'day numbers with a fraction': cells('date', () => '43213.5'),
  'dates with a time': asDate((year, month, day) => `${year}-${month}-${day} 13:45:00`),
  'days that do not exist': asDate((year) => `${year}-02-30`),
  'months without a day': asDate((year, month) => `${year}-${month}`),
  'a range of dates': asDate((year, month, day) => `${year}-${month}-${day} to ${year}-${month}-${day}`),
  'no date': cells('date', () => ''),
  'a date of another century': asDate((_, month, day) => `0219-${month}-${day}`),
  'ids of other rows': ({ rows, form, aims }) => {
    const first = rows[form.header ? 1 : 0]?.[aims.id] ?? '';
    return cells('id', () => first)({ rows, form, aims });
  },
  'ids in scientific notation': cells('id', (cell) =>
    /^\d+$/.test(cell) ? Number(cell).toExponential(5) : '',
  ),
  'no id': cells('id', () => ''),
  'latitude and longitude swapped in some rows': swapPositions(isHit),
  'latitude and longitude swapped in all rows': swapPositions(
    (index, form) => index >= (form.header ? 1 : 0),
  ),
  'impossible latitudes': cells('latitude', () => '77359'),
  'decimal commas': cells('latitude', (cell) => `${cell.replace('.', ',')},5`),
  'degrees and minutes': cells('latitude', () => `34°27'N`),
  'half a position': cells('longitude', () => ''),
  'negative deaths': cells('deaths', () => '-3'),
  'a range of deaths': cells('deaths', () => '3-5'),
  'deaths with a separator': cells('deaths', () => '1,200'),
  'deaths in words': cells('deaths', () => 'several'),
};
