/** Whole path: the same days and acts, with another doer written for the contested ones. */
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/calendar/index.ts';
import type { Examination } from '../../src/evidence/index.ts';
import { makePair } from '../evidence/makePair.ts';
import { FIRST } from '../evidence/madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const DAYS = 1096;
const HEADER =
  'id,date_start,date_end,precision,initiator,target,action,place,killed_min,killed_max,killed_side,wounded,attribution';

const THEATRE = `tacit 1
theatre "Contested acts"
record "events.csv"
  covers 2018-01-01 to 2020-12-31
actor North
actor South
actor West
source Gazette published 2021-02-01
claim South_answers by Gazette
  when North strikes South then South attacks North within 7 days
claim West_answers by Gazette
  when North strikes South then West attacks North within 7 days
claim South_stays_calm by Gazette
  when North strikes South then no extra South attacks North within 7 days
`.replaceAll('_', '');

/** North strikes; `contested` answers come eight in ten; South and West attack now and then by themselves, as they say. */
function writeRecord(doer: string, attribution: string): string {
  const { a, b: answers } = makePair(3, { days: DAYS, rate: 0.15, rateB: 0.01, rhoAB: 0.8, self: 0 });
  const { a: south, b: west } = makePair(4, { days: DAYS, rate: 0.06, self: 0 });
  const rows: string[] = [];
  const add = (counts: Float64Array, initiator: string, target: string, action: string, who: string) =>
    counts.forEach((count, day) => {
      const date = formatDay(FIRST + day);
      for (let k = 0; k < count; k++)
        rows.push(`E${rows.length},${date},${date},day,${initiator},${target},${action},Hill,,,,,${who}`);
    });
  add(a, 'North', 'South', 'airstrike', 'stated');
  add(answers, doer, 'North', 'rocket', attribution);
  add(south, 'South', 'North', 'rocket', 'stated');
  add(west, 'West', 'North', 'rocket', 'stated');
  return [HEADER, ...rows, ''].join('\n');
}

/** `finding (reason)` of each claim's timing, and the sentence of its attribution where there is one. */
async function examineWith(doer: string, attribution: string) {
  const at = makeFolder({ 'events.csv': writeRecord(doer, attribution), 'theatre.tacit': THEATRE });
  const { code, out } = await runTacit('examine', at('theatre.tacit'), '--json');
  expect(code).toBe(0);
  const { claims } = JSON.parse(out) as Examination;
  const [south, west, calm] = claims.map(({ parts }) => ({
    finding: `${parts[0]?.finding} (${parts[0]?.reason})`,
    effect: parts[0]?.effect?.estimate ?? null,
    sentence: parts[0]?.sentence ?? '',
    attribution: parts.find(({ part }) => part === 'attribution')?.sentence ?? null,
  }));
  if (!south || !west || !calm) throw new Error('a claim is missing');
  return { south, west, calm };
}

describe('the doer of contested acts', () => {
  it('stated without contest, decides for the one and against the other, and turns the verdicts when swapped', async () => {
    const own = await examineWith('South', 'stated');
    const swapped = await examineWith('West', 'stated');
    expect([own.south.finding, own.west.finding]).toEqual(['supported (null)', 'contradicted (null)']);
    expect([swapped.south.finding, swapped.west.finding]).toEqual([
      'contradicted (null)',
      'supported (null)',
    ]);
    expect(own.calm.finding).toBe('contradicted (null)');
    expect(swapped.calm.finding).not.toMatch(/contradicted|disputed/);
    expect([own.south.attribution, swapped.west.attribution]).toEqual([null, null]);
  }, 60_000);

  it('named by third parties alone leaves an answer disputed, and the verdict says on whom it turns', async () => {
    const { south } = await examineWith('South', 'attributed');
    expect(south.finding).toBe('disputed (readings)');
    expect(south.attribution).toContain('only events whose doer is stated or claimed');
  }, 60_000);

  it('named by nobody hides no answer: what is found with these events counted makes a denial disputed', async () => {
    const { south, calm } = await examineWith('UNK', 'unattributed');
    for (const one of [south, calm]) {
      expect(one.finding).toBe('disputed (readings)');
      expect(one.attribution).toContain('events without a named doer counted too');
      expect(one.sentence).toContain('The finding turns on a choice');
    }
  }, 60_000);

  it('one of two named leaves both disputed', async () => {
    const { south, west } = await examineWith('South;West', 'attributed');
    expect([south.finding, west.finding]).toEqual(['disputed (readings)', 'disputed (readings)']);
    expect(west.attribution).toContain('of several possible doers only the first named');
  }, 60_000);
});
