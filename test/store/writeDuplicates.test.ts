import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeDuplicates, type Event } from '../../src/record/index.ts';
import { appendEvents } from '../../src/store/appendEvents.ts';
import { createStoreFile } from '../../src/store/createStoreFile.ts';
import { internWords } from '../../src/store/internWords.ts';
import { openDatabase, storePath } from '../../src/store/openDatabase.ts';
import { writeDuplicates, type DuplicateLimits } from '../../src/store/writeDuplicates.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const event = fc.record({
  record: fc.constantFrom('1', '2'),
  first: fc.integer({ min: 0, max: 6 }),
  length: fc.constantFrom(0, 0, 0, 1, 4),
  initiators: fc.constantFrom<string[]>([], ['US'], ['us'], ['KH', 'US']),
  targets: fc.constantFrom<string[]>([], ['KH'], ['US'], ['US', 'kh']),
  act: fc.constantFrom<[string, string | null]>(
    ['drone', 'drone strike'],
    ['uav', 'drone strike'],
    ['x', null],
  ),
  placeNames: fc.constantFrom<string[]>([], ['Erbil'], ['ERBIL', 'Iraq'], ['Taji']),
  position: fc.constantFrom(null, null, [34, 40], [34.036, 40], [34.07, 40], [34.036, 40.2]),
});

type Made = Pick<Event, 'record' | 'line'> & Event;

function readEvents(values: readonly (typeof event extends fc.Arbitrary<infer One> ? One : never)[]): Made[] {
  return values.map(({ record, first, length, initiators, targets, act, placeNames, position }, index) => ({
    ...{ id: `E${index}`, record, line: index + 2, first, last: first + length, precision: 'approx' },
    ...{ initiators, targets, directed: true, code: act[0], actClass: act[1], placeNames },
    ...{ latitude: position?.[0] ?? null, longitude: position?.[1] ?? null },
    ...{ killedLow: null, killedHigh: null, killedBest: null, killedInitiators: null, killedTargets: null },
    ...{ killedCivilians: null, killedSide: null, wounded: null, attribution: 'unknown' },
    ...{ sources: null, address: null, note: null },
  }));
}

/** What the store writes down of the record 2, with all events in it. */
async function writtenPairs(events: readonly Event[], limits: DuplicateLimits) {
  const path = storePath(temporaryFolder());
  await createStoreFile(path);
  const opening = await openDatabase(path, 'write', { memoryMegabytes: 128 });
  if (opening.kind === 'fault') throw new Error(opening.fault.message);
  const { connection, close } = opening.database;
  const words = await internWords(connection);
  for (const record of [1, 2]) {
    const appender = await appendEvents(connection, record, words);
    appender.append(
      events.filter((one) => one.record === String(record)),
      [],
    );
    appender.close();
  }
  words.close();
  await writeDuplicates(connection, 2, limits);
  const rows = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number));
  const pairs = (await rows('SELECT line_a, line_b FROM duplicate')).map(([a, b]) => inOrder(a!, b!));
  const counts = await rows('SELECT record_b, pairs FROM duplicate_count ORDER BY record_b');
  await close();
  return { pairs: pairs.sort(), counts };
}

function inOrder(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}

describe('writeDuplicates', () => {
  it('lists and counts what comparing all events gives, whatever the batches', async () => {
    const run = async (values: Parameters<typeof readEvents>[0], batchRows: number) => {
      const events = readEvents(values);
      const expected = proposeDuplicates(events)
        .map(([a, b]) => [events[a]!, events[b]!] as const)
        .filter((pair) => pair.some(({ record }) => record === '2'));
      const across = expected.filter(([a, b]) => a.record !== b.record).length;
      const own = expected.length - across;
      expect(await writtenPairs(events, { mostListed: 1e6, batchRows })).toEqual({
        pairs: expected.map(([a, b]) => inOrder(a.line, b.line)).sort(),
        counts: [...(across > 0 ? [[1, across]] : []), ...(own > 0 ? [[2, own]] : [])],
      });
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 10, maxLength: 60 }),
        fc.constantFrom(1, 5, 1000),
        (values, batchRows) => run(values, batchRows),
      ),
      { seed: 4, numRuns: 12 },
    );
  });

  it('counts all pairs and lists no more than it may', async () => {
    const [one] = readEvents([
      {
        ...{ record: '2', first: 3, length: 0, initiators: ['US'], targets: ['KH'], act: ['drone', null] },
        ...{ placeNames: ['Erbil'], position: null },
      },
    ]);
    const events = Array.from({ length: 300 }, (_, index) => ({ ...one!, line: index + 2 }));
    const { pairs, counts } = await writtenPairs(events, { mostListed: 10, batchRows: 100 });
    expect([pairs.length, counts]).toEqual([10, [[2, (300 * 299) / 2]]]);
  });
});
