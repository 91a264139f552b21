/** Answers asked for in another place: what the triggers' side does where the answers happen. */
import { describe, expect, it } from 'vitest';
import { gatherSamePlace } from '../../src/evidence/gatherSamePlace.ts';
import { compile, findRecordDays } from '../../src/model/index.ts';
import { createMemoryStore, type Event } from '../../src/record/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { checkText } from '../language/theatreText.ts';
import { examineMade, FIRST, MADE_HEAD } from './madeTheatre.ts';
import { makeEvent } from './makeContext.ts';
import { makePair } from './makePair.ts';

const HEAD = `${MADE_HEAD}place East "East"\nplace Coast "Coast"\narea Both of East, Coast\n`;

function event(day: number, from: string, to: string, place: string, code = 'airstrike', row = 0): Event {
  const sides = { initiators: [from], targets: [to], placeNames: [place] };
  return makeEvent(`E${day} ${place} ${code} ${row}`, FIRST + day, { ...sides, code, actClass: code });
}

const EVENTS = [
  event(1, 'North', 'South', 'East'),
  event(2, 'North', 'South', 'Coast'),
  event(2, 'North', 'South', 'Coast', 'airstrike', 1),
  event(3, 'South', 'North', 'Coast', 'rocket'),
  event(4, 'West', 'South', 'Coast'),
];

async function gather(sentence: string) {
  const { theatre, diagnostics } = checkText(`${HEAD}claim Made by Paper\n  ${sentence}\n`);
  if (!theatre) throw new Error(JSON.stringify(diagnostics));
  const store = createMemoryStore(EVENTS);
  const plan = compile(theatre, { recordDays: await findRecordDays(store, []) });
  const found = await gatherSamePlace(plan, store, []);
  return [...found].map(([key, counts]) => [
    key.split(' ').map((id) => plan.streams.find((stream) => stream.id === id)?.text),
    [...counts].flatMap((count, day) => (count === 0 ? [] : [[day, count]])),
  ]);
}

describe("the triggers' pattern in the place of the answers", () => {
  it('is counted where the two places differ', async () => {
    expect(
      await gather('when North strikes South in East then South attacks North in Coast within 14 days'),
    ).toEqual([[['North strikes South in East', 'South attacks North in Coast'], [[2, 2]]]]);
  });

  it('leaves out what are triggers already', async () => {
    expect(
      await gather('when North strikes South in Both then South attacks North in Coast within 14 days'),
    ).toEqual([]);
    const [found] = await gather(
      'when North strikes South in Coast then South attacks North in Both within 14 days',
    );
    expect(found?.[1]).toEqual([[1, 1]]);
  });

  it.each(['in Coast then South attacks North', 'then South attacks North in Coast'])(
    'is not asked where one of the two names no place (%s)',
    async (sides) => {
      expect(await gather(`when North strikes South ${sides} within 14 days`)).toEqual([]);
    },
  );
});

/** North strikes one of two places, and on two of three of these days the other one too; Coast answers eight in ten strikes on `struck`. */
function strikes(seed: number, struck: 'East' | 'Coast'): Event[] {
  const random = randomStream(seed, 'strikes on two places', 0);
  const { a, b } = makePair(seed, { days: 1096, rate: 0.12, rhoAB: 0.8 });
  const other = struck === 'East' ? 'Coast' : 'East';
  const rows: Event[] = [];
  a.forEach((count, day) => {
    for (let k = 0; k < count; k++) {
      rows.push(event(day, 'North', 'South', struck, 'airstrike', rows.length));
      if (random.uniform() < 2 / 3) rows.push(event(day, 'North', 'South', other, 'airstrike', rows.length));
    }
    for (let k = 0; k < b[day]!; k++) rows.push(event(day, 'South', 'North', 'Coast', 'rocket', rows.length));
  });
  return rows;
}

describe('answers in another place', () => {
  const CLAIM = `claim Across by Late
  when North strikes South in East then South attacks North in Coast within 14 days
  until 2020-12-31
`;
  const judge = async (struck: 'East' | 'Coast') => {
    const store = createMemoryStore(strikes(1, struck));
    const { claims } = await examineMade(CLAIM, { store }, HEAD);
    const part = claims[0]?.parts[0];
    const guard = part?.guards.find(({ name }) => name === 'acts in the place of the answers');
    return { finding: `${part?.finding} (${part?.reason})`, sentence: part?.sentence, passed: guard?.passed };
  };

  it('are not supported where they answer what hit their own place on the same days', async () => {
    const home = await judge('Coast');
    expect(home.finding).toBe('not separable (acts in the place of the answers)');
    expect(home.sentence).toContain('acted in the place of the answers too');
    expect(home.passed).toBe(false);
  });

  it('are supported where they answer the other place', async () => {
    expect(await judge('East')).toMatchObject({ finding: 'supported (null)', passed: true });
  });
});
