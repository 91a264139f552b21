/** `tacit examine --deep`: records drawn from the shared wave, the same for any number of threads. */
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/calendar/index.ts';
import type { Examination } from '../../src/evidence/index.ts';
import { makeRecord as drawRecord } from '../evidence/wave/makeRecord.ts';
import { makeRecord, row } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const DAYS = 400;
const FIRST = 17_532;
const { a, b } = drawRecord({ rhoAB: 1, days: DAYS, rateA: 0.25 }, 4, 'a rule for a deep check');
const rows = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) => [
  ...Array.from({ length: a[day]! }, (_, k) =>
    row(`N${day}.${k}`, formatDay(FIRST + day), 'North', 'South', 'airstrike'),
  ),
  ...Array.from({ length: b[day]! }, (_, k) =>
    row(`S${day}.${k}`, formatDay(FIRST + day), 'South', 'North', 'rocket'),
  ),
]);
const folder = makeFolder({
  'events.csv': makeRecord(rows),
  'rule.tacit': `tacit 1
theatre "A rule"
record "events.csv"
  covers ${formatDay(FIRST)} to ${formatDay(FIRST + DAYS - 1)}
actor North
actor South
source Gazette published 2020-01-10
claim Answered by Gazette
  when North strikes South then South attacks North within 14 days
`,
});

async function examine(...args: string[]) {
  const { code, out } = await runTacit('examine', folder('rule.tacit'), '--json', ...args);
  expect(code).toBe(0);
  return { out, parts: (JSON.parse(out) as Examination).claims[0]?.parts };
}
const bootstrapOf = (parts: Awaited<ReturnType<typeof examine>>['parts']) =>
  parts?.[0]?.guards.find(({ name }) => name === 'wave bootstrap');

describe('a deep check', () => {
  it('draws records for what is supported and says how many show as much, alike on one thread and two', async () => {
    const deep = await examine('--deep', '19', '--threads', '1');
    expect(bootstrapOf(deep.parts)?.detail).toMatch(/^\d+ of 19 records drawn/);
    expect(bootstrapOf(deep.parts)?.value).toBeGreaterThanOrEqual(1 / 20);
    expect((await examine('--deep', '19', '--threads', '2')).out).toBe(deep.out);
  });

  it('needs enough draws for 5 %', async () => {
    const { code, error } = await runTacit('examine', folder('rule.tacit'), '--deep', '18');
    expect(code).toBe(2);
    expect(error).toContain('whole number from 19');
  });
});
