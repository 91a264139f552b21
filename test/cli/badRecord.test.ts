import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { goodRows, goodTheatre, makeRecord, row } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

describe('records that cannot be used', () => {
  it.each([
    ['is missing', null, /There is no file "events\.csv"/],
    ['is empty', '', /empty/i],
    ['has other columns', 'when,who\n2020-01-01,North\n', /date_start/],
    ['is a web page', '<!doctype html><html><body>Log in</body></html>\n', /HTML|web page/i],
  ])('one that %s', async (_, content, words) => {
    const at = makeFolder({ 'a.tacit': goodTheatre, ...(content === null ? {} : { 'events.csv': content }) });
    const { code, out, error } = await runTacit('examine', at('a.tacit'), '--json', '--report', at('r.html'));
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(words);
    expect(existsSync(at('r.html'))).toBe(false);
    if (content !== null) expect(readFileSync(at('events.csv'), 'utf8')).toBe(content);
  });

  it('one that lies outside the theatre’s folder', async () => {
    const at = makeFolder({
      'home/a.tacit': goodTheatre.replace('"events.csv"', '"../events.csv"'),
      'events.csv': '',
    });
    const { code, error } = await runTacit('examine', at('home/a.tacit'));
    expect([1, 2]).toContain(code);
    expect(error).toMatch(/out of the (theatre's )?folder/);
  });
});

describe('rows that cannot be read', () => {
  const rows = [
    ...goodRows,
    row('X1', '2020-02-30', 'North', 'South', 'airstrike'),
    row('X2', '03/04/2020', 'North', 'South', 'airstrike'),
    'X3,2020-05-01',
  ];

  it('are set aside with line, column and reason; the others count', async () => {
    const at = makeFolder({ 'events.csv': makeRecord(rows) });
    const { code, out } = await runTacit('import', at('events.csv'), '--into', at('.'), '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out) as {
      rows: number;
      right: number;
      setAsideCount: number;
      setAside: { line: number; column: string | null; reason: string }[];
    };
    expect([result.rows, result.right, result.setAsideCount]).toEqual([51, 48, 3]);
    expect(result.setAside.map(({ line }) => line)).toEqual([50, 51, 52]);
    expect(result.setAside[0]).toMatchObject({ column: 'date_start' });
    for (const { reason } of result.setAside) expect(reason.length).toBeGreaterThan(10);
  });

  it('are shown with the examination, which runs', async () => {
    const at = makeFolder({ 'a.tacit': goodTheatre, 'events.csv': makeRecord(rows) });
    const { code, out, error } = await runTacit('examine', at('a.tacit'), '--json');
    expect(error).toContain('51 rows, 48 right, 3 set aside');
    expect(code).toBe(0);
    const [record] = (JSON.parse(out) as Examination).records;
    expect([record?.rows, record?.right, record?.setAside, record?.setAsideRows.length]).toEqual([
      51, 48, 3, 3,
    ]);
  });
});

describe('records that hold nothing of a claim', () => {
  it('leave the claim untestable with a reason, never without a word', async () => {
    const at = makeFolder({
      'a.tacit': `${goodTheatre}claim Later by Gazette
  North strikes South fall from 2025-01-01 compared with 2024-01-01 to 2024-12-31
  until 2026-01-01
claim NobodyThere by Gazette
  when East strikes South then South attacks East within 10 days
actor East
`,
      'events.csv': makeRecord(goodRows),
    });
    const { code, out } = await runTacit('examine', at('a.tacit'), '--json');
    expect(code).toBe(0);
    const { claims } = JSON.parse(out) as Examination;
    for (const name of ['Later', 'NobodyThere']) {
      const parts = claims.find((claim) => claim.name === name)?.parts ?? [];
      expect(parts.length).toBeGreaterThan(0);
      for (const { finding, reason, sentence } of parts) {
        expect([name, finding]).toEqual([name, 'not testable']);
        expect(reason).not.toBeNull();
        expect(sentence.length).toBeGreaterThan(20);
      }
    }
  });

  it('theatre and record with nothing in common still end in words', async () => {
    const at = makeFolder({ 'a.tacit': goodTheatre, 'events.csv': makeRecord([]) });
    const { code, out, error } = await runTacit('examine', at('a.tacit'));
    expect([0, 2]).toContain(code);
    expect(out + error).toMatch(/not testable|empty|no rows/i);
  });
});

describe('the store', () => {
  it('follows the record when it changes, and lists what nobody declared', async () => {
    const at = makeFolder({ 'a.tacit': goodTheatre, 'events.csv': makeRecord(goodRows) });
    const first = await runTacit('match', at('a.tacit'));
    expect([first.code, first.error]).toEqual([0, 'events.csv: 48 rows, 48 right, 0 set aside\n']);
    expect(first.out).toMatch(/^ +24 {2}North strikes South$/m);
    expect((await runTacit('match', at('a.tacit'))).error).toBe('');

    const more = [...goodRows, row('E1', '2021-06-15', 'Raiders', 'South', 'airstrike')];
    writeFileSync(at('events.csv'), makeRecord(more));
    const second = await runTacit('match', at('a.tacit'));
    expect(second.error).toBe('events.csv: 49 rows, 49 right, 0 set aside\n');
    expect(second.out).toMatch(/does not declare \(1\):\n +1 {2}Raiders/);
  });

  it('of a folder serves two theatres without mixing their records', async () => {
    const at = makeFolder({
      'a.tacit': goodTheatre,
      'b.tacit': goodTheatre.replace('events.csv', 'other.csv'),
      'events.csv': makeRecord(goodRows),
      'other.csv': makeRecord(goodRows.slice(0, 10)),
    });
    await runTacit('match', at('a.tacit'));
    const { out } = await runTacit('match', at('b.tacit'));
    expect(out).toMatch(/^ +5 {2}North strikes South$/m);
  });

  it('is made again when it was damaged', async () => {
    const at = makeFolder({
      'a.tacit': goodTheatre,
      'events.csv': makeRecord(goodRows),
      '.tacit/record.duckdb': 'this is no database',
    });
    const { code, error } = await runTacit('match', at('a.tacit'));
    expect([0, 2]).toContain(code);
    if (code === 2) expect(error).toMatch(/record\.duckdb|store/);
  });
});

describe('check --pedantic', () => {
  it('says what the record lacks, once the record is in the store', async () => {
    const noDeaths = goodRows.map((line) => line.replace(',1,2,', ',,,'));
    const at = makeFolder({
      'a.tacit': goodTheatre.replace('North strikes South on', 'North threatens South on'),
      'events.csv': makeRecord(noDeaths),
    });
    const before = await runTacit('check', '--pedantic', at('a.tacit'));
    expect(before.error).toContain('events.csv: This record is not in the store yet.');
    expect(existsSync(at('.tacit'))).toBe(false);
    const matched = await runTacit('match', at('a.tacit'));
    expect(matched.error).toMatch(/does not hold deaths|no deaths/i);
    const after = await runTacit('check', '--pedantic', at('a.tacit'));
    expect(after.code).toBe(0);
    expect(after.error).toContain(
      `No recorded event is one of "North threatens South on 2020-03-01 killing at least 5"`,
    );
  });
});

describe('a period whose table is not there', () => {
  it('can be checked, but is never examined as a period without days', async () => {
    const theatre = goodTheatre.replace('source Gazette', 'period Talks table "talks.csv"\nsource Gazette');
    const at = makeFolder({ 'a.tacit': theatre, 'events.csv': makeRecord(goodRows) });
    const checked = await runTacit('check', at('a.tacit'));
    expect(checked.code).toBe(0);
    expect(checked.error).toContain('The table "talks.csv" of this period was not found');
    const { code, out, error } = await runTacit('examine', at('a.tacit'));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toContain('nothing was compared with the record');
  });
});

describe('a column that the table lacks', () => {
  it('is named, with the columns there are', async () => {
    const theatre = [
      'tacit 1',
      'theatre "x"',
      '',
      'record "c.csv" as counts per day',
      '  covers 2020-01-01 to 2020-01-02',
      '  column nort is North attacks South',
      '',
      'actor North',
      'actor South',
      '',
    ].join('\n');
    const at = makeFolder({ 'a.tacit': theatre, 'c.csv': 'date,north\n2020-01-01,1\n2020-01-02,2\n' });
    const { code, error } = await runTacit('examine', at('a.tacit'));
    expect(code).toBe(2);
    expect(error).toContain('c.csv has no column "nort", which the theatre declares. Did you mean "north"?');
  });
});

describe('reports', () => {
  it('never replace another file', async () => {
    const at = makeFolder({ 'a.tacit': goodTheatre, 'events.csv': makeRecord(goodRows) });
    const { code, error } = await runTacit('examine', at('a.tacit'), '--report', at('a.tacit'));
    expect(code).toBe(2);
    expect(error).toContain('is no report of Tacit');
    expect(readFileSync(at('a.tacit'), 'utf8')).toBe(goodTheatre);
  });

  it('replace an earlier report, and the same seed gives the same bytes', async () => {
    const at = makeFolder({ 'a.tacit': goodTheatre, 'events.csv': makeRecord(goodRows) });
    expect((await runTacit('report', at('a.tacit'), '--out', at('r.html'))).code).toBe(0);
    const before = readFileSync(at('r.html'), 'utf8');
    expect((await runTacit('examine', at('a.tacit'), '--report', at('r.html'), '--threads', '2')).code).toBe(
      0,
    );
    expect(readFileSync(at('r.html'), 'utf8')).toBe(before);
    expect(before).not.toMatch(/<script/i);
  });
});
