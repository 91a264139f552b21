import { describe, expect, it } from 'vitest';
import type { Examination } from '../../src/evidence/index.ts';
import { createMemoryStore } from '../../src/record/index.ts';
import { makeEvent } from './makeContext.ts';
import { examineMade, FIRST, MADE_HEAD, madeEvents } from './madeTheatre.ts';

const CLAIMS = `claim Answered by Paper
  when North strikes South then South attacks North within 14 days
claim Fell by Paper
  West strikes on South fall from 2020-01-01 compared with 2019-01-01 to 2019-12-31
claim Absent by Paper
  when Ghost strikes South then South attacks North within 14 days
claim Never by Paper
  when North strikes South then South attacks Ghost within 14 days
claim Hushed by Early
  when North strikes South then South attacks North within 14 days
claim Quiet by Paper
  when North strikes South then South attacks North within 14 days
  since 2018-03-30
  until 2018-03-30
claim Why by Paper
  untestable intent "to be feared"
claim Sized by Paper
  South attacks on North killing about 3 fall from 2020-01-01
`;
const table = ({ claims }: Examination): string[] =>
  claims.flatMap(({ name, parts }) =>
    parts.map(({ part, finding, reason }) => `${name} ${part}: ${finding}, ${reason}`),
  );
/** Everything but what may differ with the seed: the band of chance dates, and the seed itself. */
const withoutBand = (examination: Examination): unknown =>
  JSON.parse(
    JSON.stringify(examination, (key, value: unknown) => (/^placebo|^seed$/.test(key) ? undefined : value)),
  );

describe('a whole examination', () => {
  const run = examineMade(CLAIMS);

  it('gives every claim its findings', async () => {
    expect(table(await run)).toEqual([
      'Answered timing: supported, null',
      'Answered cause: supported, null',
      'Fell rate: supported, null',
      'Absent timing: not testable, pair absent',
      'Never timing: not testable, pair absent',
      'Hushed timing: not testable, window not covered',
      'Quiet timing: not testable, antecedent never occurred',
      'Why intent: not testable, intent',
      'Sized rate: not testable, pair absent',
    ]);
  });

  it('judges up to publication and shows apart what came after', async () => {
    const { claims } = await run;
    const answered = claims[0]!;
    expect(answered.judged).toEqual({ first: '2018-01-01', last: '2020-06-30', untilPublication: true });
    expect(answered.afterPublication).toMatch(/^From 2020-07-01 to 2020-12-31: /);
    expect(answered.published).toBe('2020-06-30');
    expect(claims.find(({ name }) => name === 'Quiet')?.afterPublication).toBeNull();
    expect(claims.find(({ name }) => name === 'Why')?.afterPublication).toBeNull();
  });

  it('counts the triggers of the judged days only', async () => {
    const until = FIRST + 911;
    const triggers = madeEvents().filter(
      ({ initiators, first }) => initiators[0] === 'North' && first <= until,
    );
    expect((await run).claims[0]?.parts[0]?.events.trigger).toBe(triggers.length);
  });

  it('shows the events that count, with where they stand, and says how many are not shown', async () => {
    const { claims } = await run;
    const { events, eventsNotShown } = claims[0]!;
    expect(events.every(({ first }) => first <= '2020-06-30')).toBe(true);
    expect(events[0]).toMatchObject({
      record: 'made.csv',
      what: expect.stringMatching(/^(North: airstrike on South|South: rocket on North)$/) as string,
    });
    const counted = (claims[0]?.parts[0]?.events.trigger ?? 0) + (claims[0]?.parts[0]?.events.response ?? 0);
    expect(events.length + (eventsNotShown ?? 0)).toBe(counted);
  });

  it('says rightly how many events it does not show of a long record', async () => {
    const many = Array.from({ length: 1000 }, (_, k) => makeEvent(`E${k}`, FIRST + k, { line: k + 2 }));
    const claim = 'claim Many by Paper\n  at least 1 North strikes on South from 2018-01-01 to 2020-12-31\n';
    const { claims } = await examineMade(claim, { store: createMemoryStore(many) });
    const days = claims[0]?.judged.last === '2020-06-30' ? 912 : 1000;
    expect(claims[0]!.events.length + (claims[0]!.eventsNotShown ?? 0)).toBe(days);
  });

  it('corrects for the number of tests it made', async () => {
    const { errorControl, claims } = await run;
    expect(errorControl).toMatchObject({ level: 0.05, tests: 2 });
    const guard = claims[0]?.parts[0]?.guards.find(({ name }) => name === 'number of tests');
    expect(guard?.passed).toBe(true);
  });

  it('names claims that rest on the same events', async () => {
    const shared = (await run).sharedEvents.map(({ claims }) => claims);
    // Hushed and Quiet name the same patterns on days without events.
    expect(shared).toEqual([
      ['Answered', 'Never'],
      ['Answered', 'Absent'],
    ]);
  });

  it('does not call events shared by claims that speak of different days', async () => {
    const fell = 'West strikes on South fall from';
    const claims = `claim One by Paper\n  ${fell} 2018-06-01 to 2018-08-31 compared with 2018-01-01 to 2018-05-31
claim Two by Paper\n  ${fell} 2020-03-01 to 2020-05-31 compared with 2019-01-01 to 2019-12-31\n`;
    expect((await examineMade(claims)).sharedEvents).toEqual([]);
  });

  it('knows no NaN and no Infinity', async () => {
    const examination = await run;
    JSON.stringify(examination, (_, value: unknown) => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      return value;
    });
  });

  it('gives the same bytes again', async () => {
    expect(JSON.stringify(await examineMade(CLAIMS))).toBe(JSON.stringify(await run));
  });

  it('does not depend on the order of the rows', async () => {
    const again = await examineMade(CLAIMS, { store: createMemoryStore(madeEvents().reverse()) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(await run));
  });

  it('changes with the seed only where chance dates are drawn, when every day is known', async () => {
    const exact = createMemoryStore(
      madeEvents().map((event) => ({ ...event, last: event.first, precision: 'day' as const })),
    );
    const claims = CLAIMS.slice(CLAIMS.indexOf('claim Fell'));
    const [one, two] = await Promise.all([1, 2].map((seed) => examineMade(claims, { seed, store: exact })));
    expect(withoutBand(two!)).toEqual(withoutBand(one!));
  });
});

describe('what a record can and cannot bear', () => {
  const ANSWER = CLAIMS.slice(0, CLAIMS.indexOf('claim Fell'));

  it('a claim is not testable where dates are coarser than its window', async () => {
    const vague = madeEvents().map((event) =>
      event.initiators[0] === 'South'
        ? { ...event, last: event.first + 29, precision: 'month' as const }
        : event,
    );
    const { claims } = await examineMade(ANSWER, { store: createMemoryStore(vague) });
    expect(claims[0]?.parts[0]).toMatchObject({ finding: 'not testable', reason: 'dates too coarse' });
  });

  it('an empty record makes every claim untestable, and nothing throws', async () => {
    const { claims, records } = await examineMade(CLAIMS, { store: createMemoryStore([]) });
    expect(
      claims.flatMap(({ parts }) => parts.map(({ finding }) => finding)).filter((one) => one === 'supported'),
    ).toEqual([]);
    expect(claims[0]?.parts[0]?.reason).toBe('pair absent');
    expect(records).toEqual([]);
    const head = MADE_HEAD.replace('  covers 2018-01-01 to 2020-12-31\n', '');
    const bare = await examineMade(CLAIMS, { store: createMemoryStore([]) }, head);
    expect(bare.claims[0]?.parts[0]?.reason).toBe('window not covered');
    expect(bare.claims[0]?.judged).toMatchObject({ first: null, last: null });
  });

  it('a fault that favours quick answers keeps an answer from being supported', async () => {
    const head = MADE_HEAD.replace(
      '2020-12-31\nactor',
      '2020-12-31\n  fault answers "exchanges were sought"\nactor',
    );
    const { claims, records } = await examineMade(ANSWER, {}, head);
    expect(claims[0]?.parts[0]).toMatchObject({
      finding: 'not separable',
      reason: 'how the record was collected',
    });
    expect(records[0]?.faults[0]).toBe('exchanges were sought');
  });

  it('spells that nobody recorded are masked', async () => {
    const head = MADE_HEAD.replace(
      '2020-12-31\nactor',
      '2020-12-31\n  missing 2018-06-01 to 2018-08-31\nactor',
    );
    const { claims, records } = await examineMade(ANSWER, {}, head);
    const guard = claims[0]?.parts[0]?.guards.find(({ name }) => name === 'unrecorded days');
    expect(guard?.value).toBe(92);
    expect(records[0]?.faults.join(' ')).toContain('92 days are declared as not recorded');
  });

  it('who did it decides where nobody states the doer', async () => {
    const unstated = madeEvents().map((event) =>
      event.initiators[0] === 'South' ? { ...event, attribution: 'unattributed' as const } : event,
    );
    const { claims } = await examineMade(ANSWER, { store: createMemoryStore(unstated) });
    const readings = claims[0]?.parts[0]?.guards.find(({ name }) => name === 'readings');
    expect(readings?.detail).toContain('without events whose doer nobody states');
    expect(claims[0]?.parts.map(({ part, finding }) => `${part}: ${finding}`)).toEqual([
      'timing: disputed',
      'cause: disputed',
      'attribution: disputed',
    ]);
  });
});

describe('the quality of a record', () => {
  it('is told in sentences: thinned, imprecise, without doers', async () => {
    const claim = 'claim Fell by Paper\n  North strikes on South fall from 2020-01-01\n';
    const head = MADE_HEAD.replace(
      '2020-12-31\nactor',
      '2020-12-31\n  totals "counters.csv" of North strikes South\nactor',
    );
    const rows = [
      makeEvent('A', FIRST + 3),
      makeEvent('B', FIRST + 5, { line: 3, last: FIRST + 11, precision: 'week' }),
      makeEvent('C', FIRST + 400, { line: 4, initiators: [], attribution: 'unattributed' }),
      makeEvent('D', FIRST + 401, { line: 5, initiators: ['West', 'East'], attribution: 'attributed' }),
      // Where no attribution is told, several names may be of one actor.
      makeEvent('E', FIRST + 402, { line: 6, initiators: ['WEST', 'WES'], attribution: 'unknown' }),
    ];
    const total = { source: 'Counters', scope: 'all', address: null, note: null };
    const totals = new Map([
      [
        'counters.csv',
        [
          { ...total, since: FIRST, day: FIRST + 20, total: 8 },
          { ...total, since: FIRST, day: FIRST + 4, total: 1 },
          { ...total, since: null, day: FIRST + 9, total: 999 },
        ],
      ],
    ]);
    const { records } = await examineMade(claim, { store: createMemoryStore(rows), totals }, head);
    const { faults, totals: compared, right, withoutInitiator } = records[0]!;
    expect([right, withoutInitiator]).toEqual([5, 1]);
    expect(faults.join('\n')).toContain(
      '1 of 5 rows names several possible doers; each counts for every one of',
    );
    expect(compared.map(({ published, recorded }) => [published, recorded])).toEqual([
      [8, 2],
      [1, 1],
    ]);
    const told = faults.join('\n');
    expect(told).toContain(
      'It is thinned: from 2018-01-01 to 2018-01-21 it holds 2 events where Counters published 8 (25 %)',
    );
    expect(told).toContain('In 1 of 5 rows nobody states who did it.');
    expect(told).toMatch(/1 of 5 rows (is|are) dated less exactly than to the day/);
    // Three rows tell no rate, so their silences cannot be called unlikely.
    expect(told).not.toContain('No event of anyone');
  });

  it('tells of silences that its own rate makes unlikely, and of possible duplicates', async () => {
    const claim = 'claim Fell by Paper\n  North strikes on South fall from 2020-01-01\n';
    const at = { placeNames: ['Fort'] };
    const twice = [9000, 9001].map((line) => makeEvent(`T${line}`, FIRST + 500, { ...at, line }));
    const rows = Array.from({ length: 1000 }, (_, day) =>
      makeEvent(`E${day}`, FIRST + day, { line: day + 2 }),
    )
      .filter((_, day) => day < 600 || day > 640)
      .filter((_, day) => day % 2 === 0);
    const { records } = await examineMade(claim, { store: createMemoryStore([...rows, ...twice]) });
    const { faults, gaps, duplicates } = records[0]!;
    expect(gaps.map(({ first, last }) => `${first} to ${last}`)).toContain('2019-08-23 to 2019-10-03');
    expect(faults.join('\n')).toContain('2019-08-23 to 2019-10-03');
    expect(duplicates.count).toBe(1);
    expect(faults.join('\n')).toMatch(
      /1 pair of rows may be one incident coded twice \(.*\); they count apart/,
    );
  });
});

describe('a record that holds a changing share of what was published', () => {
  // The record keeps every strike of 2018 and 2019, and every fourth of 2020, in which as many happened.
  const rows = Array.from({ length: 1096 }, (_, day) => day)
    .filter((day) => day % 2 === 0 && (day < 730 || day % 8 === 0))
    .map((day) => makeEvent(`E${day}`, FIRST + day, { line: day + 2 }));
  const claim = 'claim Fell by Paper\n  North strikes on South fall from 2020-01-01\n';
  const head = MADE_HEAD.replace(
    '2020-12-31\nactor',
    '2020-12-31\n  totals "counters.csv" of North strikes South\nactor',
  );
  const total = { source: 'Counters', scope: 'all', address: null, note: null, since: FIRST };
  const published = [364, 729, 912, 1095].map((day) => ({
    ...total,
    day: FIRST + day,
    total: Math.floor(day / 2) + 1,
  }));

  it('finds a fall that is one of the recording disputed', async () => {
    const store = createMemoryStore(rows);
    const without = await examineMade(claim, { store });
    expect(without.claims[0]!.parts[0]).toMatchObject({ finding: 'supported' });
    const totals = new Map([['counters.csv', published]]);
    const { claims } = await examineMade(claim, { store, totals }, head);
    const [rate] = claims[0]!.parts;
    expect(rate).toMatchObject({ finding: 'disputed', reason: 'readings' });
    const readings = rate!.guards.find(({ name }) => name === 'readings');
    expect(readings?.detail).toMatch(/published totals as the share recorded: ratio (0\.9|1\.0)/);
  });
});
