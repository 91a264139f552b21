import { beforeAll, describe, expect, it } from 'vitest';
import type { ActsReport } from '../../src/cli/listActs.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const HEADER = ['Event ID', 'Event Date', 'Source Name', 'CAMEO Code', 'Target Name'].join('\t');
const rows = (codes: readonly string[]) =>
  [HEADER, ...codes.map((code, index) => `${index}\t2020-01-0${index + 1}\tA\t${code}\tB`), ''].join('\n');
const inside = makeFolder({
  'events.tab': rows(['195', '195', '010', '051', '19999'.slice(0, 4)]),
  'theatre.tacit':
    'tacit 1\ntheatre "T"\n\nrecord "events.tab"\n\nactor A\nactor B\nact praise of code "051"\n',
  'empty/note.txt': '',
});
const folder = inside('.');

beforeAll(async () => {
  expect((await runTacit('import', inside('events.tab'), '--into', folder)).error).not.toMatch(
    /cannot|no format/i,
  );
});
const reportOf = async (...args: string[]) =>
  JSON.parse((await runTacit('acts', ...args, '--json')).out) as ActsReport;

describe('tacit acts', () => {
  it('lists the standard acts and every scheme', async () => {
    const { code, out, error } = await runTacit('acts');
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}strike +airstrike, drone strike/m);
    expect(out).toMatch(/^CAMEO codes \(GDELT, ICEWS\): 315 codes, \d+ in no class/m);
    expect(out).toMatch(/^ {2}airstrike +195, 1951$/m);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('lists one format code by code', async () => {
    const { out } = await runTacit('acts', '--format', 'gdelt-2');
    expect(out).toMatch(/^ {2}010 +statement: Make statement$/m);
    expect(out).toMatch(/^ {2}171 +\(no class\): Seize or damage property$/m);
    expect(out).not.toMatch(/ACLED|PLOVER/);
    expect((await reportOf('--format', 'tacit-csv')).schemes.map(({ name }) => name)).toEqual(['tacit-csv']);
  });

  it('tells which codes a store holds, how often, and what no act takes', async () => {
    const { records } = await reportOf('--into', folder);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ record: 'events.tab', format: 'icews' });
    expect(records[0]?.codes.find(({ code }) => code === '195')).toEqual({
      code: '195',
      name: 'Employ aerial weapons',
      events: 2,
      actClass: 'airstrike',
      acts: ['strike'],
    });
    expect(records[0]?.codes.find(({ code }) => code === '051')).toMatchObject({ actClass: null, acts: [] });
    expect(records[0]?.codes.find(({ code }) => code === '1999')).toMatchObject({
      name: null,
      actClass: null,
    });
    const { out } = await runTacit('acts', '--into', folder);
    expect(out).toMatch(/events\.tab \(icews\): 5 events of 4 codes/);
    expect(out).toMatch(/taken by no act: 2 events of 2 codes/);
    expect((await reportOf('--into', folder, '--format', 'acled')).records).toEqual([]);
  });

  it('takes the acts of a theatre where one is named', async () => {
    const { acts, records } = await reportOf(inside('theatre.tacit'));
    expect(acts.find(({ name }) => name === 'praise')).toEqual({ name: 'praise', takes: ['code "051"'] });
    expect(records[0]?.codes.find(({ code }) => code === '051')?.acts).toEqual(['praise']);
  });

  it.each([
    [['--format', 'acleb'], /No format is called acleb\. Formats: tacit-csv, /],
    [['x.tacit', '--into', '.'], /not both/],
    [['--into', inside('empty')], /No record was imported here yet/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, error } = await runTacit('acts', ...args);
    expect([code, error]).toEqual([2, expect.stringMatching(message)]);
  });
});
