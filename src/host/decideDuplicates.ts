import type { DuplicateReading } from '../evidence/index.ts';
import { didYouMean, type DuplicateDecision, type Theatre, type TheatreRecord } from '../language/index.ts';
import type { DatedRow, DecidedPair, EventKey, EventStore, ProposedPairs } from '../record/index.ts';
import type { Outcome } from './shell.ts';

export interface DecidedStore {
  /** Counts each incident as the theatre says. */
  readonly store: EventStore;
  /** The same decisions under the other setting of possible duplicates. */
  readonly duplicateReadings: readonly DuplicateReading[];
}

/** Ids offered to `didYouMean`. */
const SIMILAR_IDS = 8;

/**
 * Applies what the theatre says about possible duplicates (`duplicates once`, `duplicate … of …`, `distinct … and …`).
 * A decision about a row that is not there is told, since it would else silently do nothing.
 */
export async function decideDuplicates(
  theatre: Pick<Theatre, 'records'>,
  store: EventStore,
): Promise<Outcome<DecidedStore>> {
  const { joinDuplicates, leaveOut, liesInRecord } = await import('../record/index.ts');
  const records = theatre.records.filter(({ countsPer }) => countsPer === null);
  const decided = await findDecidedRows(records, store);
  if (!decided.ok) return decided;
  const proposed = await store.duplicates();
  const countsOnce = (name: string) =>
    records.some(({ file, duplicates }) => duplicates.value === 'once' && liesInRecord(name, file));
  const own = joinDuplicates(proposed.pairs, decided.value, countsOnce);
  const [contradiction] = own.contradictions;
  if (contradiction) return { ok: false, message: wordContradiction(contradiction) };
  if (proposed.count > proposed.pairs.length) {
    return records.some(({ duplicates }) => duplicates.value === 'once')
      ? { ok: false, message: wordTooMany(proposed) }
      : { ok: true, value: { store: leaveOut(store, own.leftOut), duplicateReadings: [] } };
  }
  const otherwise = (['apart', 'once'] as const)
    .filter((setting) => records.some(({ duplicates }) => duplicates.value !== setting))
    .map((setting) => ({
      name: `possible duplicates counted ${setting}`,
      without: joinDuplicates(proposed.pairs, decided.value, () => setting === 'once').leftOut,
    }))
    .filter(({ without }) => !sameRows(without, own.leftOut));
  return { ok: true, value: { store: leaveOut(store, own.leftOut), duplicateReadings: otherwise } };
}

function sameRows(a: readonly EventKey[], b: readonly EventKey[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ record, line }, at) => record === b[at]?.record && line === b[at]?.line)
  );
}

async function findDecidedRows(
  records: readonly TheatreRecord[],
  store: EventStore,
): Promise<Outcome<DecidedPair[]>> {
  const asked = records.flatMap(({ file, decisions }) => decisions.map((decision) => ({ file, decision })));
  if (asked.length === 0) return { ok: true, value: [] };
  const rows = await store.findIds([
    ...new Set(asked.flatMap(({ decision }) => [decision.id, decision.other])),
  ]);
  const found: DecidedPair[] = [];
  for (const { file, decision } of asked) {
    const row = await findRow(decision.id, file, decision, rows, store);
    if (!row.ok) return row;
    const other = await findRow(decision.other, decision.file, decision, rows, store);
    if (!other.ok) return other;
    found.push({ kind: decision.kind, row: row.value, other: other.value });
  }
  return { ok: true, value: found };
}

async function findRow(
  id: string,
  file: string,
  decision: DuplicateDecision,
  rows: readonly DatedRow[],
  store: EventStore,
): Promise<Outcome<DatedRow>> {
  const { liesInRecord } = await import('../record/index.ts');
  const line = `\`${decision.kind} "${decision.id}" ${decision.kind === 'duplicate' ? 'of' : 'and'} "${decision.other}"\``;
  const [row, second] = rows.filter((one) => one.id === id && liesInRecord(one.record, file));
  if (row && second) {
    return {
      ok: false,
      message:
        `The id "${id}" stands in ${row.record} on line ${row.line} and in ${second.record} on line ${second.line}, ` +
        `so ${line} does not say which row is meant.`,
    };
  }
  if (row) return { ok: true, value: row };
  const elsewhere = rows.find((one) => one.id === id);
  const meant = didYouMean(id, await listSimilar(id, file, store));
  const hint = meant ? ` Did you mean "${meant.name}"?` : '';
  const other = elsewhere ? ` It stands in ${elsewhere.record}: add \`in "${elsewhere.record}"\`.` : hint;
  return {
    ok: false,
    message: `No row of ${file} that could be read has the id "${id}", of which ${line} speaks.${other}`,
  };
}

async function listSimilar(id: string, file: string, store: EventStore) {
  const { liesInRecord } = await import('../record/index.ts');
  const records = (await store.summaries()).filter(({ record }) => liesInRecord(record, file));
  const similar = await Promise.all(records.map(({ record }) => store.similarIds(record, id, SIMILAR_IDS)));
  return similar.flat().map((name) => ({ name, also: [] }));
}

function wordContradiction([row, other]: readonly [DatedRow, DatedRow]): string {
  return (
    `The theatre says that "${row.id}" of ${row.record} and "${other.id}" of ${other.record} are distinct, and by its ` +
    '`duplicate` lines they are one incident. Take one of the lines out.'
  );
}

function wordTooMany({ count, pairs }: ProposedPairs): string {
  return (
    `${count.toLocaleString('en')} pairs of rows may be one incident, more than the ${pairs.length.toLocaleString('en')} ` +
    'that are listed, so `duplicates once` cannot be followed. Say `duplicates apart`, or decide pairs by `duplicate` lines.'
  );
}
