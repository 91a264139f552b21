import { readDelimited } from './readDelimited.ts';
import { readIsoDay } from './readIsoDay.ts';

const TOTALS = ['date', 'source', 'scope', 'total'];
const TACIT_CSV = ['id', 'date_start', 'precision', 'initiator', 'target', 'action'];
const STEPS = new Map([
  ['week', 'week'],
  ['date', 'day'],
  ['day', 'day'],
  ['date_start', 'day'],
]);
/** Other ways of dividing fields, as people call them. */
const SEPARATORS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;

/**
 * What a table is that is no record of events: published totals, a table of counts, or Tacit's own columns divided by
 * something else. Its first two lines tell; null where they tell nothing.
 */
export function recogniseOtherTable(
  start: string,
  file: string,
): { readonly message: string; readonly hint: string } | null {
  const [names = [], cells = []] = readRows(start, ',');
  const header = names.map((name) => name.toLowerCase());
  if (TOTALS.every((name) => header.includes(name))) {
    return {
      message: 'This is a table of published totals, not a record of events.',
      hint: `Nothing has to be imported: write \`totals "${file}"\` under the record whose events it counts.`,
    };
  }
  const step = header.length > 1 ? STEPS.get(header[0] ?? '') : undefined;
  const numbers = cells.slice(1);
  if (step && readIsoDay(cells[0] ?? '').kind !== 'fault' && numbers.every((cell) => /^\d*$/.test(cell))) {
    return {
      message: 'This looks like a table of counts: a date, then a number in every column.',
      hint: `Nothing has to be imported: write \`record "${file}" as counts per ${step}\` in the theatre and name its columns: \`column ${names[1] ?? 'NAME'} is A strikes B\`.`,
    };
  }
  for (const [separator, word] of SEPARATORS) {
    const [others = []] = readRows(start, separator);
    const lower = others.map((name) => name.toLowerCase());
    if (TACIT_CSV.every((name) => lower.includes(name))) {
      return {
        message: `These are the columns of tacit-csv, but divided by ${word}.`,
        hint: 'Tacit CSV is divided by commas: save the table as CSV with commas, with quotes around cells that hold one.',
      };
    }
  }
  return null;
}

function readRows(start: string, delimiter: string): string[][] {
  const lines = start.replace(/^\ufeff/, '').split(/\r?\n/, 2);
  const tokens = readDelimited({ delimiter, quote: '"', longestField: 10_000 });
  return [...tokens.push(`${lines.join('\n')}\n`), ...tokens.end()].flatMap((row) =>
    row.kind === 'row' ? [row.fields.map((field) => field.trim())] : [],
  );
}
