import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeRows } from '../record/tacitCsvText.ts';
import { writeZip } from '../store/writeZip.ts';
import { runProgram } from './runProgram.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const events = (initiator: string, rows = 2) =>
  writeRows(Array.from({ length: rows }, () => ({ initiator })));
const theatre = (record: string) => `tacit 1
theatre "Made up"

record "${record}"
  covers 2020-01-01 to 2020-12-31

actor US
actor KH
source Gazette published 2022-01-10

claim Answers by Gazette at "paragraph 2"
  when US strikes KH then KH attacks US within 10 days
`;

const rowsOf = (json: string) =>
  (JSON.parse(json) as { readonly records: readonly { readonly rows: number }[] }).records.map(
    ({ rows }) => rows,
  );

describe('tacit import', () => {
  const at = makeFolder({
    'all/one.csv': events('One'),
    'all/deep/two.csv.gz': gzipSync(events('Two')),
    'all/README.txt': 'Read me.',
    'all.zip': writeZip([
      { name: 'a.csv', content: events('US') },
      { name: 'b.csv', content: events('Other', 3) },
    ]),
    'folder.tacit': theatre('all/'),
    'archive.tacit': theatre('all.zip'),
    'bad.csv': writeRows([
      { date_start: '1/2/20', note: '=HYPERLINK("http://example.org")' },
      { id: '=1+1', killed_min: 'x' },
      {},
    ]),
  });

  it('takes a folder, tells what it left out, and lists a result for every file', async () => {
    const { code, out, error } = await runTacit('import', at('all'), '--into', at('.'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'all/README.txt', skipped: expect.stringMatching(/first row does not tell/) },
      { file: 'all/deep/two.csv.gz', right: 2 },
      { file: 'all/one.csv', right: 2 },
    ]);
    expect(error).toContain('all/README.txt: left out, no event record.');
  });

  it('serves a theatre that names a folder or an archive: each counts all of its records, and no others', async () => {
    for (const [file, rows] of [
      ['folder.tacit', 4],
      ['archive.tacit', 5],
      ['folder.tacit', 4],
    ] as const) {
      const { code, out, error } = await runTacit('record', at(file), '--json');
      expect(error).not.toMatch(/rows, .* right.*unchanged/);
      expect(code).toBe(0);
      expect(rowsOf(out)).toEqual([rows]);
    }
    rmSync(at('all/one.csv'));
    const { out } = await runTacit('record', at('folder.tacit'), '--json');
    expect(rowsOf(out)).toEqual([2]);
  });

  it('writes every row set aside for people: as a page, and as a table whose formulas are defused', async () => {
    const page = at('aside.html');
    const sheet = at('aside.csv');
    await runTacit('import', at('bad.csv'), '--into', at('.'), '--report', page);
    expect(readFileSync(page, 'utf8')).toContain('2 rows of 1 record could not be read');
    expect(readFileSync(page, 'utf8')).not.toContain('<script');
    await runTacit('import', at('bad.csv'), '--into', at('.'), '--report', sheet);
    const lines = readFileSync(sheet, 'utf8').split('\r\n');
    expect(lines[0]).toBe('record,line,column,reason,row as written');
    expect(lines[1]).toMatch(/^bad\.csv,2,date_start,/);
    expect(lines[2]).toContain(`,"'=1+1,`);
    const { code, error } = await runTacit(
      'import',
      at('bad.csv'),
      '--into',
      at('.'),
      '--report',
      at('bad.csv'),
    );
    expect([code, existsSync(at('bad.csv'))]).toEqual([2, true]);
    expect(error).toMatch(/no report of Tacit/);
    expect(readFileSync(at('bad.csv'), 'utf8')).toContain('HYPERLINK');
  });

  it.each([
    [['import', '-', '--into', '.'], /Standard input has no name: say --name/],
    [['import', 'a', 'b', '--name', 'x', '--into', '.'], /--name names one file/],
    [['import', 'a', '--dates', 'dym', '--into', '.'], /Allowed choices are dmy, mdy, ymd/],
    [['import', 'a', '--max-bytes', 'many', '--into', '.'], /Expected a whole number/],
    [['import', 'a'], /--into <dir>' is not given/],
  ])('%s: says what is wrong', async (args, message) => {
    const { code, error } = await runTacit(...args);
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  it('reads standard input, compressed or not, and leaves nothing behind', async () => {
    const args = ['import', '-', '--name', 'piped.csv', '--into', at('.')];
    expect(await runProgram(args, { input: gzipSync(events('Piped')) })).toMatchObject({
      code: 0,
      error: expect.stringContaining('piped.csv: 2 rows, 2 right'),
    });
    expect(readdirSync(at('.tacit')).filter((name) => name.startsWith('incoming'))).toEqual([]);
  });
});
