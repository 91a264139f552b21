import { guessTableFields } from './guessTableFields.ts';
import { proposeActs } from './proposeActs.ts';
import { describeDates } from './describeDates.ts';
import type { TableSample } from './sampleTable.ts';
import { describeCells } from './describeCells.ts';
import { RECORD_FORMATS } from './recordFormats.ts';
import { FIXED_FIELDS, TABLE_FIELDS, type TableField } from './tableMap.ts';
import type { Encoding } from './writtenForm.ts';
import { comment, quote } from './writeToml.ts';

/** Words with which tables mark what is not known; proposed where they occur. */
const MARKS = [
  'NA',
  'N/A',
  'n/a',
  'NULL',
  'null',
  'None',
  'nan',
  'NaN',
  '-99',
  '-999',
  '-9999',
  '?',
  '-',
  '--',
];
const SEPARATORS = [';', '|', '/', ','];

/**
 * Drafts the mapping of a table from its header and its first rows, as TOML with the reason for every line. What the
 * header does not say surely is commented out, and nothing is read by it until a person has confirmed it.
 */
export function draftTableMap(file: string, sample: TableSample, encoding: Encoding): string {
  const columns = chooseColumns(sample);
  const place = (field: TableField) => {
    const column = columns.get(field);
    return column === undefined ? -1 : sample.header.indexOf(column);
  };
  const cellsOf = (field: TableField) => {
    const at = place(field);
    return at < 0 ? [] : sample.rows.map((row) => row[at] ?? '');
  };
  const unknown = MARKS.flatMap((mark) => {
    const cells = sample.rows.flat().filter((cell) => cell === mark).length;
    return cells > 0 ? [{ mark, cells }] : [];
  });
  const isKnown = (cell: string) => cell !== '' && !unknown.some(({ mark }) => mark === cell);
  const dates = describeDates([...cellsOf('date'), ...cellsOf('date_end')].filter(isKnown));
  const lines = [
    comment(
      `How Tacit reads ${file}. Drafted from its header and ${sample.rows.length} rows; nothing is read by it yet.`,
    ),
    comment('Look at every line, answer what is commented out, then write confirmed = true.'),
    ...(sample.others > 0
      ? [
          comment(
            `${sample.others} other rows do not have as many fields as the header; they would be set aside.`,
          ),
        ]
      : []),
    ...describeHeader(sample.header),
    'confirmed = false',
    '',
    comment(sample.delimiterEvidence),
    `${sample.delimiterCertain ? '' : '# '}delimiter = ${quote(sample.delimiter)}`,
    comment(sample.quotedEvidence),
    `quoted = ${sample.quoted}`,
    `encoding = ${quote(encoding)}`,
    '',
    comment(dates.evidence),
    ...(dates.order === null ? [] : [`${dates.certain ? '' : '# '}dates = ${quote(dates.order)}`]),
    '',
    comment(
      'Do initiator and target say who acted on whom (true), or are they two sides (false)? Must be answered.',
    ),
    '# directed = true',
    '',
    comment(
      unknown.length === 0
        ? 'What the file writes where a value is not known; nothing of the kind was seen.'
        : `What the file writes where a value is not known: ${unknown.map(({ mark, cells }) => `${mark} in ${cells} cells`).join(', ')}.`,
    ),
    `${unknown.length === 0 ? '# ' : ''}unknown = [${(unknown.length === 0 ? ['NA'] : unknown.map(({ mark }) => mark)).map(quote).join(', ')}]`,
    ...describeSeparators([...cellsOf('initiator'), ...cellsOf('target')]),
    '',
    '[columns]',
    ...TABLE_FIELDS.flatMap((field) => describeField(field, columns, sample, isKnown)),
    ...describeUnused(columns, sample.header),
    '',
    comment(`What is the same for every row: ${FIXED_FIELDS.join(', ')}.`),
    '# [fixed]',
    ...(columns.has('act') ? [] : [comment('act = "…"   (the header shows no column of acts)')]),
    ...(columns.has('date_end') && !columns.has('precision')
      ? [comment('precision = "approx"   (it happened on one of the days; "spell" if it lasted throughout)')]
      : []),
    '',
    ...proposeActs(cellsOf('act').filter(isKnown)),
  ];
  return `${lines.join('\n')}\n`;
}

/** What speaks against mapping this table at all. */
function describeHeader(header: readonly string[]): string[] {
  const known = RECORD_FORMATS.filter(({ recognises }) => recognises(header)).map(({ name }) => name);
  const values = header.filter(
    (name) => /^[-+]?\d+(?:[.,]\d+)?$/.test(name) || /^\d{1,4}[-/.]\d{1,2}[-/.]\d/.test(name),
  );
  return [
    ...known.map((name) =>
      comment(`This is the header of the format ${name}, which needs no map: --format ${name}.`),
    ),
    ...(values.length === 0
      ? []
      : [
          comment(
            `The first line holds ${values[0] ?? ''}: it looks like a row. A table needs a line of names on top.`,
          ),
        ]),
  ];
}

/** The likeliest column of each field; a column serves one field only. */
function chooseColumns({ header }: TableSample): ReadonlyMap<TableField, string> {
  const chosen = new Map<TableField, string>();
  const taken = new Set<string>();
  const guessed = new Map(guessTableFields(header));
  const found = (field: TableField) => (guessed.get(field) ?? []).length > 0;
  // A column of dates says it all; without one the date comes from three columns, or a column of days holds it.
  const inParts = !found('date') && found('year') && found('month') && found('day');
  if (!found('date') && !inParts) guessed.set('date', guessed.get('day') ?? []);
  if (!inParts) for (const part of ['year', 'month', 'day'] as const) guessed.delete(part);
  for (const [field, candidates] of guessed) {
    const column = candidates.find((name) => !taken.has(name));
    if (column === undefined) continue;
    chosen.set(field, column);
    taken.add(column);
  }
  return chosen;
}

function describeField(
  field: TableField,
  columns: ReadonlyMap<TableField, string>,
  { header, rows }: TableSample,
  isKnown: (cell: string) => boolean,
): string[] {
  const column = columns.get(field);
  if (column === undefined) {
    return field === 'id'
      ? [comment('No column of ids was seen: events are then called "line 2", "line 3", …')]
      : [];
  }
  const place = header.indexOf(column);
  const cells = rows.map((row) => row[place] ?? '').filter(isKnown);
  const { fits, evidence } = describeCells(field, cells, rows.length);
  const also = (guessTableFields(header).get(field) ?? []).filter(
    (name) => name !== column && ![...columns.values()].includes(name),
  );
  const others = also.length === 0 ? '' : `; could also be ${also.join(' or ')}`;
  return [`${fits ? '' : '# '}${field} = ${quote(column)}  ${comment(`${evidence}${others}`)}`];
}

function describeUnused(columns: ReadonlyMap<TableField, string>, header: readonly string[]): string[] {
  const used = new Set(columns.values());
  const unused = header.filter((name) => !used.has(name)).map((name) => name || '(no name)');
  return unused.length === 0 ? [] : [comment(`Not used: ${unused.join(', ')}`)];
}

function describeSeparators(cells: readonly string[]): string[] {
  for (const separator of SEPARATORS) {
    const found = cells.filter((cell) => cell.includes(separator));
    if (found.length === 0) continue;
    const example = (found[0] ?? '').slice(0, 60);
    return [
      comment(
        `${found.length} cells of initiator and target hold "${separator}", as ${example}: several names in one cell?`,
      ),
      `# name_separator = ${quote(separator)}`,
    ];
  }
  return [];
}
