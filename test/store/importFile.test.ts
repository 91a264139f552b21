import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  importFile,
  loadCountsTable,
  loadPublishedTotals,
  openStore,
  type ImportOutcome,
  type ImportResult,
} from '../../src/store/index.ts';
import { openDatabase, storePath } from '../../src/store/openDatabase.ts';
import { writeImport } from '../../src/store/writeImport.ts';
import { writeRows } from '../record/tacitCsvText.ts';
import { temporaryFolder, writeInto } from './temporaryFolder.ts';

const CHRONOLOGY = '../shared/data/chronology/chronology.csv';

/** The same import without a process of its own: quicker. */
function importHere(folder: string, path: string): Promise<ImportOutcome> {
  const job = {
    store: storePath(folder),
    path,
    name: basename(path),
    format: 'tacit-csv',
    memoryMegabytes: 256,
    options: { dates: null, map: null },
  };
  return writeImport(job, () => undefined);
}

async function importedHere(folder: string, path: string): Promise<ImportResult> {
  const outcome = await importHere(folder, path);
  if (outcome.kind === 'fault') throw new Error(outcome.fault.message);
  return outcome.result;
}

async function imported(folder: string, file: string, name?: string): Promise<ImportResult> {
  const outcome = await importFile(folder, file, name === undefined ? {} : { name });
  if (outcome.kind === 'fault') throw new Error(outcome.fault.message);
  return outcome.result;
}

async function opened(folder: string) {
  const opening = await openStore(folder);
  if (opening.kind !== 'open') throw new Error(opening.fault.message);
  return opening.store;
}

async function allRows(folder: string) {
  const store = await opened(folder);
  const rows = {
    summaries: await store.summaries(),
    vocabulary: await store.vocabulary(),
    setAside: await store.setAsideRows('a.csv'),
  };
  await store.close();
  return rows;
}

describe.skipIf(!existsSync(CHRONOLOGY))('the chronology (skipped where ../shared is absent)', () => {
  it('is read whole, twice to the same rows, and a third time not at all', async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    const first = await imported(one, CHRONOLOGY);
    expect(first).toEqual({
      file: 'chronology.csv',
      format: 'tacit-csv',
      rows: 209,
      right: 209,
      setAside: [],
      setAsideCount: 0,
      duplicatesProposed: 1,
      unchanged: false,
      unusedColumns: [],
      encoding: 'utf-8',
    });
    await imported(two, CHRONOLOGY);
    expect(await allRows(one)).toEqual(await allRows(two));
    const bytes = readFileSync(storePath(one));
    expect(await imported(one, CHRONOLOGY)).toEqual({ ...first, unchanged: true });
    expect(readFileSync(storePath(one)).equals(bytes)).toBe(true);
    const [summary] = (await allRows(one)).summaries;
    expect(summary).toMatchObject({ first: 17304, last: 19896, withoutInitiator: 19, withDeaths: 136 });
  });
});

describe('importing', () => {
  it('replaces exactly the rows of the same name', async () => {
    const folder = temporaryFolder();
    await importedHere(
      folder,
      writeInto(folder, 'a.csv', writeRows([{ initiator: 'Gone' }, { date_start: 'x' }])),
    );
    await importedHere(folder, writeInto(folder, 'b.csv', writeRows([{ initiator: 'Stays' }])));
    const changed = await importedHere(
      folder,
      writeInto(folder, 'a.csv', writeRows([{ initiator: 'New' }, {}, {}])),
    );
    expect(changed).toMatchObject({ rows: 3, right: 3, unchanged: false });
    const { summaries, vocabulary, setAside } = await allRows(folder);
    expect(summaries.map(({ record, rows }) => [record, rows])).toEqual([
      ['a.csv', 3],
      ['b.csv', 1],
    ]);
    expect(vocabulary.initiators.map(({ name }) => name)).toEqual(['US', 'New', 'Stays']);
    expect(setAside).toEqual([]);
  });

  it('keeps rows set aside with their place, reason and text, and shows the first hundred', async () => {
    const folder = temporaryFolder();
    const bad = Array.from({ length: 150 }, () => ({ date_start: '1/2/20', note: '=HYPERLINK("x")' }));
    const text = writeRows([...bad, {}]);
    const result = await importedHere(folder, writeInto(folder, 'a.csv', text));
    expect([result.rows, result.right, result.setAsideCount, result.setAside.length]).toEqual([
      151, 1, 150, 100,
    ]);
    expect(result.setAside[0]).toMatchObject({ line: 2, column: 'date_start' });
    const store = await opened(folder);
    const rows = await store.setAsideRows('a.csv');
    expect(rows.length).toBe(150);
    expect(rows[149]?.raw).toBe(text.split('\n')[150]);
    expect((await store.setAsideRows('a.csv', 2)).length).toBe(2);
    await store.close();
  });

  it('proposes duplicates also across records', async () => {
    const folder = temporaryFolder();
    const row = { place: 'Erbil', note: 'x' };
    expect(await importedHere(folder, writeInto(folder, 'a.csv', writeRows([row])))).toMatchObject({
      duplicatesProposed: 0,
    });
    expect(await importedHere(folder, writeInto(folder, 'b.csv', writeRows([row])))).toMatchObject({
      duplicatesProposed: 1,
    });
    expect(await imported(folder, join(folder, 'a.csv'))).toMatchObject({
      unchanged: true,
      duplicatesProposed: 1,
    });
  });

  it('leaves the old record where the new file cannot be read', async () => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', writeRows([{ initiator: 'Old' }]));
    await importedHere(folder, path);
    const before = await allRows(folder);
    for (const content of [
      '',
      '<!doctype html>',
      Buffer.from([0xff, 0xfe, 0x69, 0x00]),
      Buffer.from('id,d\u00e9\n', 'latin1'),
    ]) {
      writeFileSync(path, content);
      expect(await importHere(folder, path)).toMatchObject({ kind: 'fault' });
      expect(await allRows(folder)).toEqual(before);
    }
  });

  it('stops when asked, and leaves the record as it was', async () => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', writeRows([{}]));
    const stopped = await importFile(folder, path, { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ kind: 'fault', fault: { message: 'The import was stopped.' } });
    const late = await importFile(folder, path, { timeLimitSeconds: 0.001 });
    expect(late).toMatchObject({
      kind: 'fault',
      fault: { message: expect.stringMatching(/took longer/), hint: 'The record is as it was before.' },
    });
    expect((await openStore(folder)).kind).toBe('absent');
  });

  it('says what is wrong with a path, a format or a store', async () => {
    const folder = temporaryFolder();
    const file = writeInto(folder, 'a.csv', writeRows([{}]));
    const message = async (...args: Parameters<typeof importFile>) => {
      const outcome = await importFile(...args);
      return outcome.kind === 'fault' ? outcome.fault.message : outcome.kind;
    };
    expect(await message(folder, join(folder, 'none.csv'))).toBe('There is no such file.');
    expect(await message(folder, folder)).toBe('This is a folder.');
    expect(await message(folder, '/dev/zero')).toBe('This is neither a file nor a folder.');
    expect(await message(folder, file, { format: 'exel' })).toBe('No format is called exel.');
    mkdirSync(join(folder, '.tacit'));
    writeFileSync(storePath(folder), 'not a database '.repeat(1000));
    expect(await message(folder, file)).toMatch(/damaged or no store/);
    expect(await openStore(folder)).toMatchObject({
      kind: 'fault',
      fault: { hint: expect.stringMatching(/import them again/) },
    });
    writeFileSync(storePath(folder), '');
    expect(await openStore(folder)).toMatchObject({
      kind: 'fault',
      fault: { message: expect.stringMatching(/damaged or no store/) },
    });
  });
});

describe('a store', () => {
  it('that was never made is absent, and says what to do', async () => {
    expect(await openStore(temporaryFolder())).toMatchObject({
      kind: 'absent',
      fault: { hint: expect.stringMatching(/tacit import/) },
    });
  });

  it('of another version is refused, also when it is damaged inside', async () => {
    const folder = temporaryFolder();
    const file = writeInto(folder, 'a.csv', writeRows([{}]));
    await importedHere(folder, file);
    const path = storePath(folder);
    const sound = readFileSync(path);
    for (const [version, words] of [
      ['99', 'a newer'],
      ['0', 'an older'],
    ] as const) {
      const writing = await openDatabase(path, 'write', { memoryMegabytes: 128 });
      if (writing.kind !== 'open') throw new Error(writing.fault.message);
      await writing.database.connection.run(`UPDATE meta SET value = '${version}'`);
      await writing.database.close();
      expect(await openStore(folder)).toMatchObject({
        kind: 'fault',
        fault: { message: expect.stringContaining(words) },
      });
      if (version === '99') {
        expect(await importFile(folder, file)).toMatchObject({
          kind: 'fault',
          fault: { message: expect.stringContaining(words) },
        });
      }
    }
    writeFileSync(path, sound.subarray(0, 9000));
    expect(await openStore(folder)).toMatchObject({ kind: 'fault' });
    writeFileSync(path, Buffer.from(sound).fill(7, 12_288));
    expect(await openStore(folder)).toMatchObject({ kind: 'fault' });
  });

  it('of an older version makes room for a new one, if none of its records would be lost', async () => {
    const folder = temporaryFolder();
    const [a, b] = ['a.csv', 'b.csv'].map((name) => writeInto(folder, name, writeRows([{}])));
    for (const file of [a, b]) await importedHere(folder, file ?? '');
    const age = async () => {
      const writing = await openDatabase(storePath(folder), 'write', { memoryMegabytes: 128 });
      if (writing.kind !== 'open') throw new Error(writing.fault.message);
      await writing.database.connection.run("UPDATE meta SET value = '1'");
      await writing.database.close();
    };
    await age();
    expect(await importFile(folder, a ?? '')).toMatchObject({
      kind: 'imported',
      result: { unchanged: false },
    });
    expect((await allRows(folder)).summaries.map(({ record }) => record)).toEqual(['a.csv']);
    await importedHere(folder, b ?? '');
    await age();
    rmSync(b ?? '');
    expect(await importFile(folder, a ?? '')).toMatchObject({
      kind: 'fault',
      fault: { message: expect.stringMatching(/older version of Tacit, and its records b\.csv could not/) },
    });
  });

  it('is open to several readers and, meanwhile, to no import', async () => {
    const folder = temporaryFolder();
    const file = writeInto(folder, 'a.csv', writeRows([{}]));
    await importedHere(folder, file);
    const [one, two] = [await opened(folder), await opened(folder)];
    writeInto(folder, 'a.csv', writeRows([{}, {}]));
    expect(await importFile(folder, file)).toMatchObject({
      kind: 'fault',
      fault: { message: expect.stringMatching(/in use by another process/) },
    });
    await one.close();
    expect((await two.summaries()).length).toBe(1);
    expect(await importFile(folder, file)).toMatchObject({
      kind: 'fault',
      fault: { message: expect.stringMatching(/in use/) },
    });
    await two.close();
    expect(await importedHere(folder, file)).toMatchObject({ rows: 2 });
    expect(readdirSync(join(folder, '.tacit'))).toEqual(['record.duckdb']);
  });

  it('is written by one of two imports at a time; the other says so and harms nothing', async () => {
    const folder = temporaryFolder();
    const files = ['a.csv', 'b.csv'].map((name) => writeInto(folder, name, writeRows([{}, {}])));
    const outcomes = await Promise.all(files.map((file) => importFile(folder, file)));
    for (const outcome of outcomes) {
      if (outcome.kind === 'fault') expect(outcome.fault.message).toMatch(/in use by another process/);
    }
    const done = outcomes.filter(({ kind }) => kind === 'imported').length;
    expect(done).toBeGreaterThanOrEqual(1);
    expect((await allRows(folder)).summaries.map(({ rows }) => rows)).toEqual(Array(done).fill(2));
    for (const file of files) expect(await importFile(folder, file)).toMatchObject({ kind: 'imported' });
    expect((await allRows(folder)).summaries.length).toBe(2);
  });

  it('keeps the engine from files, extensions and settings', async () => {
    const folder = temporaryFolder();
    const file = writeInto(folder, 'a.csv', writeRows([{}]));
    await importedHere(folder, file);
    for (const mode of ['read', 'write'] as const) {
      const opening = await openDatabase(storePath(folder), mode, { memoryMegabytes: 128 });
      if (opening.kind !== 'open') throw new Error(opening.fault.message);
      const { connection, close } = opening.database;
      for (const statement of [
        `SELECT * FROM read_csv('${file}')`,
        `SELECT * FROM '${file}'`,
        `COPY record TO '${folder}/out.csv'`,
        `ATTACH '${folder}/other.duckdb'`,
        'INSTALL httpfs',
        'LOAD httpfs',
        "SET enable_external_access = 'true'",
        "SET memory_limit = '64GB'",
        'SET threads = 64',
      ]) {
        await expect(connection.run(statement), statement).rejects.toThrow(
          /disabled|locked|not allowed|Cannot/,
        );
      }
      await close();
    }
    expect(readdirSync(folder).sort()).toEqual(['.tacit', 'a.csv']);
  });
});

describe('tables read beside the store', () => {
  it('come with their hash, or with what is wrong', async () => {
    const folder = temporaryFolder();
    const counts = writeInto(folder, 'daily.csv', 'date,a\n2020-01-01,1\n2020-01-02,\n');
    expect(await loadCountsTable(counts, 'day')).toMatchObject({
      kind: 'table',
      table: { record: 'daily.csv', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await importFile(folder, counts, { format: 'counts' })).toMatchObject({
      result: { format: 'counts', rows: 2, right: 2 },
    });
    expect(existsSync(storePath(folder))).toBe(false);
    expect(await loadCountsTable(join(folder, 'none.csv'), 'day')).toMatchObject({
      fault: { message: 'There is no such file.' },
    });
    const totals = writeInto(
      folder,
      'totals.csv',
      'date,source,scope,total\n2024-02-04,AFP,since 2023-10-17,170\n',
    );
    expect(await loadPublishedTotals(totals)).toMatchObject({ kind: 'totals', totals: [{ total: 170 }] });
    expect(await loadPublishedTotals(folder)).toMatchObject({ fault: { message: 'This is not a file.' } });
  });
});
