import { INTEGER, type DuckDBConnection } from '@duckdb/node-api';
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
    const taken = new Set(open.map(({ group }) => group));
    const cells = open.concat(gatherCells(await readRows(connection, from, to), words, taken));
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
  /** Another cell of the same group, place and first day. */
  readonly before: Cell | null;
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

/**
 * Rows of one group and place that agree in record and days make one cell. Rows come in the order of their first days,
 * so only the cells of the same first day need to be looked at. `taken`: groups with rows of earlier batches.
 */
function gatherCells(rows: RowColumns, words: Words, taken: ReadonlySet<number>): Cell[] {
  const groups = rows.initiators.map((initiators, at) =>
    words.groupOf(initiators, rows.targets[at] as number, rows.act[at] as number),
  );
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const cells: Cell[] = [];
  const latest = new Map<number, Cell>();
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at] as number;
    // A row without another of its group stays only for the next batch, which looks at it again.
    if (group < 0) continue;
    if (sizes.get(group) === 1 && !taken.has(group)) {
      cells.push(makeCell(rows, at, group, words, null));
      continue;
    }
    const key = group * NUMBERS + (rows.place[at] as number);
    const last = latest.get(key) ?? null;
    const same = findCell(last, rows, at);
    if (same) {
      same.lines.push(rows.line[at] as number);
      continue;
    }
    const cell = makeCell(rows, at, group, words, last);
    cells.push(cell);
    latest.set(key, cell);
  }
  return cells;
}

function findCell(last: Cell | null, rows: RowColumns, at: number): Cell | null {
  for (let cell = last; cell !== null && cell.first === rows.first[at]; cell = cell.before) {
    if (cell.last === rows.last[at] && cell.record === rows.record[at]) return cell;
  }
  return null;
}

function makeCell(rows: RowColumns, at: number, group: number, words: Words, before: Cell | null): Cell {
  const { name, latitude, longitude } = words.spotOf(rows.place[at] as number);
  return {
    record: rows.record[at] as number,
    group,
    first: rows.first[at] as number,
    last: rows.last[at] as number,
    name,
    latitude,
    longitude,
    lines: [rows.line[at] as number],
    before: before?.first === rows.first[at] ? before : null,
  };
}

const COLUMNS = ['record', 'line', 'first', 'last', 'initiators', 'targets', 'act', 'place'] as const;

type RowColumns = Readonly<Record<(typeof COLUMNS)[number], readonly number[]>>;

async function readRows(connection: DuckDBConnection, from: number, to: number): Promise<RowColumns> {
  const list = COLUMNS.map((column) => (column === 'line' ? 'CAST(e.line AS DOUBLE)' : `e.${column}`));
  const result = await connection.runAndReadAll(
    `SELECT ${list.join(', ')} FROM event e WHERE e.first >= ? AND e.first <= ? ORDER BY e.first, e.record, e.line`,
    [from, to],
    [INTEGER, INTEGER],
  );
  const values = result.getColumns() as number[][];
  return Object.fromEntries(COLUMNS.map((column, at) => [column, values[at] ?? []])) as unknown as RowColumns;
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
  /** Below 0 where nobody is named on either side: there is nothing to compare. */
  groupOf(initiators: number, targets: number, act: number): number;
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
      if (a === 0 && b === 0) return -1;
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
