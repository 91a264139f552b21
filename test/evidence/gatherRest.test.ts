/** The rest of a record beside one stream: every other event, named in the file or not, none of it between the sides. */
import { describe, expect, it } from 'vitest';
import { gatherRest } from '../../src/evidence/gatherRest.ts';
import { theatreKey } from '../../src/evidence/theatreKey.ts';
import { compile, findRecordDays, type CoverageSpell } from '../../src/model/index.ts';
import { createMemoryStore, type Event } from '../../src/record/index.ts';
import { checkText } from '../language/theatreText.ts';
import { makeEvent } from './makeContext.ts';
import { FIRST, MADE_HEAD } from './madeTheatre.ts';

const event = (day: number, initiator: string, target: string, over: Partial<Event> = {}): Event =>
  makeEvent(`E${day} ${initiator} ${target}`, FIRST + day, {
    initiators: initiator === '' ? [] : [initiator],
    targets: target === '' ? [] : [target],
    ...over,
  });

const EVENTS = [
  event(1, 'North', 'South'),
  // Between the sides, of whatever kind and order.
  event(2, 'South', 'North', { code: 'rocket', actClass: 'rocket' }),
  event(2, 'North', 'South', { code: 'talks', actClass: null }),
  event(3, 'West', 'South'),
  event(3, 'West', 'South'),
  event(4, 'South', 'West', { code: 'rocket', actClass: 'rocket' }),
  // Nobody in the file: neither the sides nor the act.
  event(5, 'Stranger', 'Visitor', { code: 'a code of its own', actClass: null }),
  event(6, '', 'Visitor'),
];

async function rest(sentence: string, spells: (ids: readonly string[]) => CoverageSpell[] = () => []) {
  const { theatre, diagnostics } = checkText(`${MADE_HEAD}claim Made by Paper\n  ${sentence}\n`);
  if (!theatre) throw new Error(JSON.stringify(diagnostics));
  const store = createMemoryStore(EVENTS);
  const plan = compile(theatre, { recordDays: await findRecordDays(store, []) });
  const ids = plan.streams.map(({ id }) => id);
  const gathered = await gatherRest(plan, store, [], spells(ids));
  return ids.map((id) => {
    const found = gathered.get(theatreKey(id));
    return found && { days: daysOf(found.counts), told: found.told };
  });
}

const daysOf = (counts: Float64Array) =>
  [...counts].flatMap((count, day) => (count === 0 ? [] : [[day, count]]));
const ELSEWHERE = [
  [3, 2],
  [4, 1],
  [5, 1],
  [6, 1],
];

describe('the rest of a record', () => {
  it('is every event of the record but those between the two sides', async () => {
    const [found] = await rest('North strikes on South fall from 2019-01-01');
    expect(found?.days).toEqual(ELSEWHERE);
  });

  it('is without all that a side does or suffers where the pattern names no other', async () => {
    const [found] = await rest('South attacks fall from 2019-01-01');
    expect(found?.days).toEqual([
      [5, 1],
      [6, 1],
    ]);
  });

  it('is gathered for both directions of a truce, and for what is expected to fall', async () => {
    const both = await rest('truce between North and South from 2019-01-01');
    expect(both.map((found) => found?.days)).toEqual([ELSEWHERE, ELSEWHERE]);
    const [expected] = await rest('expects North strikes on South fall before 2020-12-01');
    expect(expected?.days).toEqual(ELSEWHERE);
  });

  it('is gathered for the answers of strengths that are compared', async () => {
    const answer = 'when North strikes South then South attacks North within 14 days';
    const [triggers, answers] = await rest(
      `${answer}\nperiod Autumn from 2019-07-01\nclaim Grew by Paper\n  Made is stronger during Autumn`,
    );
    expect(triggers).toBeUndefined();
    expect(answers?.days).toEqual(ELSEWHERE);
  });

  it('is not gathered for other forms, nor beside another stream', async () => {
    expect(await rest('more than 1 North strikes on South from 2018-01-01 to 2018-12-31')).toEqual([
      undefined,
    ]);
    const compared = await rest(
      'North strikes on South fall from 2019-01-01 compared with West strikes on South',
    );
    expect(compared).toEqual([undefined, undefined]);
  });

  it('knows of which days published totals tell how much is recorded', async () => {
    const spell = { first: FIRST, last: FIRST + 9, share: 0.5 };
    const [found] = await rest('North strikes on South fall from 2019-01-01', ([id = '']) => [
      { ...spell, stream: id },
      { ...spell, stream: 'another' },
    ]);
    expect(found?.told).toEqual([{ first: FIRST, last: FIRST + 9 }]);
  });
});
