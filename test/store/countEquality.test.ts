import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMemoryStore,
  dropCovered,
  type Circle,
  type Event,
  type EventSelection,
  type EventStore,
  type NameFilter,
  type NameSpell,
  type PlaceFilter,
} from '../../src/record/index.ts';
import { openStore } from '../../src/store/index.ts';
import { createDatabaseStore } from '../../src/store/createDatabaseStore.ts';
import { openDatabase, storePath } from '../../src/store/openDatabase.ts';
import { writeImport } from '../../src/store/writeImport.ts';
import { readWholeRecord } from '../record/readWholeRecord.ts';
import { writeRows, type Cells } from '../record/tacitCsvText.ts';
import { writeInto } from './temporaryFolder.ts';

const NAMES = [
  'US',
  'KH',
  "Kata'ib",
  'Kata’ib',
  'UNK',
  '',
  'ISR',
  '__proto__',
  "x'; DROP TABLE event; --",
  'حزب',
  'US; KH',
];
const FOLDED = [
  'us',
  'kh',
  "kata'ib",
  'isr',
  '__proto__',
  "x'; drop table event; --",
  'حزب',
  'nobody of this name',
];
const ACTS = ['airstrike', 'rocket', 'drone', 'drone-shot-down', 'Storming', 'ied'];
const PLACES = ['', 'Erbil', 'ERBIL', 'al-Tanf', 'Base "1", near'];
const DAYS = ['2020-01-01', '2020-01-02', '2020-01-05', '2020-01-06'];
const FIRST = 18262;

const optional = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text);
const small = fc.integer({ min: 0, max: 4 }).map(String);
const cells: fc.Arbitrary<Cells> = fc
  .record({
    date_start: fc.constantFrom(...DAYS),
    length: fc.integer({ min: 0, max: 3 }),
    precision: fc.constantFrom('approx', 'spell'),
    initiator: fc.constantFrom(...NAMES),
    target: fc.constantFrom('US', 'KH', 'UNK'),
    action: fc.constantFrom(...ACTS),
    place: fc.constantFrom(...PLACES),
    country: fc.constantFrom('', 'Iraq'),
    position: optional(fc.constantFrom('34 40', '34.2 40.1', '-10 179.9', '-10 -179.9')),
    killed_min: optional(small),
    killed_side: fc.constantFrom('', 'initiator', 'target', 'civilian'),
    wounded: optional(small),
    attribution: fc.constantFrom('', 'stated', 'claimed'),
    note: optional(fc.constantFrom('=1+1', 'a\nb', 'ö, "x"')),
  })
  .map(({ length, position, ...row }) => {
    const [latitude = '', longitude = ''] = position.split(' ');
    const day = Number(row.date_start.slice(-2)) + length;
    return {
      ...row,
      date_end: `2020-01-${String(day).padStart(2, '0')}`,
      latitude,
      longitude,
      killed_max: row.killed_min === '' ? '' : String(Number(row.killed_min) + 2),
    };
  });

/** A field that is undefined is a field left out. */
function withoutUndefined<Value extends object>(value: Value): object {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined));
}

const day = fc.oneof(fc.constant(null), fc.integer({ min: FIRST - 2, max: FIRST + 10 }));
const spells: fc.Arbitrary<NameSpell[]> = fc.array(
  fc.record({ name: fc.constantFrom(...FOLDED), from: day, to: day }),
  {
    maxLength: 4,
  },
);
const nameFilter: fc.Arbitrary<NameFilter> = fc
  .record({
    anyOf: fc.oneof(fc.constant(null), spells),
    noneOf: fc.oneof(fc.constant([]), spells),
    orNobody: fc.boolean(),
    among: fc.constantFrom(undefined, undefined, 'first' as const, 'alone' as const),
  })
  .map(withoutUndefined) as fc.Arbitrary<NameFilter>;
const circles: fc.Arbitrary<Circle[]> = fc.array(
  fc.record({
    latitude: fc.constantFrom(34, -10),
    longitude: fc.constantFrom(40, 180),
    kilometres: fc.constantFrom(0, 11, 24, 25, 5000),
  }),
  { maxLength: 2 },
);
const placeNames = fc.subarray(['erbil', 'al-tanf', 'iraq', 'base "1", near', 'nowhere']);
const places: fc.Arbitrary<PlaceFilter> = fc.record({
  names: placeNames,
  circles,
  notNames: placeNames,
  notCircles: circles,
});
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const selection: fc.Arbitrary<EventSelection> = fc
  .record({
    record: rarely(fc.constantFrom('test.csv', 'other.csv', 'test', 'te/', '/')),
    direction: fc.constantFrom(undefined, undefined, 'told' as const, 'untold' as const),
    mirrored: fc.constantFrom(undefined, false, true),
    initiators: nameFilter,
    targets: fc.oneof(fc.constant(null), nameFilter),
    actClasses: fc.subarray(['airstrike', 'rocket', 'drone strike', 'roadside bomb', 'storming'], {
      minLength: 2,
    }),
    actCodes: fc.subarray(['drone-shot-down', 'ROCKET', 'none']),
    places: rarely(places),
    days: rarely(
      fc
        .tuple(fc.integer({ min: FIRST - 2, max: FIRST + 8 }), fc.nat(4))
        .map(([first, length]) => ({ first, last: first + length })),
    ),
    size: rarely(
      fc.record({
        measure: fc.constantFrom('killed', 'wounded', 'aircraft'),
        comparison: fc.constantFrom(...(['>=', '>', '<=', '<', '=', 'about'] as const)),
        value: fc.constantFrom(-1, 0, 1, 1.5, 2, 3, 5, 1e12),
      }),
    ),
    attributions: rarely(fc.subarray(['stated', 'claimed', 'unknown', 'no such word'])),
    coarsestDays: rarely(fc.constantFrom(1, 2, 4)),
  })
  .map(withoutUndefined) as fc.Arbitrary<EventSelection>;

/** Makes the text of a record whose rows all are right, and its events. */
function makeRecord(seed: number, rows: number): { text: string; events: Event[] } {
  const [made] = fc.sample(fc.array(cells, { minLength: rows, maxLength: rows }), { seed, numRuns: 1 });
  const text = writeRows(made ?? []);
  const { events, setAside, fault } = readWholeRecord(text);
  expect([setAside, fault]).toEqual([[], null]);
  return { text, events };
}

/** Tacit CSV always tells who acted; here every third row does not, and every fifth states the dead of both sides. */
function withoutDirection(event: Event): Event {
  const { line } = event;
  const sides = line % 5 === 0 ? { killedInitiators: line % 4, killedTargets: line % 3 } : {};
  return { ...event, directed: line % 3 !== 0, ...sides };
}

async function spoilDirections(path: string): Promise<void> {
  const opening = await openDatabase(path, 'write', { memoryMegabytes: 256 });
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  const { connection, close } = opening.database;
  await connection.run('UPDATE event SET directed = 0 WHERE line % 3 = 0');
  await connection.run(
    'UPDATE event SET killed_initiators = line % 4, killed_targets = line % 3 WHERE line % 5 = 0',
  );
  await close();
}

/** The engine alone, and the events read into memory once, as an ordinary opening does with so few. */
const WAYS = [
  ...[11, 12, 13].map((seed) => ({ seed, way: 'in memory' as const })),
  ...[14, 15].map((seed) => ({ seed, way: 'by the engine' as const })),
];

async function openWay(folder: string, way: (typeof WAYS)[number]['way']): Promise<EventStore> {
  if (way === 'in memory') {
    const opening = await openStore(folder);
    if (opening.kind !== 'open') throw new Error(opening.fault.message);
    return opening.store;
  }
  const opening = await openDatabase(storePath(folder), 'read', { memoryMegabytes: 256 });
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  return createDatabaseStore(opening.database, { fewEvents: 0, fewStreams: 1, mostEvents: 0 });
}

it('many streams of a large store are counted as few are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-equality-'));
  const { text } = makeRecord(21, 200);
  const path = writeInto(folder, 'test.csv', text);
  const job = { store: storePath(folder), path, name: 'test.csv', format: 'tacit-csv', memoryMegabytes: 512 };
  await writeImport({ ...job, options: { dates: null, map: null } }, () => undefined);
  const opening = await openDatabase(storePath(folder), 'read', { memoryMegabytes: 256 });
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  const store = await createDatabaseStore(opening.database, {
    fewEvents: 10,
    fewStreams: 3,
    mostEvents: 200,
  });
  const streams = fc
    .sample(fc.array(selection, { minLength: 1, maxLength: 4 }), { seed: 21, numRuns: 40 })
    .map((anyOf, index) => ({ id: `stream ${index}`, anyOf }));
  // One by one the engine is asked; all at once they are found in memory.
  const few = [];
  for (const stream of streams) few.push(...(await store.count({ streams: [stream] })));
  expect(await store.count({ streams })).toEqual(few);
  expect(few.length).toBeGreaterThan(50);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(WAYS)('the database counts as the reference does (record $seed, $way)', ({ seed, way }) => {
  let folder = '';
  let database: EventStore;
  let memory: EventStore;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tacit-equality-'));
    const { text, events } = makeRecord(seed, 250);
    const path = writeInto(folder, 'test.csv', text);
    const job = {
      store: storePath(folder),
      path,
      name: 'test.csv',
      format: 'tacit-csv',
      memoryMegabytes: 512,
      options: { dates: null, map: null },
    };
    const outcome = await writeImport(job, () => undefined);
    expect(outcome).toMatchObject({ kind: 'imported', result: { rows: 250, right: 250 } });
    await spoilDirections(storePath(folder));
    database = await openWay(folder, way);
    memory = createMemoryStore(events.map(withoutDirection));
  });

  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('and alternatives that others cover change no count', async () => {
    let dropped = 0;
    const near = fc
      .tuple(selection, selection)
      .chain(([one, other]) =>
        fc.subarray([
          one,
          { ...one, days: null },
          { ...one, places: null, coarsestDays: null },
          { ...one, actClasses: [...one.actClasses, 'airstrike'] },
          { ...one, initiators: other.initiators },
          other,
        ]),
      );
    await fc.assert(
      fc.asyncProperty(near, async (anyOf) => {
        const fewer = dropCovered(anyOf);
        dropped += anyOf.length - fewer.length;
        const count = (alternatives: readonly EventSelection[]) =>
          memory.count({ streams: [{ id: 'stream', anyOf: alternatives }] });
        expect(await count(fewer)).toEqual(await count(anyOf));
      }),
      { seed, numRuns: 300 },
    );
    expect(dropped).toBeGreaterThan(100);
  });

  it('for any plan', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(selection, { minLength: 1, maxLength: 3 }), async (anyOf) => {
        const plan = { streams: [{ id: 'stream', anyOf }] };
        const expected = await memory.count(plan);
        expect(await database.count(plan)).toEqual(expected);
        counted += expected.reduce((sum, cell) => sum + cell.events, 0);
      }),
      { seed, numRuns: 200 },
    );
    // The plans take something, or the test would say nothing.
    expect(counted).toBeGreaterThan(1000);
  });

  it('with any rows left out', async () => {
    const rows = fc.array(
      fc.record({
        record: fc.constantFrom('test.csv', 'other.csv'),
        line: fc.integer({ min: 1, max: 255 }),
      }),
      { minLength: 60, maxLength: 200 },
    );
    let fewer = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(selection, { minLength: 1, maxLength: 2 }), rows, async (anyOf, without) => {
        const stream = { id: 'stream', anyOf };
        const expected = await memory.count({ streams: [stream], without });
        expect(await database.count({ streams: [stream], without })).toEqual(expected);
        expect(await database.events(stream, 5, without)).toEqual(await memory.events(stream, 5, without));
        const sum = (cells: typeof expected) => cells.reduce((total, { events }) => total + events, 0);
        fewer += sum(await memory.count({ streams: [stream] })) - sum(expected);
      }),
      { seed, numRuns: 40 },
    );
    expect(fewer).toBeGreaterThan(20);
  });

  it('and proposes the same duplicates, finds the same rows by id and by place', async () => {
    const proposed = await memory.duplicates();
    expect(proposed.count).toBeGreaterThan(20);
    for (const record of [undefined, 'test.csv', 'none.csv']) {
      expect(await database.duplicates(record)).toEqual(await memory.duplicates(record));
    }
    const rows = proposed.pairs.slice(0, 10).flat();
    expect(await database.eventsAt(rows)).toEqual(await memory.eventsAt(rows));
    expect(await database.eventsAt([{ record: 'none.csv', line: 2 }])).toEqual([]);
    expect((await memory.eventsAt(rows)).length).toBeGreaterThan(2);
    const ids = [...rows.map(({ id }) => id), "x'; DROP TABLE event; --"];
    expect(await database.findIds(ids)).toEqual(await memory.findIds(ids));
    expect(await database.findIds([])).toEqual([]);
    for (const text of ['E1O', 'E', "'; DROP TABLE event; --", 'é12']) {
      expect(await database.similarIds('test.csv', text, 5)).toEqual(
        await memory.similarIds('test.csv', text, 5),
      );
    }
  });

  it('and hands out the same events, names, months and sums', async () => {
    const streams = fc.sample(fc.array(selection, { minLength: 1, maxLength: 2 }), { seed, numRuns: 10 });
    for (const anyOf of streams) {
      expect(await database.events({ id: 's', anyOf })).toEqual(await memory.events({ id: 's', anyOf }));
      expect(await database.events({ id: 's', anyOf }, 3)).toEqual(
        await memory.events({ id: 's', anyOf }, 3),
      );
    }
    expect(await database.vocabulary()).toEqual(await memory.vocabulary());
    expect(await database.vocabulary('test.csv')).toEqual(await memory.vocabulary('test.csv'));
    expect(await database.vocabulary('none.csv')).toEqual(await memory.vocabulary('none.csv'));
    for (const record of [undefined, 'test.csv', 'none.csv']) {
      expect(await database.eventsByDay(record)).toEqual(await memory.eventsByDay(record));
    }
    expect(await database.eventsByMonth()).toEqual(await memory.eventsByMonth());
    const [summary] = await database.summaries();
    const [expected] = await memory.summaries();
    expect({ ...summary, hash: '', format: 'made' }).toEqual(expected);
  });
});
