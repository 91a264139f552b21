import type { DuckDBConnection } from '@duckdb/node-api';
import { foldName, foldSide, pairIncidents, type IncidentSpot } from '../record/index.ts';
import { fillColumns } from './fillColumns.ts';
import { runBound } from './runBound.ts';

export interface DuplicateLimits {
  /** Pairs written down one by one for one import; of the others only the number is kept. */
  readonly mostListed: number;
  /** Rows looked at together; more where one day has more. */
  readonly batchRows: number;
}

const USUAL_LIMITS: DuplicateLimits = { mostListed: 200_000, batchRows: 200_000 };

/**
 * Writes down the pairs that may be one incident coded twice and that a record has a share in, also across records: what
 * `proposeDuplicates` gives for all events together. Machine-coded records have thousands of millions of such pairs, so
 * rows that agree in sides, act, days and place are compared once and counted by their number, days are gone through in
 * order, and only the first pairs are listed. How many there are is kept exactly.
 */
export async function writeDuplicates(
  connection: DuckDBConnection,
  record: number,
  { mostListed, batchRows }: DuplicateLimits = USUAL_LIMITS,
): Promise<void> {
  const words = await readWords(connection);
  const batches = await planBatches(connection, record, batchRows);
  const pairs = await connection.createAppender('duplicate');
  const listing = fillColumns(pairs);
  const counts = new Map<number, number>();
  let listed = 0;

  const onPair = (a: Cell, b: Cell): void => {
    if (a.record !== record && b.record !== record) return;
    const other = a.record === record ? b.record : a.record;
    const [rowsA, rowsB] = [a.lines.length, b.lines.length];
    counts.set(other, (counts.get(other) ?? 0) + (a === b ? (rowsA * (rowsA - 1)) / 2 : rowsA * rowsB));
    for (let at = 0; at < rowsA && listed < mostListed; at++) {
      for (let next = a === b ? at + 1 : 0; next < rowsB && listed < mostListed; next++) {
        listing.add([a.record, a.lines[at] as number, b.record, b.lines[next] as number]);
        listed += 1;
      }
    }
  };

  let open: Cell[] = [];
  for (const { from, to, next } of batches) {
    const cells = open.concat(gatherCells(await readRows(connection, from, to), words));
    for (const group of groupCells(cells).values()) pairGroup(group, from, onPair);
    open = cells.filter(({ last }) => next !== null && last >= next - 1);
  }
  listing.flush();
  pairs.closeSync();
  const totals = await connection.createAppender('duplicate_count');
  for (const [other, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    totals.appendInteger(record);
    totals.appendInteger(other);
    totals.appendBigInt(BigInt(count));
    totals.endRow();
  }
  totals.closeSync();
}

/** Rows of one record that agree in all that is compared. */
interface Cell extends IncidentSpot {
  readonly record: number;
  /** The same for cells of the same two sides, in either order, and the same act. */
  readonly group: number;
  readonly lines: number[];
}

/** Pairs of one group; those of cells before the batch's first day were handed over before. */
function pairGroup(group: readonly Cell[], from: number, onPair: (a: Cell, b: Cell) => void): void {
  for (const cell of group) {
    if (cell.lines.length > 1 && cell.first >= from && isToldWhere(cell)) onPair(cell, cell);
  }
  pairIncidents(group, (a, b) => {
    if (a.first >= from || b.first >= from) onPair(a, b);
  });
}

function isToldWhere({ name, latitude, longitude }: IncidentSpot): boolean {
  return name !== null || (latitude !== null && longitude !== null);
}

function groupCells(cells: readonly Cell[]): Map<number, Cell[]> {
  const groups = new Map<number, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.group);
    if (group) group.push(cell);
    else groups.set(cell.group, [cell]);
  }
  return groups;
}

type Row = readonly [number, number, number, number, number, number, number, number];

function gatherCells(rows: readonly Row[], words: Words): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [record, line, first, last, initiators, targets, act, place] of rows) {
    const group = words.groupOf(initiators, targets, act);
    if (group === null) continue;
    const key = `${group} ${first} ${last} ${place} ${record}`;
    const cell = cells.get(key);
    if (cell) cell.lines.push(line);
    else cells.set(key, { record, group, first, last, ...words.spotOf(place), lines: [line] });
  }
  return [...cells.values()];
}

async function readRows(connection: DuckDBConnection, from: number, to: number): Promise<Row[]> {
  const rows = await runBound(connection, {
    sql: `SELECT e.record, e.line, e.first, e.last, e.initiators, e.targets, e.act, e.place FROM event e
WHERE e.first >= ? AND e.first <= ? ORDER BY e.first, e.record, e.line`,
    values: [from, to],
  });
  return rows.map((row) => row.map(Number) as unknown as Row);
}

interface Batch {
  readonly from: number;
  readonly to: number;
  /** First day of the batch after it. */
  readonly next: number | null;
}

/** Stretches of days that hold about so many rows each, over all days that can hold a pair with the record. */
async function planBatches(
  connection: DuckDBConnection,
  record: number,
  batchRows: number,
): Promise<Batch[]> {
  const days = await runBound(connection, {
    sql: `SELECT e.first, COUNT(*) FROM event e
WHERE e.first <= (SELECT MAX(o.last) + 1 FROM event o WHERE o.record = ?)
  AND e.last >= (SELECT MIN(o.first) - 1 FROM event o WHERE o.record = ?)
GROUP BY e.first ORDER BY e.first`,
    values: [record, record],
  });
  const batches: { from: number; to: number; next: number | null }[] = [];
  let rows = Infinity;
  for (const [dayValue, countValue] of days) {
    const [day, count] = [Number(dayValue), Number(countValue)];
    const last = batches.at(-1);
    if (last && rows + count <= batchRows) last.to = day;
    else {
      if (last) last.next = day;
      batches.push({ from: day, to: day, next: null });
      rows = 0;
    }
    rows += count;
  }
  return batches;
}

interface Words {
  /** Null where nobody is named on either side: there is nothing to compare. */
  groupOf(initiators: number, targets: number, act: number): number | null;
  spotOf(place: number): Pick<IncidentSpot, 'name' | 'latitude' | 'longitude'>;
}

/** Gives sides and acts that count as the same one number. */
async function readWords(connection: DuckDBConnection): Promise<Words> {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const sideNumbers = new Map([[foldSide([]), 0]]);
  const actNumbers = new Map<string, number>();
  const pairNumbers = new Map<number, number>();
  const groupNumbers = new Map<number, number>();
  const sides: number[] = [];
  const acts: number[] = [];
  const spots = new Map<number, Pick<IncidentSpot, 'name' | 'latitude' | 'longitude'>>();
  for (const [id, names] of await rows('SELECT id, names FROM actors')) {
    sides[Number(id)] = numberOf(sideNumbers, foldSide(JSON.parse(String(names)) as string[]));
  }
  for (const [id, code, actClass] of await rows('SELECT id, code, class FROM act')) {
    acts[Number(id)] = numberOf(actNumbers, String(actClass ?? code));
  }
  for (const [id, names, latitude, longitude] of await rows(
    'SELECT id, names, latitude, longitude FROM place',
  )) {
    const [name] = JSON.parse(String(names)) as string[];
    spots.set(Number(id), {
      name: name === undefined ? null : foldName(name),
      latitude: latitude === null ? null : Number(latitude),
      longitude: longitude === null ? null : Number(longitude),
    });
  }
  return {
    groupOf: (initiators, targets, act) => {
      const [a, b] = [sides[initiators] as number, sides[targets] as number];
      if (a === 0 && b === 0) return null;
      const pair = numberOf(pairNumbers, Math.min(a, b) * NUMBERS + Math.max(a, b));
      return numberOf(groupNumbers, pair * NUMBERS + (acts[act] as number));
    },
    spotOf: (place) => spots.get(place) ?? { name: null, latitude: null, longitude: null },
  };
}

/** Two numbers below this make one exact whole number. */
const NUMBERS = 2 ** 26;

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (numbers.size >= NUMBERS) throw new Error(`more than ${NUMBERS} different words`);
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
