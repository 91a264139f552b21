import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../src/evidence/index.ts';
import { makeFolder, runTacit } from './runTacit.ts';

// The cheapest kind: one claim, two years.
const KIND = '48-triggers-0.5';
const inFolder = makeFolder({
  'notes.txt': 'not results\n',
  'other.jsonl': `${JSON.stringify({ tacit: '0.1.0', seed: 2, program: 'x' })}\n`,
  'theatre.tacit': 'tacit 1\n',
});

const calibrate = (resume: string, records: number, ...more: string[]) =>
  runTacit(
    ...['calibrate', '--kind', KIND, '--records', String(records), '--seed', '5'],
    ...['--resume', inFolder(resume), '--json', ...more],
  );

describe('tacit calibrate', () => {
  it('prints the same bytes whatever the threads and wherever it was interrupted', async () => {
    const one = await calibrate('one.jsonl', 3, '--threads', '1');
    expect(one.code).toBe(0);
    const two = await calibrate('two.jsonl', 3, '--threads', '2');
    expect(two.out).toBe(one.out);

    // Stopped in the middle of a line after one record.
    const [head, first, second = ''] = readFileSync(inFolder('one.jsonl'), 'utf8').split('\n');
    writeFileSync(inFolder('cut.jsonl'), [head, first, second.slice(0, 40)].join('\n'));
    const resumed = await calibrate('cut.jsonl', 3, '--threads', '1');
    expect(resumed.error).toMatch(/kept in .*cut\.jsonl: 1\. Left to do: 2\./);
    expect(resumed.out).toBe(one.out);

    // Nothing is left to do, and a smaller table takes only its own records.
    const again = await calibrate('cut.jsonl', 3);
    expect(again.error).toContain('Left to do: 0.');
    expect(again.out).toBe(one.out);
    const [kind] = (JSON.parse((await calibrate('cut.jsonl', 1)).out) as Calibration).kinds;
    expect(kind?.records).toBe(1);
  });

  it('keeps to the contract of its JSON', async () => {
    const { out } = await calibrate('one.jsonl', 3);
    const { kinds } = JSON.parse(out) as Calibration;
    expect(kinds).toHaveLength(1);
    const [{ kind, records, supported, notSeparable, tooFew, contradicted, disputed, notTestable, upper95 }] =
      kinds as [Calibration['kinds'][number]];
    expect([kind, records]).toEqual(['48 triggers 0.5', 3]);
    expect(supported + notSeparable + tooFew + contradicted + disputed + notTestable).toBe(3);
    expect(upper95).toBeGreaterThan(supported / 3);
  });

  it('judges all claims on the first records only', async () => {
    const { out } = await runTacit(
      ...['calibrate', '--kind', 'rise to the double', '--records', '2', '--all-claims', '1', '--json'],
      ...['--resume', inFolder('fall.jsonl')],
    );
    const [kind] = (JSON.parse(out) as Calibration).kinds;
    expect(kind?.claims.map(({ claim, records }) => [claim, records])).toEqual([
      ['rises', 2],
      ['unchanged', 1],
    ]);
  });

  it('judges the claims that are named, and passes over kinds without them', async () => {
    const { out } = await runTacit(
      ...['calibrate', '--kind', 'rise to the double', '--kind', 'A begins', '--claim', 'unchanged'],
      ...['--records', '1', '--json', '--resume', inFolder('named.jsonl')],
    );
    const { kinds } = JSON.parse(out) as Calibration;
    expect(kinds.map(({ kind }) => kind)).toEqual(['rise to the double']);
    expect(kinds[0]?.claims.map(({ claim, records }) => [claim, records])).toEqual([['unchanged', 1]]);
  });

  it('does not take a result that is already known for a new one of another seed', async () => {
    const { out } = await calibrate('one.jsonl', 3);
    const other = await runTacit(
      ...['calibrate', '--kind', KIND, '--records', '3', '--seed', '6', '--json'],
      ...['--resume', inFolder('one.jsonl')],
    );
    expect(other.code).toBe(2);
    expect(other.error).toContain('holds results of seed 5, not 6');
    expect((await calibrate('one.jsonl', 3)).out).toBe(out);
  });

  it('passes over lines that are no results', async () => {
    const { out } = await calibrate('one.jsonl', 3);
    writeFileSync(inFolder('dirty.jsonl'), readFileSync(inFolder('one.jsonl'), 'utf8'));
    appendFileSync(
      inFolder('dirty.jsonl'),
      '{"kind":"48 triggers 0.5","index":-1,"outcomes":[]}\n\0\n[]\n{}\n',
    );
    expect((await calibrate('dirty.jsonl', 3)).out).toBe(out);
  });

  it('prints tables with the plain test and the reasons, and writes them as a page', async () => {
    const { code, out } = await runTacit(
      ...['calibrate', '--kind', KIND, '--records', '3', '--seed', '5'],
      ...['--resume', inFolder('one.jsonl'), '--report', inFolder('tables.html')],
    );
    expect(code).toBe(0);
    expect(out).toContain('when North strikes South then South attacks North within 14 days');
    expect(out).toMatch(/kind +records +supported +95 % limit +plain test +not separable/);
    expect(out).toMatch(/48 triggers 0\.5 +3 +[\d.]+ % +≥ [\d.]+ %/);
    const page = readFileSync(inFolder('tables.html'), 'utf8');
    expect(page).toContain('Verdicts where the truth is known');
    expect(page).toContain('<b>48 triggers 0.5</b>');
    expect(page).not.toContain('<script');
  });
});

describe('tacit calibrate refuses', () => {
  const refuse = async (...args: string[]) => {
    const { code, out, error } = await runTacit('calibrate', '--records', '1', ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    return error;
  };

  it('a claim that is not there', async () => {
    const error = await refuse('--claim', 'onlyduring');
    expect(error).toContain('There is no claim called “onlyduring”. Did you mean “only during”?');
  });

  it('a kind that is not there', async () => {
    const error = await refuse('--kind', 'independant');
    expect(error).toContain('Did you mean “independent”?');
    expect(error).toContain('hidden third cause');
    expect(await refuse('--kind', '')).toContain('There is no kind');
  });

  it('to keep results in a file that holds something else', async () => {
    expect(await refuse('--resume', inFolder('notes.txt'))).toContain(
      'holds no results of `tacit calibrate`',
    );
    expect(readFileSync(inFolder('notes.txt'), 'utf8')).toBe('not results\n');
    expect(await refuse('--resume', inFolder('.'))).toContain('is not a file');
  });

  it('results of another program', async () => {
    expect(await refuse('--seed', '2', '--resume', inFolder('other.jsonl'))).toContain(
      'another version of Tacit',
    );
  });

  it('to write the page over a theatre', async () => {
    const error = await refuse('--report', inFolder('theatre.tacit'), '--resume', inFolder('new.jsonl'));
    expect(error).toContain('no report of Tacit');
    expect(existsSync(inFolder('new.jsonl'))).toBe(false);
  });
});
