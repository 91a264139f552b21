/** What is examined again and again must be what is examined once: the same bytes, whatever was remembered. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EarlyExamination } from '../../src/evidence/index.ts';
import { openExaminer, type Examiner, type ExaminerAnswer } from '../../src/host/openExaminer.ts';
import type { Shell } from '../../src/host/shell.ts';
import { runTacit } from '../cli/runTacit.ts';
import { goodRows, makeRecord, row } from '../cli/madeTheatre.ts';

const THEATRE = `tacit 1
theatre "A border"

record "events.csv"
  covers 2020-01-01 to 2021-12-31

actor North
actor South
place Bridge at 34.5 N 40.9 E within 20 km
source Gazette published 2022-01-10
source Herald published 2021-06-30

claim Answers by Gazette at "paragraph 2"
  when North strikes South then South attacks North within 10 days
claim Falls by Herald
  South attacks North falls from 2021-01-01
claim OnTheDay by Gazette at "paragraph 3"
  North strikes South on 2020-03-01 killing at least 1
claim Truce by Herald
  truce between North and South from 2020-06-01 to 2020-07-01
`;

const shell: Shell = {
  write: () => undefined,
  writeError: () => undefined,
  colour: false,
  colourError: false,
  interactive: false,
  width: 100,
};
const folder = mkdtempSync(join(tmpdir(), 'tacit-examiner-'));
const file = join(folder, 'theatre.tacit');
let examiner: Examiner;
beforeAll(() => {
  writeFileSync(join(folder, 'events.csv'), makeRecord(goodRows));
  examiner = openExaminer(shell, 2, 1);
});
afterAll(async () => {
  await examiner.close();
  rmSync(folder, { recursive: true, force: true });
});

const silent = () => ({
  onLoaded: () => undefined,
  onProgress: () => undefined,
  signal: new AbortController().signal,
});
const examine = async (text: string, seed = 1): Promise<Extract<ExaminerAnswer, { kind: 'examined' }>> => {
  writeFileSync(file, text);
  const answer = await examiner.examine(file, seed, silent());
  if (answer.kind !== 'examined') throw new Error(JSON.stringify(answer));
  return answer;
};
/** As the command line prints it, with nothing remembered. */
const anew = async (seed = 1) => {
  await examiner.release();
  return (await runTacit('examine', file, '--json', '--seed', String(seed))).out;
};
const print = (examination: unknown) => `${JSON.stringify(examination, null, 2)}\n`;
const ALL = ['Answers', 'Falls', 'OnTheDay', 'Truce'];

describe('an examination after a change', () => {
  it.each<[string, string, string[], number?]>([
    ['at first', THEATRE, ALL],
    ['of a comment, which moves every line', `// note\n${THEATRE}`, []],
    ['of one window', THEATRE.replace('within 10 days', 'within 12 days'), ['Answers']],
    ['back again', THEATRE, []],
    [
      'of when a source was published',
      THEATRE.replace('published 2021-06-30', 'published 2021-05-31'),
      ['Falls', 'Truce'],
    ],
    [
      'of an actor that claims speak of',
      THEATRE.replace('actor South', 'actor South also "Southern army"'),
      ALL,
    ],
    [
      'of a claim before the others, with a pattern that is part of the rest of the theatre, at which no judge looked',
      THEATRE.replace(
        'claim Answers',
        'claim Early by Herald\n  South strikes North on 2020-05-01\nclaim Answers',
      ),
      ['Early'],
    ],
    [
      'of the order of claims',
      THEATRE.replace(/(claim Answers[^]*?)(claim Falls[^]*?)(?=claim OnTheDay)/, '$2$1'),
      [],
    ],
    [
      'of the days that nobody recorded',
      THEATRE.replace('to 2021-12-31\n', 'to 2021-12-31\n  missing 2020-10-01 to 2020-10-31\n'),
      ALL,
    ],
    ['of the seed', THEATRE, ALL, 2],
  ])('%s', async (_, text, judged, seed) => {
    const answer = await examine(text, seed);
    expect([...answer.judged].sort()).toEqual([...judged].sort());
    expect(print(answer.examination)).toBe(await anew(seed));
  });

  it('of the record reads it again', async () => {
    await examine(THEATRE);
    const more = row('N99', '2021-11-20', 'North', 'South', 'airstrike');
    writeFileSync(join(folder, 'events.csv'), makeRecord([...goodRows, more]));
    const answer = await examine(THEATRE);
    expect(answer.judged).toContain('Answers');
    expect(answer.examination.records[0]?.right).toBe(goodRows.length + 1);
    expect(print(answer.examination)).toBe(await anew());
  });
});

it('says what keeps a theatre from being examined, and goes on afterwards', async () => {
  writeFileSync(file, THEATRE.replace('actor South\n', ''));
  const errors = await examiner.examine(file, 1, silent());
  expect(errors).toMatchObject({ kind: 'errors' });
  writeFileSync(file, THEATRE.replace('"events.csv"', '"absent.csv"'));
  const fault = await examiner.examine(file, 1, silent());
  expect(fault).toMatchObject({ kind: 'fault', message: expect.stringContaining('absent.csv') as string });
  expect((await examine(THEATRE)).examination.claims).toHaveLength(4);
});

describe('verdicts before the end', () => {
  /** What was shown before the end, and the end. */
  const watch = async (text: string, seed: number) => {
    const shown: EarlyExamination[] = [];
    writeFileSync(file, text);
    const answer = await examiner.examine(file, seed, { ...silent(), onEarly: (one) => shown.push(one) });
    if (answer.kind !== 'examined') throw new Error(JSON.stringify(answer));
    return { shown, answer };
  };
  const more = [...'ABCD'].map(
    (name, index) =>
      `claim More${name} by Gazette\n  when North strikes South then South attacks North within ${11 + index} days\n`,
  );
  const long = `${THEATRE}${more.join('')}`;

  it('are those of the end, and a claim without one is said to wait', async () => {
    const { shown, answer } = await watch(long, 11);
    expect(shown.length).toBeGreaterThan(0);
    for (const { examination, waiting } of shown) {
      expect(examination.claims.map(({ name }) => name)).toEqual(
        answer.examination.claims.map(({ name }) => name),
      );
      for (const claim of examination.claims) {
        const last = answer.examination.claims.find(({ name }) => name === claim.name);
        if (waiting.includes(claim.name)) expect(claim).toMatchObject({ parts: [], figures: null });
        else {
          expect(claim.parts.map(({ finding }) => finding)).toEqual(
            last?.parts.map(({ finding }) => finding),
          );
          expect(claim.figures).toEqual(last?.figures);
        }
      }
    }
    expect(shown.some(({ waiting }) => waiting.length < answer.examination.claims.length)).toBe(true);
    const again = await watch(`${long}// a note\n`, 11);
    expect([again.shown, again.answer.judged]).toEqual([[], []]);
  });
});

it('stops where it is told to, and remembers what it had judged', async () => {
  const stop = new AbortController();
  const text = THEATRE.replace('within 10 days', 'within 15 days');
  writeFileSync(file, text);
  const answer = await examiner.examine(file, 7, {
    ...silent(),
    onProgress: () => stop.abort(),
    signal: stop.signal,
  });
  expect(answer.kind).toBe('cancelled');
  expect((await examine(text, 7)).judged.length).toBeLessThanOrEqual(4);
});
