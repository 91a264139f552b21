import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { parse } from '../../src/language/index.ts';
import { writeRows, type Cells } from '../record/tacitCsvText.ts';
import { makeFolder, runTacit } from './runTacit.ts';

/** A raid a day, so that three weeks of nothing stand out; two rows of one incident; rows that cannot be read. */
const DAYS: readonly Cells[] = Array.from({ length: 200 }, (_, index) => {
  const day = new Date(Date.UTC(2020, 0, 1 + (index < 100 ? index : index + 21)));
  return { date_start: day.toISOString().slice(0, 10), date_end: '', place: `P${index}` };
});
const TEXT = writeRows([
  ...DAYS,
  {
    date_start: '2020-08-09',
    date_end: '',
    place: 'Far "Valley"',
    initiator: 'KH',
    target: 'US',
    id: 'T "1"',
  },
  { date_start: '2020-08-10', date_end: '', place: 'Far "Valley"', id: 'T2' },
  { date_start: '2020-02-30', date_end: '', action: 'first bad' },
  { date_start: '2020-02-31', date_end: '' },
  { action: 'drone-shot-down', place: 'Sky', date_start: '2020-01-01', date_end: '' },
  { killed_min: 'several' },
]);
const TABLE = [
  'date,North,South',
  ...Array.from({ length: 300 }, (_, index) => {
    const day = new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10);
    const north = index >= 100 && index < 140 ? '' : '2';
    return `${day},${north},${index >= 200 && index < 230 ? 0 : 3}`;
  }),
].join('\n');

function theatre(parts: string): string {
  return `tacit 1
theatre "Made"
record "events.csv"
  covers 2020-01-01 to 2020-08-20
${parts}record "table.csv" as counts per day
  covers 2021-01-01 to 2021-10-27
  column "North" is US strikes on KH
actor US
actor KH
`;
}

const at = makeFolder({
  'events.csv': TEXT,
  'other.csv': writeRows([{ id: 'O1', date_start: '2020-01-01', date_end: '', place: 'P0' }]),
  'table.csv': TABLE,
  'days/one.csv': writeRows([{ id: 'D1', date_start: '2020-01-01', date_end: '', place: 'P0' }]),
  'days/two.csv': writeRows([
    { id: 'D2', date_start: '2020-01-02', date_end: '', place: 'P0' },
    { id: 'D3', date_start: 'yesterday', date_end: '' },
  ]),
  'folder.tacit': `tacit 1
theatre "Folder"
record "days/"
  covers 2020-01-01 to 2020-08-20
  duplicate "D2" of "D1"
actor US
actor KH
source Paper "a paper" published 2020-12-31
claim Many by Paper
  2 US strikes on KH from 2020-01-01 to 2020-03-31
`,
  'made.tacit': theatre(''),
  'pasted.tacit': theatre('  missing 2020-04-10 to 2020-04-30\n  duplicate "T2" of "T ""1"""\n'),
});

describe('tacit record of a theatre', () => {
  const run = runTacit('record', at('made.tacit'));

  it('shows months, precision, actors, acts and what rows lack', async () => {
    const { code, out } = await run;
    expect(code).toBe(0);
    expect(out).toContain('events.csv (tacit-csv): 206 rows, 203 right, 3 set aside');
    expect(out).toMatch(/by month {4}2020 \S{8} {5}203/);
    expect(out).toContain('declared to cover 2020-01-01 to 2020-08-20');
    expect(out).toMatch(/precision {3}day 203 \(100 %\)/);
    expect(out).toMatch(/doers {7}US 202 · KH 1/);
    expect(out).toMatch(/no class {4}1 code \(1 row\).*drone-shot-down 1/);
    expect(out).toContain('no direction told 0 (0 %)');
  });

  it('proposes gaps and duplicates as lines that mean, pasted, what they say', async () => {
    const { out } = await run;
    expect(out).toContain('    missing 2020-04-10 to 2020-04-30  // 21 days');
    expect(out).toContain('    duplicate "T2" of "T ""1"""');
    expect(out).toContain('2020-08-09; 2020-08-10, KH on US; US on KH, airstrike, Far "Valley"');
    const lines = [...out.matchAll(/^ {4}((?:missing|duplicate) .*)$/gm)].map((found) => found[1]);
    expect(lines).toHaveLength(2);
    const text = `tacit 1\ntheatre "T"\nrecord "events.csv"\n${lines.map((line) => `  ${line}\n`).join('')}`;
    expect(parse(text, 'pasted.tacit').diagnostics).toEqual([]);
    const pasted = await runTacit('record', at('pasted.tacit'), 'events.csv');
    expect(pasted.code).toBe(0);
    expect(pasted.out).not.toContain('No event of anyone');
    expect(pasted.out).toContain('missing 2020-04-10 to 2020-04-30');
  });

  it('groups rows set aside by reason, and lists them when asked', async () => {
    const { out } = await run;
    expect(out).toMatch(/ {4}2 {2}date_start: .* \(first on line 204\)/);
    expect(out).toContain('--set-aside lists them row by row');
    const listed = await runTacit('record', at('made.tacit'), 'events.csv', '--set-aside');
    expect(listed.out).toMatch(/line 204, date_start: .*2020-02-30/);
    expect(listed.out).toContain('first bad');
    expect(listed.out).not.toContain('table.csv');
  });

  it('tells of each column of a table what is empty and what is nothing but zero', async () => {
    const { out } = await run;
    expect(out).toContain('column North: 520 in all, 40 steps without a number (not recorded)');
    expect(out).toContain('no number from 2021-04-11 to 2021-05-20 (40 days)');
    expect(out).toContain('only zeros from 2021-07-20 to 2021-08-18 (30 days; at its own rate about 90)');
  });

  it('says the same as JSON', async () => {
    const { out } = await runTacit('record', at('made.tacit'), '--json');
    const { records } = JSON.parse(out) as { records: Record<string, unknown>[] };
    expect(records.map(({ file }) => file)).toEqual(['events.csv', 'table.csv']);
    expect(records[0]).toMatchObject({
      rows: 206,
      setAside: 3,
      gaps: [{ first: '2020-04-10', last: '2020-04-30', days: 21 }],
      duplicates: { count: 1, pairs: [{ earlier: { id: 'T "1"' }, later: { id: 'T2' } }] },
    });
  });
});

describe('tacit record of a record that is a folder', () => {
  it('adds its files up, and decisions reach across them', async () => {
    const { code, out, error } = await runTacit('record', at('folder.tacit'));
    expect([code, error.match(/error/)]).toEqual([0, null]);
    expect(out).toContain('days/ (tacit-csv): 3 rows, 2 right, 1 set aside');
    expect(out).toContain('  days/two.csv: 2 rows, 1 set aside');
    expect(out).toMatch(/1 {2}date_start: .*first on line 3/);
    expect(out).toMatch(/^ {4}duplicate "D2" of "D1"$/m);
    const { out: examined } = await runTacit('examine', at('folder.tacit'), '--json');
    const { records, claims } = JSON.parse(examined) as Examination;
    expect(records[0]).toMatchObject({ file: 'days/', rows: 3, setAside: 1, duplicatesDecided: 1 });
    expect(claims[0]?.events.map(({ id }) => id)).toEqual(['D1']);
  });
});

describe('tacit record of a folder', () => {
  it('shows what its store holds, across records, without any theatre', async () => {
    await runTacit('import', at('events.csv'), at('other.csv'), '--into', at('.'));
    const { code, out } = await runTacit('record', '--into', at('.'), 'other.csv');
    expect(code).toBe(0);
    expect(out).toContain('other.csv (tacit-csv): 1 row, 1 right, 0 set aside');
    expect(out).toContain('    duplicate "O1" of "E1" in "events.csv"');
    expect(out).not.toContain('table.csv');
    const whole = await runTacit('record', '--into', at('.'), 'events.csv', '--duplicates');
    expect(whole.out).toContain('// under record "other.csv": duplicate "O1" of "E1" in "events.csv"');
  });

  it.each([
    [['record'], 'Name a theatre'],
    [['record', '--into', at('nowhere')], 'There is no folder'],
    [['record', at('made.tacit'), 'event.csv'], 'Did you mean "events.csv"?'],
  ])('%j is told what is wrong', async (args, words) => {
    const { code, out, error } = await runTacit(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(words);
  });
});
