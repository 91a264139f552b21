import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LedgerSource } from '../../src/evidence/index.ts';
import { goodRows, goodTheatre, makeRecord } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const head = goodTheatre.slice(0, goodTheatre.indexOf('source Gazette'));
const forecasts = `${head}source Gazette published 2020-06-30
source Herald published 2020-06-30
claim Comes by Gazette at "1"
  expects North strikes South before 2020-09-01
claim Fails by Gazette at "2"
  expects South strikes North before 2020-09-01
claim Open by Gazette at "3"
  expects South clashes with North before 2025-01-01
claim Safe by Herald at "4"
  expects possible South clashes with North before 2020-09-01
claim Fact by Herald at "5"
  North strikes South on 2020-03-01
`;
// South strikes North and clashes with it elsewhere in time, so that the pair is in the record.
const rows = [...goodRows, goodRows[1]!.replace('rocket', 'airstrike').replace('S0', 'Z1')];

const at = makeFolder({
  'one.tacit': forecasts.replaceAll('clashes with', 'strikes'),
  'two.tacit': `${head}source Gazette published 2020-06-30\nclaim Again by Gazette at "6"\n  expects North strikes South before 2021-01-01\n`,
  'none.tacit': goodTheatre,
  'wrong.tacit': goodTheatre.replace('within 10 days', 'within 1 month'),
  'events.csv': makeRecord(rows),
});

describe('tacit ledger', () => {
  it('counts by source what became of every forecast, over several files', async () => {
    const { code, out } = await runTacit('ledger', at('one.tacit'), at('two.tacit'), '--json');
    expect(code).toBe(0);
    const { sources } = JSON.parse(out) as { sources: LedgerSource[] };
    expect(sources.map(({ source }) => source)).toEqual(['Gazette', 'Herald']);
    const [gazette, herald] = sources;
    expect(gazette?.entries.map(({ claim, outcome }) => [claim, outcome])).toEqual([
      ['Comes', 'came true'],
      ['Fails', 'did not'],
      ['Open', 'open'],
      ['Again', 'came true'],
    ]);
    expect(gazette?.settledShare).toBeCloseTo(2 / 3);
    expect(herald?.entries.map(({ outcome }) => outcome)).toEqual(['cannot fail']);
    expect(herald).toMatchObject({ settledShare: null, counts: { 'cannot fail': 1, 'came true': 0 } });
  });

  it('prints them, and counts a file named twice once', async () => {
    const { code, out } = await runTacit('ledger', at('two.tacit'), at('two.tacit'));
    expect(code).toBe(0);
    expect(out).toContain('Gazette: 1 forecast\n  1 came true, 0 did not (100 % of those settled)');
    expect(out).toMatch(/ {2}came true {4}Again/);
  });

  it('writes them as a page too, the same for any number of threads', async () => {
    const pages = [1, 3].map((threads) => at(`ledger${threads}.html`));
    for (const [index, page] of pages.entries()) {
      const threads = String(2 * index + 1);
      const { code, error } = await runTacit(
        ...['ledger', at('one.tacit'), at('two.tacit'), '--threads', threads, '--report', page],
      );
      expect(code).toBe(0);
      expect(error).toContain(`Report written to ${page}`);
    }
    const [one, three] = pages.map((page) => readFileSync(page, 'utf8'));
    expect(three).toBe(one);
    expect(one).toContain('<bdi>Gazette</bdi>');
    expect(one).toContain('4 forecasts: 2 came true, 1 did not (67 % of those settled), 1 open');
    expect(one?.match(/<tr><td>(?:came true|did not|open|cannot fail)</g)).toHaveLength(5);
    expect(one).toContain('--seed 1 --report ledger.html');
    expect(one).not.toMatch(/<script|javascript:/);
  });

  it('refuses a page over a file that is no report, before anything is examined', async () => {
    const { code, out, error } = await runTacit('ledger', at('one.tacit'), '--report', at('events.csv'));
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('is there already and is no report of Tacit');
  });

  it('says so where nothing is expected', async () => {
    const { code, out, error } = await runTacit('ledger', at('none.tacit'));
    expect([code, out]).toEqual([0, '']);
    expect(error).toContain('No claim of these files says what is expected.');
  });

  it('prints no ledger at all where one of the files cannot be examined', async () => {
    const { code, out } = await runTacit('ledger', at('two.tacit'), at('wrong.tacit'));
    expect([code, out]).toEqual([1, '']);
  });
});
