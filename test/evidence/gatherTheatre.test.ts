/** The rest of a theatre: other events than those between a claim's own sides, each once. */
import { describe, expect, it } from 'vitest';
import { gatherTheatre } from '../../src/evidence/gatherTheatre.ts';
import { theatreKey } from '../../src/evidence/theatreKey.ts';
import { compile, findRecordDays } from '../../src/model/index.ts';
import { createMemoryStore, type Event } from '../../src/record/index.ts';
import { checkText } from '../language/theatreText.ts';
import { FIRST, MADE_HEAD } from './madeTheatre.ts';
import { makeEvent } from './makeContext.ts';

const event = (day: number, initiator: string, target: string, code = 'airstrike'): Event =>
  makeEvent(`E${day} ${initiator} ${target} ${code}`, FIRST + day, {
    initiators: [initiator],
    targets: [target],
    code,
    actClass: code,
  });

const EVENTS = [
  event(1, 'North', 'South'),
  event(2, 'South', 'North', 'rocket'),
  event(3, 'West', 'South'),
  event(3, 'West', 'South'),
  event(4, 'West', 'North'),
  // Between the sides, though none of the claim's two patterns takes them.
  event(5, 'North', 'South', 'rocket'),
  event(6, 'South', 'North', 'airstrike'),
  event(7, 'South', 'West', 'rocket'),
  event(8, 'West', 'South', 'rocket'),
];

const ANSWER = `claim Answered by Paper
  when North strikes South then South attacks North within 14 days
`;

async function rest(claims: string) {
  const { theatre, diagnostics } = checkText(`${MADE_HEAD}${claims}`);
  if (!theatre) throw new Error(JSON.stringify(diagnostics));
  const store = createMemoryStore(EVENTS);
  const plan = compile(theatre, { recordDays: await findRecordDays(store, []) });
  const gathered = await gatherTheatre(plan, store, []);
  const test = plan.claims[0]?.test;
  if (test?.kind !== 'answer') throw new Error('the first claim is about an answer');
  const found = gathered.get(theatreKey(test.response, test.trigger));
  return found && { texts: found.texts, days: daysOf(found.counts) };
}

const daysOf = (counts: Float64Array) =>
  [...counts].flatMap((count, day) => (count === 0 ? [] : [[day, count]]));

describe('the rest of a theatre', () => {
  it('is nothing where the file has no other pattern', async () => {
    expect(await rest(ANSWER)).toBeUndefined();
  });

  it('counts what another pattern takes', async () => {
    const found = await rest(`${ANSWER}claim Other by Paper\n  West strikes on South fall from 2019-01-01\n`);
    expect(found).toEqual({ texts: ['West strikes on South'], days: [[3, 2]] });
  });

  it('leaves out every act between the sides, of whatever kind and order', async () => {
    const found = await rest(
      `${ANSWER}claim Other by Paper\n  anyone strikes on anyone fall from 2019-01-01\n`,
    );
    expect(found?.days).toEqual([
      [3, 2],
      [4, 1],
    ]);
  });

  it('counts an event once that several patterns take', async () => {
    const found = await rest(
      `${ANSWER}claim Other by Paper\n  West strikes on South fall from 2019-01-01\n` +
        'claim All by Paper\n  West attacks on South fall from 2019-01-01\n',
    );
    expect(found?.days).toEqual([
      [3, 2],
      [8, 1],
    ]);
  });

  it('names a pattern once that claims of other windows take from rows dated otherwise', async () => {
    const wider = (name: string, days: number) =>
      `claim ${name} by Paper\n  when West strikes South then South attacks West within ${days} days\n`;
    const found = await rest(`${ANSWER}${wider('Short', 7)}${wider('Long', 30)}`);
    expect(found?.texts).toEqual(['West strikes South', 'South attacks West']);
  });

  it('takes all days of a pattern that is asked for on one date', async () => {
    const found = await rest(`${ANSWER}claim Once by Paper\n  West strikes North on 2018-01-04\n`);
    expect(found).toEqual({ texts: ['West strikes North'], days: [[4, 1]] });
  });
});
