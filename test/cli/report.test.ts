import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { goodRows, goodTheatre, makeRecord } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const SPREADSHEET = '=cmd|calc!A1';
const at = makeFolder({
  'a.tacit': goodTheatre.replace('at "paragraph 3"', `at "paragraph 3" quote "${SPREADSHEET}"`),
  'events.csv': makeRecord(goodRows),
  'mine.csv': 'my own table',
});

it('writes a page, all numbers, and the verdicts as a table, again and again', async () => {
  for (const again of [1, 2]) {
    const { code, error } = await runTacit(
      'report',
      at('a.tacit'),
      '--out',
      at('r.html'),
      '--seed',
      String(again),
    );
    expect([code, error]).toEqual([0, expect.stringMatching(/r\.html .*\n.*r\.json .*\n.*r\.csv /)]);
  }
  const page = readFileSync(at('r.html'), 'utf8');
  expect(page).toContain('<meta name="generator" content="Tacit ');
  expect(page).not.toMatch(/<script/i);
  const { seed, theatre, claims, tacit, thresholds, records } = JSON.parse(
    readFileSync(at('r.json'), 'utf8'),
  ) as Examination;
  expect([seed, claims.length, tacit]).toEqual([2, 2, expect.stringMatching(/^\d/)]);
  expect(Object.keys(thresholds).length).toBeGreaterThan(5);
  const table = readFileSync(at('r.csv'), 'utf8');
  for (const hash of [theatre.hash, records[0]?.hash ?? 'none']) {
    expect(page).toContain(hash.slice(0, 12));
    expect(table).toContain(hash);
  }
  expect(table).toContain(`'${SPREADSHEET}`);
  expect(table).not.toMatch(/(^|,|")=cmd/m);
});

it('overwrites nothing that is no report, and says so before it examines', async () => {
  for (const out of ['mine', 'mine.csv', 'mine.html'])
    expect(await runTacit('report', at('a.tacit'), '--out', at(out))).toMatchObject({
      code: 2,
      error: expect.stringContaining('mine.csv is there already') as string,
    });
  expect(readFileSync(at('mine.csv'), 'utf8')).toBe('my own table');
  expect(existsSync(at('mine.html'))).toBe(false);
  writeFileSync(at('r.json'), '{}');
  expect((await runTacit('report', at('a.tacit'), '--out', at('r.html'))).code).toBe(2);
});
