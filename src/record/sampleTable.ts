import { dialectOfTable } from './dialectOfTable.ts';
import { readDelimited, type BrokenRow, type DelimitedRow } from './readDelimited.ts';
import { TABLE_DELIMITERS, type TableDelimiter } from './tableMap.ts';

/** The beginning of a table, with what speaks for the way it was taken apart. */
export interface TableSample {
  readonly delimiter: TableDelimiter;
  /** False where the first line can be taken apart in several ways. */
  readonly delimiterCertain: boolean;
  readonly delimiterEvidence: string;
  readonly quoted: boolean;
  readonly quotedEvidence: string;
  readonly header: readonly string[];
  /** Rows that have as many fields as the header, without outer spaces. */
  readonly rows: readonly (readonly string[])[];
  /** Rows looked at that do not. */
  readonly others: number;
}

const WORDS: Readonly<Record<TableDelimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/**
 * Takes the beginning of a table apart, for a draft that a person checks. The delimiter is told by the first line, which
 * names the columns: certain where one mark alone divides it. Null where none does. `whole` is false where the text ends
 * in the middle of the file; its last row is then left out.
 */
export function sampleTable(text: string, whole: boolean): TableSample | null {
  const start = text.replace(/^\ufeff/, '');
  const divided = TABLE_DELIMITERS.map((delimiter) => {
    const rows = readRows(start, delimiter, true, whole);
    const first = rows[0];
    return { delimiter, names: first?.kind === 'row' ? first.fields.length : 0, rows };
  })
    .filter(({ names }) => names > 1)
    .sort((a, b) => b.names - a.names);
  const [best, ...others] = divided;
  if (!best) return null;
  const { delimiter } = best;
  const asText = readRows(start, delimiter, false, whole);
  const brokenByQuotes = best.rows.filter(({ kind }) => kind === 'broken').length;
  const marks = start.includes('"');
  const quoted = brokenByQuotes === 0;
  const [header, ...rows] = (quoted ? best.rows : asText).map((row) =>
    row.kind === 'row' ? row.fields.map((field) => field.trim()) : [],
  );
  const names = header ?? [];
  const fitting = rows.filter((row) => row.length === names.length);
  const also = others.map((one) => `${WORDS[one.delimiter]} (${one.names})`).join(', ');
  return {
    delimiter,
    delimiterCertain: others.length === 0,
    delimiterEvidence:
      others.length === 0
        ? `The first line has ${best.names} names between ${WORDS[delimiter]}, and no other mark divides it.`
        : `The first line can be divided by ${WORDS[delimiter]} (${best.names} names), but also by ${also}.`,
    quoted,
    quotedEvidence: describeQuotes(marks, brokenByQuotes),
    header: names,
    rows: fitting,
    others: rows.length - fitting.length,
  };
}

function readRows(
  text: string,
  delimiter: TableDelimiter,
  quoted: boolean,
  whole: boolean,
): (DelimitedRow | BrokenRow)[] {
  const reader = readDelimited(dialectOfTable({ delimiter, quoted }));
  const rows = reader.push(text);
  return whole ? [...rows, ...reader.end()] : rows;
}

function describeQuotes(marks: boolean, broken: number): string {
  if (!marks) return 'No quotation mark occurs in the rows looked at.';
  if (broken === 0) return 'Quotation marks stand around whole fields in the rows looked at.';
  return `In ${broken} of the rows looked at quotation marks stand inside fields: they seem to be letters like any other.`;
}
