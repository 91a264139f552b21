import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importInputs, listInputs, openStore, type ImportOptions } from '../../src/store/index.ts';
import { DEFAULT_LIMITS } from '../../src/store/recordInput.ts';
import { writeRows } from '../record/tacitCsvText.ts';
import { temporaryFolder, writeInto } from './temporaryFolder.ts';
import { writeZip, type Member } from './writeZip.ts';

const table = (initiator: string) => writeRows([{ initiator }, { initiator }]);

/** Imports whatever stands behind a path and says in one line each what became of it. */
async function importAll(
  folder: string,
  path: string,
  name: string,
  options: ImportOptions = {},
): Promise<string[]> {
  const { inputs, faults } = await listInputs(path, name, { ...DEFAULT_LIMITS, ...options });
  const outcomes = await importInputs(folder, inputs, options);
  return [
    ...faults.map(({ file, message }) => `${file}: ${message}`),
    ...outcomes.map((outcome) => {
      if (outcome.kind === 'fault') return `${outcome.fault.file}: ${outcome.fault.message}`;
      if (outcome.kind === 'skipped') return `${outcome.file}: skipped`;
      const { file, right, unchanged } = outcome.result;
      return `${file}: ${right}${unchanged ? ' unchanged' : ''}`;
    }),
  ];
}

async function recordsOf(folder: string): Promise<string[]> {
  const opening = await openStore(folder);
  if (opening.kind !== 'open') return [];
  const names = (await opening.store.summaries()).map(({ record }) => record);
  await opening.store.close();
  return names;
}

const zipInto = (folder: string, name: string, members: readonly Member[]) =>
  writeInto(folder, name, writeZip(members));

describe('what can be imported', () => {
  it('a compressed file, whatever it is called, and a zip archive with one table under its own name', async () => {
    const folder = temporaryFolder();
    expect(await importAll(folder, writeInto(folder, 'a.csv', gzipSync(table('A'))), 'a.csv')).toEqual([
      'a.csv: 2',
    ]);
    const twoParts = Buffer.concat([gzipSync(table('B').slice(0, 200)), gzipSync(table('B').slice(200))]);
    expect(await importAll(folder, writeInto(folder, 'b.gz', twoParts), 'b.gz')).toEqual(['b.gz: 2']);
    const archive = zipInto(folder, 'c.zip', [{ name: 'deep/inner.csv', content: table('C') }]);
    expect(await importAll(folder, archive, 'c.zip')).toEqual(['c.zip: 2']);
    expect(await importAll(folder, archive, 'c.zip')).toEqual(['c.zip: 2 unchanged']);
    expect(await recordsOf(folder)).toEqual(['a.csv', 'b.gz', 'c.zip']);
  });

  it('a folder: every file below it in the order of names, what is no record told, a fault harming nothing else', async () => {
    const folder = temporaryFolder();
    const all = join(folder, 'all');
    mkdirSync(join(all, 'deep'), { recursive: true });
    mkdirSync(join(all, '.hidden'));
    writeInto(all, 'b.csv', table('B'));
    writeInto(all, 'README.md', '# Read me\n');
    writeInto(all, 'broken.csv', Buffer.concat([Buffer.from(table('X')), Buffer.from([0xff])]));
    writeInto(join(all, 'deep'), 'a.csv.gz', gzipSync(table('A')));
    writeInto(join(all, '.hidden'), 'h.csv', table('H'));
    zipInto(all, 'z.zip', [
      { name: 'one.csv', content: table('One') },
      { name: 'codebook.txt', content: 'what the columns mean' },
      { name: 'sub/two.csv', content: table('Two') },
    ]);
    const first = await importAll(folder, all, 'all/');
    expect(first).toEqual([
      'all/README.md: skipped',
      'all/b.csv: 2',
      expect.stringMatching(/^all\/broken\.csv: The file is not in UTF-8: line 4/),
      'all/deep/a.csv.gz: 2',
      'all/z.zip/one.csv: 2',
      'all/z.zip/codebook.txt: skipped',
      'all/z.zip/sub/two.csv: 2',
    ]);
    expect(await recordsOf(folder)).toEqual([
      'all/b.csv',
      'all/deep/a.csv.gz',
      'all/z.zip/one.csv',
      'all/z.zip/sub/two.csv',
    ]);
    const second = await importAll(folder, all, 'all');
    expect(second.filter((line) => line.endsWith('unchanged')).length).toBe(4);
  });

  it('keeps the answers given with a file: another answer reads it again, none keeps the old one where asked', async () => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', table('A'));
    expect(await importAll(folder, path, 'a.csv', { dates: 'dmy' })).toEqual(['a.csv: 2']);
    expect(await importAll(folder, path, 'a.csv', { dates: 'dmy' })).toEqual(['a.csv: 2 unchanged']);
    expect(await importAll(folder, path, 'a.csv', { sameAnswers: true })).toEqual(['a.csv: 2 unchanged']);
    expect(await importAll(folder, path, 'a.csv', { dates: 'mdy' })).toEqual(['a.csv: 2']);
    expect(await importAll(folder, path, 'a.csv', { format: 'tacit-csv', mayRead: false })).toEqual([
      'a.csv: This record is not in the store yet.',
    ]);
  });
});

describe('an archive or a compressed file is refused', () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2, 'a,b\n'));

  it.each<[string, (folder: string) => string, RegExp]>([
    [
      'that is cut short',
      (folder) => writeInto(folder, 'x', gzipSync(table('A')).subarray(0, -9)),
      /cut short or damaged/,
    ],
    [
      'with other bytes after its end',
      (folder) => writeInto(folder, 'x', Buffer.concat([gzipSync(table('A')), Buffer.from('more')])),
      /cut short or damaged|Other bytes follow/,
    ],
    ['inside another', (folder) => writeInto(folder, 'x', gzipSync(gzipSync(table('A')))), /inside another/],
    [
      'that grows absurdly',
      (folder) =>
        writeInto(
          folder,
          'x',
          gzipSync(Buffer.concat([Buffer.from(table('A')), Buffer.alloc(64 * 1024 ** 2, '\n')])),
        ),
      /more than 200 times larger/,
    ],
    [
      'whose member grows absurdly',
      (folder) => zipInto(folder, 'x', [{ name: 'a.csv', content: Buffer.alloc(64 * 1024 ** 2, ' ') }]),
      /more than 200 times its size is not believed/,
    ],
    [
      'with an archive inside',
      (folder) =>
        zipInto(folder, 'x', [
          { name: 'a', content: writeZip([]) },
          { name: 'b', content: bomb.subarray(0, 100) },
        ]),
      /^$/,
    ],
    [
      'that is encrypted',
      (folder) => zipInto(folder, 'x', [{ name: 'a.csv', content: table('A'), encrypted: true }]),
      /encrypted/,
    ],
    [
      'packed in an unknown way',
      (folder) => zipInto(folder, 'x', [{ name: 'a.csv', content: table('A'), method: 99 }]),
      /method 99/,
    ],
    [
      'with a member that leads out',
      (folder) => zipInto(folder, 'x', [{ name: '../../a.csv', content: table('A') }]),
      /damaged \(invalid relative path/,
    ],
    [
      'with an absolute member',
      (folder) => zipInto(folder, 'x', [{ name: '/etc/a.csv', content: table('A') }]),
      /damaged \(absolute path/,
    ],
    [
      'with a name twice',
      (folder) =>
        zipInto(folder, 'x', [
          { name: 'a', content: '' },
          { name: 'a', content: '' },
        ]),
      /Two members/,
    ],
    [
      'with a name that hides',
      (folder) => zipInto(folder, 'x', [{ name: 'a\u202ecsv', content: table('A') }]),
      /do not show/,
    ],
    ['with nothing inside', (folder) => zipInto(folder, 'x', []), /holds no file/],
    [
      'that is a spreadsheet',
      (folder) => zipInto(folder, 'x', [{ name: '[Content_Types].xml', content: '' }]),
      /spreadsheet/,
    ],
    [
      'whose checksum is another',
      (folder) => zipInto(folder, 'x', [{ name: 'a.csv', content: table('A'), crc: 1 }]),
      /checksum/,
    ],
    [
      'cut in the middle',
      (folder) => writeInto(folder, 'x', writeZip([{ name: 'a.csv', content: table('A') }]).subarray(0, 100)),
      /damaged/,
    ],
  ])('%s', async (_, make, message) => {
    const folder = temporaryFolder();
    const lines = await importAll(folder, make(folder), 'x');
    if (message.source === '^$') expect(lines).toEqual(['x/a: skipped', 'x/b: skipped']);
    else {
      expect(lines.length).toBe(1);
      expect(lines[0]).toMatch(message);
    }
    expect(await recordsOf(folder)).toEqual([]);
    expect(
      readdirSync(folder)
        .sort()
        .filter((name) => name !== '.tacit'),
    ).toEqual(['x']);
  });

  it('beyond the bytes that are allowed, packed or not', async () => {
    const folder = temporaryFolder();
    const limit = { largestBytes: 500 };
    const plain = writeInto(folder, 'a.csv', writeRows(Array.from({ length: 20 }, () => ({}))));
    expect(await importAll(folder, plain, 'a.csv', limit)).toEqual([
      expect.stringMatching(/at most 500 are read/),
    ]);
    writeFileSync(plain, gzipSync(readFileSync(plain)));
    expect(await importAll(folder, plain, 'a.csv', limit)).toEqual([
      expect.stringMatching(/more than 500 bytes/),
    ]);
  });
});

describe('limits', () => {
  it('ends an import that takes too long', async () => {
    const folder = temporaryFolder();
    const path = writeInto(folder, 'a.csv', table('A'));
    expect(await importAll(folder, path, 'a.csv', { timeLimitSeconds: 0.05 })).toEqual([
      'a.csv: The import took longer than 0.05 seconds and was ended.',
    ]);
    expect(await recordsOf(folder)).toEqual([]);
  });

  it('ends an import that needs more memory than it may use', async () => {
    const folder = temporaryFolder();
    const rows = Array.from({ length: 60_000 }, (_, index) => ({ id: `E${index}${'x'.repeat(300)}` }));
    const path = writeInto(folder, 'a.csv', writeRows(rows));
    const [line] = await importAll(folder, path, 'a.csv', { memoryMegabytes: 24 });
    expect(line).toMatch(/^a\.csv: The import needed more memory than it may use/);
    expect(await recordsOf(folder)).toEqual([]);
  });
});
