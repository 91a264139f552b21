import { RECORD_ACT_CLASSES } from './classifyTacitCsvAct.ts';
import { PRECISION_WORDS } from './readPrecision.ts';
import type { RecordFault } from './recordFault.ts';
import { suggestName } from './suggestName.ts';
import { FIXED_FIELDS, TABLE_DELIMITERS, TABLE_FIELDS, type TableMap } from './tableMap.ts';

type MapReading =
  { readonly kind: 'map'; readonly map: TableMap } | { readonly kind: 'fault'; readonly fault: RecordFault };
type Table = Readonly<Record<string, unknown>>;
/** What is wrong, and what to do. */
type Complaint = readonly [message: string, hint: string | null];

const KEYS = [
  ...['confirmed', 'delimiter', 'quoted', 'encoding', 'dates', 'directed', 'unknown', 'name_separator'],
  ...['columns', 'fixed', 'acts'],
];
const ENCODINGS = ['utf-8', 'windows-1252'];
const ORDERS = ['dmy', 'mdy', 'ymd'];
/** Precisions that one date can have. */
const OF_ONE_DATE = ['day', 'approx'];

/**
 * Checks what a mapping file says and makes the mapping of it. Nothing is filled in: a word that is not known, a column
 * that is given twice and a question left open are each a fault, and so is a file that nobody confirmed.
 */
export function checkTableMap(value: Table, file: string): MapReading {
  const complaint = findComplaint(value);
  if (complaint) {
    const [message, hint] = complaint;
    return { kind: 'fault', fault: { file, line: null, message, hint } };
  }
  const map = {
    delimiter: value['delimiter'],
    quoted: value['quoted'],
    encoding: value['encoding'] ?? 'utf-8',
    dates: value['dates'] ?? null,
    directed: value['directed'],
    columns: value['columns'],
    fixed: value['fixed'] ?? {},
    acts: value['acts'] ?? {},
    unknown: value['unknown'] ?? [],
    nameSeparator: value['name_separator'] ?? null,
  };
  return { kind: 'map', map: map as TableMap };
}

function findComplaint(value: Table): Complaint | null {
  const stranger = Object.keys(value).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) {
    return [`The map has no key ${stranger}${suggestName(stranger, KEYS)}.`, `Keys: ${KEYS.join(', ')}.`];
  }
  if (value['confirmed'] !== true) {
    return [
      'Nobody has confirmed this map.',
      'Look at every line of it, answer what is commented out, then write confirmed = true on top.',
    ];
  }
  return findWrongForm(value) ?? findWrongFields(value) ?? findWrongActs(value['acts']);
}

function findWrongForm(value: Table): Complaint | null {
  const oneOf = (key: string, words: readonly unknown[], needed: boolean): Complaint | null => {
    const found = value[key];
    if (found === undefined && !needed) return null;
    if (words.includes(found)) return null;
    const shown = found === undefined ? 'missing' : JSON.stringify(found);
    return [`${key} is ${shown}.`, `It is one of ${words.map((word) => JSON.stringify(word)).join(', ')}.`];
  };
  const wrong =
    oneOf('delimiter', TABLE_DELIMITERS, true) ??
    oneOf('quoted', [true, false], true) ??
    oneOf('encoding', ENCODINGS, false) ??
    oneOf('dates', ORDERS, false);
  if (wrong) return wrong;
  if (typeof value['directed'] !== 'boolean') {
    return [
      'The map does not say whether initiator and target mean who acted on whom.',
      'Write directed = true if they do, directed = false if the columns only name two sides.',
    ];
  }
  const { unknown, name_separator: separator } = value;
  if (unknown !== undefined && !(Array.isArray(unknown) && unknown.every(isText))) {
    return ['unknown is not a list of texts.', 'Write it as unknown = ["NA", "-99"].'];
  }
  if (separator !== undefined && (!isText(separator) || separator === '')) {
    return ['name_separator is not a text.', 'Write it as name_separator = ";" or leave it out.'];
  }
  return null;
}

function findWrongFields({ columns, fixed = {} }: Table): Complaint | null {
  if (!isTable(columns))
    return ['The map has no section [columns].', 'Say which column holds what: date = "Date"'];
  if (!isTable(fixed)) return ['fixed is not a section.', 'Write [fixed] and under it act = "rocket".'];
  for (const [section, table, fields] of [
    ['columns', columns, TABLE_FIELDS],
    ['fixed', fixed, FIXED_FIELDS],
  ] as const) {
    for (const [field, text] of Object.entries(table)) {
      if (!(fields as readonly string[]).includes(field)) {
        const message = `[${section}] has no field ${field}${suggestName(field, fields)}.`;
        return [message, `Fields: ${fields.join(', ')}.`];
      }
      if (!isText(text) || text.trim() === '')
        return [`${field} in [${section}] is not a text.`, `Write ${field} = "…".`];
    }
  }
  const twice = Object.keys(fixed).find((field) => field in columns);
  if (twice !== undefined) {
    return [`${twice} stands in [columns] and in [fixed].`, 'Say it once: per row or for the whole file.'];
  }
  return findMissingFields(columns, fixed);
}

function findMissingFields(columns: Table, fixed: Table): Complaint | null {
  const has = (field: string) => field in columns || field in fixed;
  const parts = ['year', 'month', 'day'].filter(has);
  if (has('date') && parts.length > 0)
    return [`The date comes from date and from ${parts.join(', ')}.`, 'Leave one of them out.'];
  if (!has('date') && parts.length < 3) {
    return [
      'No column holds the date.',
      'Under [columns], write date = "…", or year, month and day, all three.',
    ];
  }
  if (!has('act'))
    return [
      'Nothing says what was done.',
      'Under [columns], write act = "…", or under [fixed] if it is one act.',
    ];
  if (!has('initiator') && !has('target')) {
    return [
      'Nothing says who acted or on whom.',
      'Write initiator = "…" or target = "…" under [columns] or [fixed].',
    ];
  }
  if (has('latitude') !== has('longitude'))
    return ['A position needs both latitude and longitude.', 'Name both columns or none.'];
  const { precision } = fixed;
  if (isText(precision) && !PRECISION_WORDS.includes(precision)) {
    return [
      `${precision} is no precision${suggestName(precision, PRECISION_WORDS)}.`,
      `It is one of ${PRECISION_WORDS.join(', ')}.`,
    ];
  }
  if (has('date_end') && !has('precision')) {
    return [
      'Nothing says what the days from the date to date_end mean.',
      'Under [fixed], write precision = "approx" if the event happened on one of them, "spell" if it lasted throughout.',
    ];
  }
  if (isText(precision) && !OF_ONE_DATE.includes(precision) && !has('date_end')) {
    return [
      `The precision ${precision} needs the last possible day of each event.`,
      'Name the column of date_end.',
    ];
  }
  return null;
}

function findWrongActs(acts: unknown): Complaint | null {
  if (acts === undefined) return null;
  if (!isTable(acts)) return ['acts is not a section.', 'Write [acts] and under it "code" = "class".'];
  for (const [code, actClass] of Object.entries(acts)) {
    if (isText(actClass) && RECORD_ACT_CLASSES.includes(actClass)) continue;
    const near = isText(actClass) ? suggestName(actClass, RECORD_ACT_CLASSES) : '';
    const message = `"${code}" is mapped to ${JSON.stringify(actClass)}, which is no class of acts${near}.`;
    return [message, `Classes: ${RECORD_ACT_CLASSES.join(', ')}.`];
  }
  return null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
