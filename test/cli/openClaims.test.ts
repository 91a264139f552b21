import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { writeVerdictsCsv } from '../../src/report/index.ts';
import { goodRows, goodTheatre, makeRecord } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const OPEN = `
source Undated published ?
claim Asks by Undated
  when North strikes South then South attacks North within ? days
claim Cited by Undated
  North strikes South fall from 2021-01-01
`;

const at = makeFolder({
  'good.tacit': goodTheatre,
  'open.tacit': goodTheatre + OPEN,
  'rest.tacit': `tacit 1\ntheatre "Beside"\nuse "open.tacit"\n`,
  'all.tacit': goodTheatre.replace(
    /^claim[\s\S]*/m,
    `claim Only by Gazette\n  North strikes South fall from ?\n`,
  ),
  'events.csv': makeRecord(goodRows),
});

async function examine(name: string): Promise<Examination> {
  const { code, out } = await runTacit('examine', at(name), '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Examination;
}

describe('a theatre with claims that are still open', () => {
  it('gives all others the verdicts they have without them, and names the open ones', async () => {
    const [open, without] = [await examine('open.tacit'), await examine('good.tacit')];
    expect(open.claims.map(({ parts }) => parts)).toEqual(without.claims.map(({ parts }) => parts));
    expect(open.errorControl).toEqual(without.errorControl);
    expect(open.open?.map(({ name, missing }) => [name, missing.length])).toEqual([
      ['Asks', 1],
      ['Cited', 1],
    ]);
    expect(without.open).toBeUndefined();
    const rows = writeVerdictsCsv(open)
      .split(/\r?\n/)
      .filter((row) => /^(Asks|Cited),/.test(row));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toContain(',not judged,open,');
  }, 60_000);

  it('finds them in used files too', async () => {
    const { open } = await examine('rest.tacit');
    expect(open?.map(({ name, file }) => [name, file])).toEqual([
      ['Asks', 'open.tacit'],
      ['Cited', 'open.tacit'],
    ]);
  }, 60_000);

  it('says so in the table, in the report and instead of a chain', async () => {
    const { code, out, error } = await runTacit('examine', at('all.tacit'), '--report', at('report.html'));
    expect(code).toBe(0);
    expect(error).toContain('1 warning');
    expect(out).toMatch(
      /Still open, not judged \(1\)\n {4}Only: North strikes South fall from \?\n {6}line 12: /,
    );
    const page = readFileSync(at('report.html'), 'utf8');
    expect(page).toContain('<h2 id="open">Still open, not judged (1)</h2>');
    expect(page).toContain('<a href="#open">');
    const why = await runTacit('examine', at('all.tacit'), '--why', 'Only');
    expect(why.code).toBe(2);
    expect(why.error).toContain('Only is still open, so there is no verdict to explain. Not said yet:');
  }, 60_000);
});
