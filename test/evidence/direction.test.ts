/** What Tacit may say where a record names two sides of an event and not which of them acted. */
import { describe, expect, it } from 'vitest';
import type { ClaimExamination } from '../../src/evidence/index.ts';
import { createMemoryStore, type Event } from '../../src/record/index.ts';
import { makeEvent } from './makeContext.ts';
import { examineMade, FIRST, MADE_HEAD, madeEvents } from './madeTheatre.ts';

const ROWS = madeEvents();
/** The made record as ACLED would have it: the sides of every other event stand the other way round, and mean nothing. */
const UNTOLD = ROWS.map((event, index): Event => {
  const { initiators, targets } = event;
  const swapped = index % 2 === 0 ? { initiators: targets, targets: initiators } : {};
  return { ...event, ...swapped, directed: false };
});

async function examineRows(
  rows: readonly Event[],
  claims: readonly string[],
  direction = 'as told',
): Promise<readonly ClaimExamination[]> {
  const head = MADE_HEAD.replace('2020-12-31\n', `2020-12-31\n  direction ${direction}\n`);
  const text = claims.map((sentence, index) => `claim C${index} by Paper\n  ${sentence}\n`).join('');
  return (await examineMade(text, { store: createMemoryStore(rows) }, head)).claims;
}

const ANSWER = 'when North strikes South then South attacks North within 14 days';
const findings = (claims: readonly ClaimExamination[]) =>
  claims.map(({ parts }) => parts.map(({ finding, reason }) => `${finding}: ${reason}`).join('; '));

describe('a record that tells no direction', () => {
  const run = examineRows(UNTOLD, [
    'when North strikes South then South strikes North within 14 days',
    'when North strikes South then no extra South strikes on North within 14 days',
    'when North strikes South then fewer South strikes on North for 30 days',
    'North strikes on South unchanged from 2020-01-01 compared with South strikes on North',
    ANSWER,
    'West strikes on South fall from 2020-01-01',
  ]);

  it('never compares events with themselves', async () => {
    const [same, none, fewer, compared] = await run;
    for (const claim of [same, none, fewer, compared]) {
      expect(claim?.parts).toHaveLength(1);
      expect(claim?.parts[0]).toMatchObject({ finding: 'not testable', reason: 'direction unknown' });
    }
    const strikes = ROWS.filter(({ initiators }) => initiators[0] === 'North').length;
    expect(same?.parts[0]?.sentence).toContain(`take ${strikes} of the same events`);
  });

  it('asks nothing of two patterns that both tell none, though their acts differ', async () => {
    const answer = (await run)[4];
    expect(answer?.parts[0]).toMatchObject({ finding: 'not testable', reason: 'direction unknown' });
    expect(answer?.parts[0]?.sentence).toContain('Of no event of "North strikes South"');
  });

  it('says of a rate that it is one of events between the two sides', async () => {
    const rate = (await run)[5];
    expect(rate?.parts[0]?.finding).toBe('supported');
    const { events = 0, undirected } = rate?.direction ?? {};
    expect(undirected).toBe(events);
    expect(events).toBeGreaterThan(100);
    expect(rate?.parts[0]?.sentence).toContain(
      `${events} of ${events} events of this claim tell no direction; both orders are counted`,
    );
    const guard = rate?.parts[0]?.guards.find(({ name }) => name.startsWith('direction told'));
    expect(guard).toMatchObject({ passed: null, value: 0 });
  });
});

describe('a record that tells it of some events', () => {
  it('judges an answer whose answering side is told, and says what is not', async () => {
    const rows = ROWS.map((event) => ({ ...event, directed: event.initiators[0] !== 'North' }));
    const [claim] = await examineRows(rows, [ANSWER]);
    expect(claim?.parts[0]?.reason).not.toBe('direction unknown');
    const { direction } = claim!;
    expect(direction?.undirected).toBeGreaterThan(50);
    expect(direction!.undirected).toBeLessThan(direction!.events);
    for (const { sentence } of claim!.parts) expect(sentence).toContain('tell no direction');
  });

  it('says nothing where all is told, or the file says that the columns tell', async () => {
    const sentence = 'West strikes on South fall from 2020-01-01';
    for (const [rows, policy] of [
      [ROWS, 'as told'],
      [UNTOLD, 'recorded'],
    ] as const) {
      const [claim] = await examineRows(rows, [sentence], policy);
      expect(claim).not.toHaveProperty('direction');
      expect(claim?.parts[0]?.sentence).not.toContain('direction');
    }
  });

  it('disputes a change that turns on the order of the columns', async () => {
    // The strikes in the order of the columns go on as before; those in the other order cease.
    const strikes = Array.from({ length: 1096 }, (_, day) => [
      ...(day % 6 === 0 ? [['West', 'South', day] as const] : []),
      ...(day % 2 === 0 && day < 730 ? [['South', 'West', day] as const] : []),
    ]).flat();
    const rows = strikes.map(([first, second, day], index) =>
      makeEvent(`E${index}`, FIRST + day, {
        line: index + 2,
        initiators: [first],
        targets: [second],
        directed: false,
      }),
    );
    const [claim] = await examineRows(rows, ['West strikes on South fall from 2020-01-01']);
    expect(findings([claim!])).toEqual(['disputed: direction policy']);
    expect(claim?.parts[0]?.sentence).toContain('columns taken as meant');
  });
});

it('disputes an answer that rests on rows in which another may have been the one', async () => {
  const contested = ROWS.map((event) =>
    event.initiators[0] === 'South' ? { ...event, initiators: ['West', 'South'] } : event,
  );
  const [claim] = await examineRows(contested, [ANSWER]);
  expect(findings([claim!])[0]).toContain('disputed: readings');
  expect(claim?.parts.map(({ part }) => part)).toContain('attribution');
  const attribution = claim?.parts.find(({ part }) => part === 'attribution');
  expect(attribution?.sentence).toContain('only where no other doer is possible');
  const [own] = await examineRows(ROWS, [ANSWER]);
  expect(own?.parts[0]?.finding).toBe('supported');
});

it('disputes a dated event of which another may have been the doer, in every row', async () => {
  const row = (number: number, initiators: string[]) =>
    makeEvent(`E${number}`, FIRST + 1, { line: number, initiators });
  const dated = 'North strikes South on 2018-01-02';
  const of = async (...rows: Event[]) => (await examineRows(rows, [dated]))[0]?.parts[0];
  const contested = await of(row(2, ['West', 'North']), row(3, ['North', 'Ghost']));
  expect(contested).toMatchObject({ finding: 'disputed', reason: 'doer contested' });
  expect(contested?.sentence).toContain('E2: West or North; E3: North or Ghost');
  expect((await of(row(2, ['West', 'North']), row(3, ['North'])))?.finding).toBe('supported');
});

describe('events and totals', () => {
  const day = (number: number, over: Partial<Event>) =>
    makeEvent(`E${number}`, FIRST + number, { line: number + 2, ...over });
  const rows = [
    day(10, { directed: false, initiators: ['South'], targets: ['North'] }),
    ...[20, 21, 22].map((number) => day(number, {})),
    ...[30, 31].map((number) => day(number, { directed: false })),
  ];
  const within = 'from 2018-01-01 to 2018-12-31';

  it('are certain only as far as the record tells who acted', async () => {
    const claims = await examineRows(rows, [
      `at least 3 North strikes on South ${within}`,
      `at least 4 North strikes on South ${within}`,
      `at most 2 North strikes on South ${within}`,
      `at most 5 North strikes on South ${within}`,
      `at most 6 North strikes on South ${within}`,
      'North strikes South on 2018-01-11',
      'North strikes South on 2018-01-21',
      'first North strikes South on 2018-01-21',
    ]);
    expect(findings(claims)).toEqual([
      'supported: null',
      'not testable: direction unknown',
      'contradicted: null',
      'not testable: direction unknown',
      'not testable: record incomplete',
      'disputed: direction unknown',
      'supported: null',
      // The event ten days before may have been the other side's.
      'supported: null; not testable: record incomplete',
    ]);
    expect(claims[1]?.parts[0]?.sentence).toContain('only 3 of them tell who acted');
  });

  it('are certain nowhere where the file says that either side may have acted', async () => {
    const claims = await examineRows(
      rows,
      [`at least 3 North strikes on South ${within}`, 'North strikes South on 2018-01-21'],
      'either way',
    );
    expect(findings(claims)).toEqual(['not testable: direction unknown', 'disputed: direction unknown']);
  });

  it('are as the columns say where the file says so', async () => {
    const [four, dated] = await examineRows(
      rows,
      [`at least 5 North strikes on South ${within}`, 'North strikes South on 2018-01-31'],
      'recorded',
    );
    expect(findings([four!, dated!])).toEqual(['supported: null', 'supported: null']);
  });
});

describe('one side alone has the means', () => {
  it('stands, and is said with the verdict', async () => {
    const [claim] = await examineRows(UNTOLD, ['West strikes on South fall from 2020-01-01'], 'by means');
    expect(claim?.parts[0]?.finding).toBe('supported');
    expect(claim?.direction).toMatchObject({ undirected: 0 });
    expect(claim?.parts[0]?.sentence).toContain('because the file says that one side alone has the means');
  });

  it('never lets the same events support both sides', async () => {
    const claims = await examineRows(
      UNTOLD,
      [
        'West strikes on South fall from 2020-01-01',
        'South strikes on West fall from 2020-01-01',
        'at least 3 South strikes on West from 2018-01-01 to 2018-12-31',
        'South strikes West on 2018-01-11',
        'when South strikes Ghost then West strikes South within 14 days',
      ],
      'by means',
    );
    expect(findings(claims)).toEqual([
      ...Array.from({ length: 4 }, () => 'not testable: direction unknown'),
      'not testable: pair absent',
    ]);
    expect(claims[1]?.parts[0]?.part).toBe('rate');
    expect(claims[2]?.parts[0]?.part).toBe('total');
    expect(claims[3]?.parts[0]?.part).toBe('event');
  });

  it('lets both sides act by their own means, though the words for their acts share classes', async () => {
    const [claim] = await examineRows(UNTOLD, [ANSWER], 'by means');
    expect(findings([claim!])[0]).not.toContain('direction unknown');
  });
});

describe('a pair that the record next to never names', () => {
  const ghost = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      makeEvent(`G${index}`, FIRST + 100 * index, {
        line: 90_000 + index,
        initiators: ['Ghost'],
        targets: ['South'],
        directed: false,
      }),
    );
  const others = Array.from({ length: 4_000 }, (_, index) =>
    makeEvent(`O${index}`, FIRST + (index % 1096), {
      line: index + 2,
      initiators: ['West'],
      targets: ['North'],
    }),
  );
  const sentences = [
    'Ghost strikes on South fall from 2019-01-01',
    'when Ghost strikes South then South strikes Ghost within 14 days',
    'when West strikes North then no extra Ghost strikes on South within 14 days',
  ];

  it('is absent, whatever else could be said', async () => {
    for (const claim of await examineRows([...others, ...ghost(3)], sentences)) {
      expect(claim.parts[0]).toMatchObject({ finding: 'not testable', reason: 'pair absent' });
      expect(claim.parts[0]?.sentence).toContain('3 events');
      expect(claim.parts[0]?.sentence).toContain('among 4003');
    }
  });

  it('is there from five events on, or from one in a thousand', async () => {
    const [rate] = await examineRows([...others, ...ghost(5)], sentences.slice(0, 1));
    expect(rate?.parts[0]?.reason).not.toBe('pair absent');
    const [share] = await examineRows([...others.slice(0, 2_000), ...ghost(3)], sentences.slice(0, 1));
    expect(share?.parts[0]?.reason).not.toBe('pair absent');
  });

  it('is absent also where no claimed day is recorded', async () => {
    const [claim] = await examineRows(others, ['Ghost strikes on South fall from 2030-01-01 to 2030-12-31']);
    expect(claim?.parts[0]?.reason).toBe('pair absent');
  });
});

describe('killing', () => {
  const dead = { killedLow: 9, killedHigh: 9, killedInitiators: 8, killedTargets: 1 };
  const row = (number: number, over: Partial<Event>) =>
    makeEvent(`E${number}`, FIRST + number, { line: number + 2, ...over });

  it('says whose dead it compares', async () => {
    const count = 'North strikes on South killing at least 5 from 2018-01-01 to 2018-12-31';
    const inAll = row(1, { killedLow: 9, killedHigh: 9 });
    const told = row(2, { ...dead, killedInitiators: 0, killedTargets: 7 });
    const texts = async (...rows: Event[]) =>
      (await examineRows(rows, [`at least 1 ${count}`, `at least 3 ${count}`]))[0]?.parts[0]?.sentence;
    expect(await texts(inAll, row(3, dead))).toContain('this record has 1 event ');
    expect(await texts(inAll, row(3, dead))).toContain('counted in all');
    expect(await texts(told, row(3, dead))).toContain("are those on the target's side.");
    expect(await texts(inAll, told)).toContain("on the target's side in 1 of 2 events");
  });

  it('names the side of a dated event, and takes the dead of neither side for possible', async () => {
    const sized = 'North strikes South on 2018-01-02 killing at least 5';
    const sentenceOf = async (over: Partial<Event>) =>
      (await examineRows([row(1, over)], [sized]))[0]?.parts.find(({ part }) => part === 'total')?.sentence;
    expect(await sentenceOf(dead)).toContain('the record has 1 (on the target side)');
    expect(
      await sentenceOf({ ...dead, directed: false, initiators: ['South'], targets: ['North'] }),
    ).toContain('The record has 8 killed (on the target side)');
    expect(await sentenceOf({ ...dead, killedBest: 12 })).toContain('the record has 1 to 4');
  });
});
