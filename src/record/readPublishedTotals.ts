import { dayFromCivil, type Day } from '../calendar/index.ts';
import type { SetAsideRow } from './event.ts';
import type { PublishedTotal } from './eventStore.ts';
import { readDelimited, type DelimitedRow } from './readDelimited.ts';
import { readHeader } from './readHeader.ts';
import { readIsoDay } from './readIsoDay.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { recogniseContent } from './recogniseContent.ts';
import type { RecordFault } from './recordFault.ts';

export type PublishedTotalsReading =
  | {
      readonly kind: 'totals';
      readonly totals: readonly PublishedTotal[];
      readonly setAside: readonly SetAsideRow[];
    }
  | { readonly kind: 'fault'; readonly fault: RecordFault };

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

/**
 * Reads published running totals: `date, source, scope, total` and, where known, `since`, `url`, `note`. The first day
 * counted is the `since` cell, else what the scope says in words ("since 2023-10-17", "since October 2019",
 * "September 2020 only"); a month means its first day. Further columns are left alone.
 */
export function readPublishedTotals(text: string, file: string): PublishedTotalsReading {
  const fail = (fault: Omit<RecordFault, 'file'>): PublishedTotalsReading => ({
    kind: 'fault',
    fault: { file, ...fault },
  });
  const known = recogniseContent(text);
  if (known) return fail({ line: null, ...known });
  const tokens = readDelimited({ delimiter: ',', quote: '"', longestField: 10_000 });
  const [first, ...others] = [...tokens.push(text.replace(/^\ufeff/, '')), ...tokens.end()];
  if (!first) return fail({ line: null, message: 'The file is empty.', hint: null });
  if (first.kind === 'broken') {
    return fail({
      line: first.line,
      message: `The line of names cannot be read: ${first.reason}.`,
      hint: null,
    });
  }
  const header = readHeader(first, file, {
    form: 'a table of published totals',
    delimiter: ',',
    required: ['date', 'source', 'scope', 'total'],
    optional: ['since', 'url', 'note'],
  });
  if (header.kind === 'fault') return header;
  const totals: PublishedTotal[] = [];
  const setAside: SetAsideRow[] = [];
  for (const row of others) {
    const reading = readRow(row, header.places, header.names.length);
    if ('reason' in reading) setAside.push({ record: file, line: row.line, raw: row.raw, ...reading });
    else totals.push(reading);
  }
  return { kind: 'totals', totals, setAside };
}

type Fault = Pick<SetAsideRow, 'column' | 'reason'>;

function readRow(
  row: DelimitedRow | { readonly kind: 'broken'; readonly reason: string },
  places: ReadonlyMap<string, number>,
  width: number,
): PublishedTotal | Fault {
  if (row.kind === 'broken') return { column: null, reason: row.reason };
  if (row.fields.length !== width) {
    return { column: null, reason: `${row.fields.length} fields, but the header names ${width}` };
  }
  const cell = (name: string) => {
    const place = places.get(name);
    return place === undefined ? '' : (row.fields[place] ?? '').trim();
  };
  const day = readIsoDay(cell('date'));
  if (day.kind === 'fault') return { column: 'date', reason: day.reason };
  const total = readWholeNumber(cell('total'));
  if (total.kind === 'fault') return { column: 'total', reason: total.reason };
  if (total.value === null) return { column: 'total', reason: 'no total is given' };
  const since = cell('since') === '' ? null : readIsoDay(cell('since'));
  if (since?.kind === 'fault') return { column: 'since', reason: since.reason };
  const scope = cell('scope');
  const from = since?.day ?? readSince(scope);
  if (from !== null && from > day.day)
    return { column: 'scope', reason: 'the period begins after the date of the total' };
  return {
    day: day.day,
    source: cell('source'),
    scope,
    since: from,
    total: total.value,
    address: cell('url') || null,
    note: cell('note') || null,
  };
}

/** The first day a scope speaks of, or null where it names none. */
function readSince(scope: string): Day | null {
  const words = scope
    .toLowerCase()
    .split(/[\s,;()]+/)
    .filter((word) => word !== '');
  const since = words.indexOf('since');
  const after = since < 0 ? words : words.slice(since + 1);
  if (since >= 0) {
    const exact = readIsoDay(after[0] ?? '');
    if (exact.kind === 'day') return exact.day;
  } else if (words.at(-1) !== 'only') return null;
  const month = MONTHS.indexOf(after[0] ?? '');
  const year = /^(?:18|19|20|21)\d{2}$/.test(after[1] ?? '') ? Number(after[1]) : null;
  return month >= 0 && year !== null ? dayFromCivil(year, month + 1, 1) : null;
}
