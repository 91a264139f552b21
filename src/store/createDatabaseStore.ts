import { civilFromDay } from '../calendar/index.ts';
import {
  groupSetAside,
  type Event,
  type EventStore,
  type NameCount,
  type SetAsideRow,
  type StreamSelection,
  type Vocabulary,
} from '../record/index.ts';
import { countPlan } from './countPlan.ts';
import { readDictionary, type Dictionary } from './dictionary.ts';
import type { EventColumns } from './eventColumns.ts';
import { findIds } from './findIds.ts';
import { holdColumns, type MemoryLimits } from './holdColumns.ts';
import { listDuplicates } from './listDuplicates.ts';
import { listSummaries } from './listSummaries.ts';
import type { Database } from './openDatabase.ts';
import { markWithout } from './openRowFinder.ts';
import { printSelectionSql, type SqlPiece } from './printSelectionSql.ts';
import { addCondition, printRowsSql, printWithoutSql } from './printWithoutSql.ts';
import { resolveSelection } from './resolveSelection.ts';
import { runBound } from './runBound.ts';
import { ATTRIBUTION_KINDS, PRECISION_KINDS } from './schema.ts';
import { toNumber, toNumberOrNull } from './toNumber.ts';

const EVENT_COLUMNS = `e.record, e.line, e.id, e.first, e.last, e.precision_kind, e.initiators, e.targets, e.act, e.place,
  e.killed_low, e.killed_high, e.killed_side, e.wounded, e.attribution, e.address, e.note, e.directed, e.killed_best,
  e.killed_initiators, e.killed_targets, e.killed_civilians, e.sources`;

/** The store over an open database whose form was checked. */
export async function createDatabaseStore(database: Database, limits?: MemoryLimits): Promise<EventStore> {
  const { connection } = database;
  const dictionary = await readDictionary(connection);
  const holder = holdColumns(connection, limits);
  const recordNames = new Map([...dictionary.records].map(([name, id]) => [id, name]));
  const places = new Map(dictionary.places.map((place) => [place.id, place]));
  const acts = new Map(dictionary.acts.map((act) => [act.id, act]));
  const run = (piece: SqlPiece) => runBound(connection, piece);
  const resolve = ({ anyOf }: StreamSelection) =>
    anyOf.flatMap((selection) => resolveSelection(selection, dictionary) ?? []);

  /** Counts events by one column, of one record or of all. */
  const countBy = async (column: string, record: string | undefined) => {
    const where = ofRecord(record, dictionary);
    const rows = await run({
      sql: `SELECT ${column}, COUNT(*) FROM event e WHERE ${where.sql} GROUP BY ${column} ORDER BY ${column}`,
      values: where.values,
    });
    return rows.map((row) => [toNumber(row[0]), toNumber(row[1])] as const);
  };

  const readEvent = (row: readonly unknown[]): Event => {
    const place = places.get(toNumber(row[9]));
    const act = acts.get(toNumber(row[8]));
    return {
      id: String(row[2]),
      record: recordNames.get(toNumber(row[0])) ?? '',
      line: toNumber(row[1]),
      first: toNumber(row[3]),
      last: toNumber(row[4]),
      precision: PRECISION_KINDS[toNumber(row[5])] ?? 'approx',
      initiators: dictionary.actors.get(toNumber(row[6])) ?? [],
      targets: dictionary.actors.get(toNumber(row[7])) ?? [],
      directed: toNumber(row[17]) === 1,
      code: act?.code ?? '',
      actClass: act?.actClass ?? null,
      placeNames: place?.written ?? [],
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      killedLow: toNumberOrNull(row[10]),
      killedHigh: toNumberOrNull(row[11]),
      killedBest: toNumberOrNull(row[18]),
      killedInitiators: toNumberOrNull(row[19]),
      killedTargets: toNumberOrNull(row[20]),
      killedCivilians: toNumberOrNull(row[21]),
      killedSide: toTextOrNull(row[12]),
      wounded: toNumberOrNull(row[13]),
      attribution: ATTRIBUTION_KINDS[toNumber(row[14])] ?? 'unknown',
      sources: toTextOrNull(row[22]),
      address: toTextOrNull(row[15]),
      note: toTextOrNull(row[16]),
    };
  };

  const recordId = (record: string) => dictionary.records.get(record) ?? -1;
  const readEvents = async ({ sql, values }: SqlPiece, limit?: number) => {
    const rows = await run({
      sql: `SELECT ${EVENT_COLUMNS} FROM event e JOIN record r ON r.id = e.record WHERE ${sql}
ORDER BY e.first, e.last, r.name, e.line${limit === undefined ? '' : ' LIMIT ?'}`,
      values: limit === undefined ? values : [...values, limit],
    });
    return rows.map(readEvent);
  };

  /** All events as they are handed out, in their order, and where in it each row of the columns stands. */
  const readWhole = async (columns: EventColumns) => {
    const events = await readEvents({ sql: '1 = 1', values: [] });
    const places = new Map(events.map(({ record, line }, place) => [`${recordId(record)} ${line}`, place]));
    const placeOf = columns.line.map((line, row) => places.get(`${columns.record[row]} ${line}`) ?? -1);
    return { events, placeOf };
  };
  let whole: ReturnType<typeof readWhole> | null = null;

  return {
    summaries: () => listSummaries(connection),
    count: (plan) => countPlan(plan, connection, dictionary, holder),
    events: async (selection, limit, leftOut = []) => {
      const held = (await holder.areFew()) ? await holder.forStreams(1) : null;
      if (held !== null) {
        const { events, placeOf } = await (whole ??= readWhole(held.columns));
        const left = markWithout(leftOut, dictionary.records, held.columns);
        const places = held.find(resolve(selection), left).map((row) => placeOf[row] ?? -1);
        return [...places.sort().subarray(0, limit)].flatMap((place) => events[place] ?? []);
      }
      const without = printWithoutSql(leftOut, dictionary.records);
      return readEvents(addCondition(printSelectionSql(resolve(selection)), without), limit);
    },
    eventsAt: async (rows) => {
      const taken = printRowsSql(rows, dictionary.records);
      return taken === null ? [] : readEvents(taken);
    },
    duplicates: (record) => listDuplicates(connection, record === undefined ? null : recordId(record)),
    findIds: (ids) => findIds(connection, ids),
    similarIds: async (record, text, limit) => {
      const rows = await run({
        sql: `SELECT DISTINCT e.id, levenshtein(e.id, ?) AS distance FROM event e WHERE e.record = ?
ORDER BY distance, e.id LIMIT ?`,
        values: [text, recordId(record), limit],
      });
      return rows.map((row) => String(row[0]));
    },
    vocabulary: async (record): Promise<Vocabulary> => ({
      initiators: countNames(await countBy('e.initiators', record), (id) => dictionary.actors.get(id) ?? []),
      targets: countNames(await countBy('e.targets', record), (id) => dictionary.actors.get(id) ?? []),
      acts: (await countBy('e.act', record))
        .map(([id, events]) => {
          const act = acts.get(id);
          return { code: act?.code ?? '', actClass: act?.actClass ?? null, events };
        })
        .sort(
          (a, b) =>
            b.events - a.events ||
            compareText(a.code, b.code) ||
            compareText(a.actClass ?? '', b.actClass ?? ''),
        ),
      places: countNames(await countBy('e.place', record), (id) => places.get(id)?.written ?? []),
    }),
    sources: async (record, limit) => {
      const rows = await run({
        sql: `SELECT name, COUNT(*) AS rows FROM
  (SELECT DISTINCT e.line, TRIM(UNNEST(STRING_SPLIT(e.sources, ';'))) AS name FROM event e WHERE e.record = ?)
WHERE name <> '' GROUP BY name ORDER BY rows DESC, name LIMIT ?`,
        values: [recordId(record), limit],
      });
      return rows.map((row) => ({ name: String(row[0]), events: toNumber(row[1]) }));
    },
    setAsideReasons: async (record) => {
      const rows = await run({
        sql: 'SELECT field, reason, MIN(line), COUNT(*) FROM set_aside WHERE record = ? GROUP BY field, reason',
        values: [recordId(record)],
      });
      return groupSetAside(
        rows.map((row) => ({
          column: toTextOrNull(row[0]),
          reason: String(row[1]),
          line: toNumber(row[2]),
          rows: toNumber(row[3]),
        })),
      );
    },
    setAsideRows: async (record, limit): Promise<SetAsideRow[]> => {
      const id = dictionary.records.get(record);
      if (id === undefined) return [];
      const rows = await run({
        sql: `SELECT line, field, reason, raw FROM set_aside WHERE record = ? ORDER BY line${limit === undefined ? '' : ' LIMIT ?'}`,
        values: limit === undefined ? [id] : [id, limit],
      });
      return rows.map((row) => ({
        record,
        line: toNumber(row[0]),
        column: toTextOrNull(row[1]),
        reason: String(row[2]),
        raw: String(row[3]),
      }));
    },
    eventsByDay: async (record) => {
      const where = ofRecord(record, dictionary);
      const rows = await run({
        sql: `SELECT e.first, e.counted_last, COUNT(*) FROM event e WHERE ${where.sql}
GROUP BY e.first, e.counted_last ORDER BY e.first, e.counted_last`,
        values: where.values,
      });
      return rows.map((row) => ({
        first: toNumber(row[0]),
        last: toNumber(row[1]),
        events: toNumber(row[2]),
      }));
    },
    eventsByMonth: async (record) => countMonths(await countBy('e.first', record)),
    close: () => database.close(),
  };
}

function ofRecord(record: string | undefined, dictionary: Dictionary): SqlPiece {
  if (record === undefined) return { sql: '1 = 1', values: [] };
  return { sql: 'e.record = ?', values: [dictionary.records.get(record) ?? -1] };
}

function countNames(
  counts: readonly (readonly [number, number])[],
  namesOf: (id: number) => readonly string[],
): NameCount[] {
  const totals = new Map<string, number>();
  for (const [id, events] of counts) {
    for (const name of new Set(namesOf(id))) totals.set(name, (totals.get(name) ?? 0) + events);
  }
  return [...totals]
    .map(([name, events]) => ({ name, events }))
    .sort((a, b) => b.events - a.events || compareText(a.name, b.name));
}

function countMonths(days: readonly (readonly [number, number])[]): { month: string; events: number }[] {
  const months = new Map<string, number>();
  for (const [day, events] of days) {
    const { year, month } = civilFromDay(day);
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    months.set(key, (months.get(key) ?? 0) + events);
  }
  return [...months].map(([month, events]) => ({ month, events }));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toTextOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
