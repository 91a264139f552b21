import { formatDay } from '../calendar/index.ts';
import type { DuplicatePair, Event, ProposedGap, RecordContents } from '../record/index.ts';
import type {
  DuplicateDescription,
  DuplicateRow,
  GapDescription,
  RecordDescription,
} from './recordDescription.ts';

/** What lies in a record of events, in words and written days. */
export function describeRecord(contents: RecordContents): RecordDescription {
  const { record, files, acts, gaps, duplicates, first, last, ...rest } = contents;
  const [only, second] = files;
  const formats = [...new Set(files.map(({ format }) => format))];
  return {
    ...rest,
    file: record,
    hash: only && !second ? only.hash : `${files.length} files`,
    format: formats.join(', '),
    files: files.map(({ file, hash, rows, setAside }) => ({ file, hash, rows, setAside })),
    first: first === null ? null : formatDay(first),
    last: last === null ? null : formatDay(last),
    mappedActs: acts.flatMap(({ code, actClass, events }) =>
      actClass === null ? [] : [{ name: code, actClass, events }],
    ),
    unmappedActs: acts.flatMap(({ code, actClass, events }) =>
      actClass === null ? [{ name: code, events }] : [],
    ),
    gaps: gaps.map(describeGap),
    duplicates: { ...duplicates, pairs: duplicates.pairs.map(describePair) },
    columns: [],
  };
}

/** A proposed gap with its days written out. */
export function describeGap({ first, last, expected }: ProposedGap): GapDescription {
  return { first: formatDay(first), last: formatDay(last), days: last - first + 1, expected };
}

function describePair({ earlier, later, metres }: DuplicatePair): DuplicateDescription {
  return { earlier: describeRow(earlier), later: describeRow(later), metres };
}

function describeRow(event: Event): DuplicateRow {
  const { id, record, line, first, last, initiators, targets, directed, code, placeNames } = event;
  const name = (names: readonly string[]) => names.join(' or ') || 'nobody named';
  return {
    id,
    record,
    line,
    days: first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`,
    sides: `${name(initiators)} ${directed ? 'on' : 'and'} ${name(targets)}`,
    act: code,
    place: placeNames[0] ?? 'place not told',
  };
}
