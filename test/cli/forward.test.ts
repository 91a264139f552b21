import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/calendar/index.ts';
import { borderText as wholeText, drawBorder, FIRST } from '../forecast/borderTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

/** A year and a half of the border: long enough for one rule, short enough to be quick. */
const DAYS = 547;
const borderText = (whatIfs: string) =>
  wholeText(whatIfs).replace(/covers .*/, 'covers 2020-01-01 to 2021-06-30');
const { north, south } = drawBorder(4);
const counts = ['date,north,south'];
for (let t = 0; t < DAYS; t++) counts.push(`${formatDay(FIRST + t)},${north![t]},${south![t]}`);
const whatIfs = `claim Never by Gazette
  when South strikes North then North attacks South within 10 days
whatif "no answers" from 2021-07-01 for 60 days
  without SouthAnswers
whatif "no return" from 2021-07-01 for 60 days
  without Never
`;
const at = makeFolder({
  'border.tacit': borderText(whatIfs),
  'plain.tacit': borderText(''),
  'short.tacit': borderText('').replace(/covers .*/, 'covers 2020-01-01 to 2020-02-20'),
  'wrong.tacit': borderText('').replace('within 10 days', 'within 1 month'),
  'counts.csv': `${counts.join('\n')}\n`,
  'short/counts.csv': `${counts.slice(0, 52).join('\n')}\n`,
  'short/short.tacit': borderText('').replace(/covers .*/, 'covers 2020-01-01 to 2020-02-20'),
});

interface Forecast {
  readonly check: { readonly kind: string };
  readonly streams: readonly { readonly stream: string; readonly expected: number }[];
}

describe('tacit forecast', () => {
  it('says first whether it beats the floor, then totals by stream, then writes the page', async () => {
    const page = at('forecast.html');
    const args = [
      'forecast',
      at('border.tacit'),
      '--days',
      '20',
      '--paths',
      '200',
      '--threads',
      '1',
      '--report',
      page,
    ];
    const { code, out } = await runTacit(...args);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^(Beats the floor|Not shown to beat the floor|Does not beat the floor): from 8 past days, 20/,
    );
    expect(out).toContain('Events from 2021-07-01 to 2021-07-20 (20 days) in 200 possible futures');
    expect(out).toContain('North attacks South\n');
    expect(readFileSync(page, 'utf8')).toContain('of 20 futures');
  });

  it('says that nothing was checked where it was not, and is the same on any number of threads', async () => {
    const args = ['forecast', at('border.tacit'), '--no-check', '--json', '--paths', '100'];
    const [one, two] = [await runTacit(...args, '--threads', '1'), await runTacit(...args, '--threads', '3')];
    expect(two.out).toBe(one.out);
    const { check, streams } = JSON.parse(one.out) as Forecast;
    expect(check).toEqual({ kind: 'not checked', why: 'left out by --no-check' });
    expect(streams.find(({ stream }) => stream === 'North attacks South')!.expected).toBeGreaterThan(5);
  });

  it('says so where the record is too short to try a past day', async () => {
    const { code, out } = await runTacit('forecast', at('short/short.tacit'), '--paths', '100');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(
      /^Not checked whether this beats a rule of thumb: the record is too short/,
    );
  });

  it('writes draws that it scores itself again, as those of another system', async () => {
    const draws = at('draws.csv');
    const file = ['forecast', at('border.tacit'), '--no-check', '--paths', '100', '--draws', draws];
    expect((await runTacit(...file)).error).toMatch(/No whole month|Draws written/);
    const units = ['--unit', '57=North attacks South', '--unit-column', 'country_id'];
    const { error } = await runTacit(...file, '--days', '62', ...units);
    expect(error).toContain('months 499 to 500, 1 unit, 100 draws each');
    const [head, first] = readFileSync(draws, 'utf8').split('\r\n');
    expect([head, first]).toEqual([
      'month_id,country_id,draw,outcome',
      expect.stringMatching(/^499,57,0,\d+$/),
    ]);
    const past = readFileSync(draws, 'utf8').replace(/^499,/gm, '490,').replace(/^500,/gm, '491,');
    writeFileSync(draws, past);
    const scored = await runTacit('backtest', at('border.tacit'), '--score', draws, '--unit', units[1]!);
    expect(scored.code).toBe(0);
    expect(scored.out).toMatch(/^2 counts of 2 months, 100 draws each/);
    expect(scored.out).toMatch(/\nimported draws +2 /);
    expect(scored.out).toMatch(/\nconflictology +2 /);
    const lost = await runTacit('backtest', at('border.tacit'), '--score', draws);
    expect([lost.code, lost.error]).toEqual([2, expect.stringContaining('no pattern is called “57”')]);
  });

  it.each([
    [['--days', '0'], 2],
    [['--draws', 'nowhere/x.csv'], 2],
    [['--report', 'package.json'], 2],
    [['--unit', '57', '--draws', 'x.csv'], 2],
  ])('refuses %j', async (args, code) => {
    expect((await runTacit('forecast', at('border.tacit'), ...args)).code).toBe(code);
  });

  it('ends with 1 where the theatre has errors', async () => {
    for (const command of ['forecast', 'backtest', 'whatif'])
      expect((await runTacit(command, at('wrong.tacit'))).code).toBe(1);
  });
});

describe('tacit backtest', () => {
  const args = ['backtest', at('border.tacit'), '--origins', '3', '--days', '7', '--paths', '100'];

  it('prints scores of every system, the same on any number of threads', async () => {
    const [one, two] = [await runTacit(...args, '--threads', '1'), await runTacit(...args, '--threads', '2')];
    expect(one.code).toBe(0);
    expect(two.out).toBe(one.out);
    expect(one.out).toMatch(/^3 past days from/);
    for (const system of ['full model', 'conflictology', 'zero', 'hhh4-like', 'endemic only'])
      expect(one.out).toMatch(new RegExp(`\\n${system} +6 `));
  });

  it('says so and ends with 2 where no past day can be tried', async () => {
    const { code, out } = await runTacit('backtest', at('short/short.tacit'));
    expect([code, out]).toEqual([2, expect.stringContaining('No past day could be tried')]);
  });
});

describe('tacit whatif', () => {
  it('answers what rests on supported rules and refuses the rest, or marks it', async () => {
    const args = ['whatif', at('border.tacit'), '--paths', '400'];
    const page = at('whatif.html');
    const { code, out } = await runTacit(...args, '--report', page);
    expect(code).toBe(0);
    expect(out).toMatch(
      /What if: no answers, 2021-07-01 to 2021-08-29\n {2}rests on SouthAnswers: timing supported/,
    );
    expect(out).toMatch(
      /South strikes North: [\d.]+ expected instead of [\d.]+, [\d.]+ fewer \(95 % interval/,
    );
    expect(out).toMatch(/fewer\),?\s+if\s+SouthAnswers is causal and holds as it did/);
    expect(out).toMatch(
      /What if: no return.*\n {2}rests on Never: .*\n {2}Not answered\. It rests on what the/,
    );
    expect(out).not.toContain('MARKED');
    expect(readFileSync(page, 'utf8')).toContain('Not answered.');
    const marked = await runTacit(...args, 'no return', '--anyway');
    expect(marked.out).toContain('MARKED: this rests on a rule that the record does not support.');
    expect(marked.out).not.toContain('no answers');
  });

  it('names the what-ifs there are where none has the title, and says where there are none', async () => {
    const lost = await runTacit('whatif', at('border.tacit'), 'no answer');
    expect([lost.code, lost.error]).toEqual([2, expect.stringContaining('Did you mean “no answers”?')]);
    const none = await runTacit('whatif', at('plain.tacit'));
    expect([none.code, none.error]).toEqual([2, expect.stringContaining('asks no what-if')]);
  });
});
