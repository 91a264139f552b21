import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storePath } from '../../src/store/openDatabase.ts';
import { openStore, type ImportOutcome } from '../../src/store/index.ts';
import type { DateOrder } from '../../src/record/index.ts';
import { writeImport } from '../../src/store/writeImport.ts';
import { writeRows, type Cells } from '../record/tacitCsvText.ts';
import { countStaged } from './countStaged.ts';
import { readWholeStore } from './readWholeStore.ts';
import { temporaryFolder, writeInto } from './temporaryFolder.ts';

const ROWS = 6000;
const LONG_NOTE = 'a note that makes the row long enough, "quoted", with\na line end inside. '.repeat(2);

/** Rows of all kinds: names and places that come back, notes over several lines, ids used twice far apart, faulty rows. */
const rows: readonly Cells[] = Array.from({ length: ROWS }, (_, index) => ({
  ...(index % 1000 === 999 ? { id: `E${Math.max(1, index - 4000)}` } : {}),
  initiator: `Side ${index % 17}`,
  place: `Place ${index % 301}`,
  killed_min: index % 50 === 0 ? 'many' : String(index % 9),
  note: index % 3 === 0 ? LONG_NOTE : '',
}));

interface Stop {
  /** Stopped as soon as so many rows were read. */
  readonly afterRows?: number;
  readonly dates?: DateOrder;
}

function importOnce(
  folder: string,
  path: string,
  { afterRows = Infinity, dates }: Stop,
): Promise<ImportOutcome> {
  let read = 0;
  return writeImport(
    {
      store: storePath(folder),
      path,
      name: 'a.csv',
      format: 'tacit-csv',
      memoryMegabytes: 256,
      options: { dates: dates ?? null, map: null },
      partRows: 500,
    },
    (found) => (read = found),
    () => read >= afterRows,
  );
}

async function expectStopped(outcome: Promise<ImportOutcome>): Promise<void> {
  expect(await outcome).toMatchObject({
    kind: 'fault',
    fault: { message: 'The import was stopped.', hint: expect.stringMatching(/rows are kept apart/) },
  });
}

describe('an import that was stopped', () => {
  const text = writeRows(rows);
  const whole = temporaryWhole(text);

  it.each([
    ['a plain file', 'a.csv', (content: string) => Buffer.from(content)],
    ['a compressed file', 'a.csv.gz', (content: string) => gzipSync(content)],
  ])('%s goes on where it was, to the same rows', async (_, file, pack) => {
    const folder = temporaryFolder();
    const path = writeInto(folder, file, pack(text));
    await expectStopped(importOnce(folder, path, { afterRows: 1500 }));
    const first = await countStaged(folder);
    expect(first).toBeGreaterThan(0);
    await expectStopped(importOnce(folder, path, { afterRows: 4000 }));
    expect(await countStaged(folder)).toBeGreaterThan(first ?? 0);
    const opening = await openStore(folder);
    expect(opening.kind === 'open' && (await opening.store.summaries())).toEqual([]);
    if (opening.kind === 'open') await opening.store.close();
    const read: number[] = [];
    const outcome = await writeImport(
      {
        store: storePath(folder),
        path,
        name: 'a.csv',
        format: 'tacit-csv',
        memoryMegabytes: 256,
        options: { dates: null, map: null },
        partRows: 500,
      },
      (found) => read.push(found),
    );
    expect(outcome).toMatchObject({ kind: 'imported', result: { rows: ROWS } });
    expect(read[0]).toBeGreaterThanOrEqual(4000);
    expect(await countStaged(folder)).toBeNull();
    const { hash, ...found } = await readWholeStore(folder);
    const { hash: _hash, ...expected } = await whole();
    expect(found).toEqual(expected);
    if (file === 'a.csv') expect(hash).toBe(_hash);
  });

  it('leaves the old record until the new one is whole', async () => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', writeRows([{ initiator: 'Old' }]));
    await importOnce(folder, path, {});
    const before = await readWholeStore(folder);
    writeFileSync(path, text);
    await expectStopped(importOnce(folder, path, { afterRows: 2000 }));
    expect(await readWholeStore(folder)).toEqual(before);
    await importOnce(folder, path, {});
    expect((await readWholeStore(folder)).events).toEqual((await whole()).events);
  });

  it.each<[string, (path: string) => void, Stop]>([
    ['the file grew', (path) => appendFileSync(path, writeRows([{ id: 'last' }]).split('\n')[1] ?? ''), {}],
    [
      'a row read before was changed',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('Side 3', 'Side X')),
      {},
    ],
    ['it is read with another answer', () => undefined, { dates: 'dmy' }],
  ])('begins anew where %s', async (_, change, stop) => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', text);
    await expectStopped(importOnce(folder, path, { afterRows: 3000 }));
    change(path);
    expect(await importOnce(folder, path, stop)).toMatchObject({ kind: 'imported' });
    const other = temporaryFolder();
    await importOnce(other, writeInto(other, 'a.csv', readFileSync(path)), stop);
    expect(await readWholeStore(folder)).toEqual(await readWholeStore(other));
    expect(await countStaged(folder)).toBeNull();
  });

  it('stays beside other imports, and is cleared when its file cannot be read', async () => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', text);
    await expectStopped(importOnce(folder, path, { afterRows: 3000 }));
    const other = {
      store: storePath(folder),
      path: writeInto(folder, 'b.csv', writeRows([{ initiator: 'Other' }])),
      name: 'b.csv',
      format: 'tacit-csv',
      memoryMegabytes: 256,
      options: { dates: null, map: null },
    };
    expect(await writeImport(other, () => undefined)).toMatchObject({ kind: 'imported' });
    expect(await countStaged(folder)).toBeGreaterThan(0);
    expect(await importOnce(folder, path, {})).toMatchObject({ kind: 'imported', result: { rows: ROWS } });
    const { events } = await readWholeStore(folder);
    expect(events.filter(({ record }) => record === 'a.csv')).toEqual((await whole()).events);
    await expectStopped(importOnce(folder, writeInto(folder, 'a.csv', `${text}\n`), { afterRows: 3000 }));
    writeFileSync(join(folder, 'a.csv'), 'no,such,header\n');
    expect(await importOnce(folder, path, {})).toMatchObject({ kind: 'fault' });
    expect(await countStaged(folder)).toBeNull();
  });
});

/** The rows of an import that was never stopped, read once. */
function temporaryWhole(text: string): () => ReturnType<typeof readWholeStore> {
  let found: ReturnType<typeof readWholeStore> | null = null;
  return () => {
    found ??= (async () => {
      const folder = temporaryFolder();
      await importOnce(folder, writeInto(folder, 'a.csv', text), {});
      return readWholeStore(folder);
    })();
    return found;
  };
}
