import { describe, expect, it } from 'vitest';
import { buildPanel, type Placement, type Plan, type PlannedStream } from '../../src/model/index.ts';
import type { CountCell, CountsTable } from '../../src/record/index.ts';

const stream = (over: Partial<PlannedStream> = {}): PlannedStream => ({
  id: 's1',
  text: 'South attacks on North',
  unit: { of: 'events' },
  selection: { id: 's1', anyOf: [] },
  columns: null,
  untestable: null,
  ...over,
});
const plan = (over: Partial<Plan> = {}, ...streams: PlannedStream[]): Plan => ({
  first: 100,
  last: 119,
  recorded: [{ first: 100, last: 119 }],
  stepDays: 1,
  streams: streams.length > 0 ? streams : [stream()],
  claims: [],
  rivals: [],
  totals: [],
  ...over,
});
const cell = (first: number, last = first, over: Partial<CountCell> = {}): CountCell => ({
  stream: 's1',
  first,
  last,
  events: 1,
  killedLow: null,
  killedHigh: null,
  wounded: null,
  ...over,
});
const FIRST: Placement = { at: 'first' };
const drawn = (seed: number, imputation = 0): Placement => ({ at: 'drawn', seed, imputation });
const countsOf = (one: Plan, cells: CountCell[], placement: Placement = FIRST): number[] => [
  ...buildPanel(one, cells, [], placement).counts[0]!,
];
const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

describe('counts by day', () => {
  it('fall on their days; what lies outside the covered days does not count', () => {
    const counts = countsOf(plan(), [
      cell(100),
      cell(103, 103, { events: 2 }),
      cell(119),
      cell(99),
      cell(120),
    ]);
    expect([counts[0], counts[3], counts[19], sum(counts)]).toEqual([1, 2, 1, 4]);
  });

  it('belong to their own stream', () => {
    const panel = buildPanel(
      plan({}, stream(), stream({ id: 's2' })),
      [cell(101), cell(105, 105, { stream: 's2' })],
      [],
      FIRST,
    );
    expect(panel.counts.map((counts) => [counts[1], counts[5]])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('are masked on days that no record covers', () => {
    const recorded = [
      { first: 100, last: 104 },
      { first: 110, last: 119 },
    ];
    const panel = buildPanel(plan({ recorded }), [], [], FIRST);
    expect([...panel.recorded].join('')).toBe('11111000001111111111');
  });

  it('of deaths are the lower stated numbers; unstated ones add nothing', () => {
    const deaths = stream({ unit: { of: 'deaths' } });
    const cells = [
      cell(101, 101, { killedLow: 3, killedHigh: 9 }),
      cell(102),
      cell(103, 103, { killedLow: 0 }),
    ];
    expect(countsOf(plan({}, deaths), cells).slice(0, 4)).toEqual([0, 3, 0, 0]);
  });

  it('of days with events are one a day, however many events', () => {
    const days = stream({ unit: { of: 'days' } });
    expect(countsOf(plan({}, days), [cell(101, 101, { events: 5 }), cell(102)]).slice(0, 4)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('need no day at all', () => {
    const panel = buildPanel(plan({ first: 0, last: -1, recorded: [] }), [], [], FIRST);
    expect([panel.steps, panel.counts[0]?.length]).toEqual([0, 0]);
  });
});

describe('events whose day is not known exactly', () => {
  const cells = [cell(102, 108, { events: 40, killedLow: 80 })];

  it('are put at either end where a reading says so', () => {
    expect(countsOf(plan(), cells, { at: 'first' })[2]).toBe(40);
    expect(countsOf(plan(), cells, { at: 'last' })[8]).toBe(40);
  });

  it('are drawn inside their interval, all of it, and none is lost', () => {
    const counts = countsOf(plan(), cells, drawn(7));
    expect(sum(counts)).toBe(40);
    expect(sum(counts.slice(2, 9))).toBe(40);
    // 40 draws over 7 days miss a given day with probability 0.002.
    expect(counts.slice(2, 9).every((count) => count > 0)).toBe(true);
  });

  it('are drawn alike for the same seed, otherwise for another seed, imputation or stream', () => {
    const first = countsOf(plan(), cells, drawn(7));
    expect(countsOf(plan(), cells, drawn(7))).toEqual(first);
    expect(countsOf(plan(), cells, drawn(8))).not.toEqual(first);
    expect(countsOf(plan(), cells, drawn(7, 1))).not.toEqual(first);
    expect(countsOf(plan({}, stream({ text: 'West attacks on North' })), cells, drawn(7))).not.toEqual(first);
  });

  it('leave events whose day is known alone, whatever the seed', () => {
    const known = [cell(101), cell(115)];
    expect(countsOf(plan(), known, drawn(7))).toEqual(countsOf(plan(), known, drawn(8)));
  });

  it('share the deaths of their cell evenly', () => {
    const deaths = stream({ unit: { of: 'deaths' } });
    const counts = countsOf(plan({}, deaths), cells, drawn(7));
    expect(sum(counts)).toBeCloseTo(80, 9);
    expect(counts.every((count) => count % 2 === 0)).toBe(true);
  });
});

describe('tables of counts', () => {
  const column = (name: string) => stream({ id: name, columns: [{ record: 'table.csv', column: name }] });
  const table = (over: Partial<CountsTable>): CountsTable => ({
    record: 'table.csv',
    hash: '',
    step: 'day',
    first: 100,
    steps: 20,
    columns: {},
    setAside: [],
    ...over,
  });
  const values = Array.from({ length: 20 }, (_, index) => index);

  it('are read on their own days; an empty cell masks the day for every stream', () => {
    const empty = values.map((value) => (value === 4 ? null : value));
    const both = stream({
      id: 'sum',
      columns: [
        { record: 'table.csv', column: 'a' },
        { record: 'table.csv', column: 'b' },
      ],
    });
    const tables = [table({ columns: { a: values, b: empty } })];
    const panel = buildPanel(plan({}, column('a'), both), [], tables, FIRST);
    expect([...panel.counts[0]!]).toEqual(values);
    expect([panel.counts[1]![5], panel.counts[1]![19]]).toEqual([10, 38]);
    expect([...panel.recorded].map((on, step) => (on ? '' : step)).join('')).toBe('4');
  });

  it('are unknown before their first and after their last row', () => {
    const tables = [table({ first: 103, steps: 5, columns: { a: [1, 2, 3, 4, 5] } })];
    const panel = buildPanel(plan({}, column('a')), [], tables, FIRST);
    expect([...panel.recorded].join('')).toBe('00011111000000000000');
    expect(panel.counts[0]![3]).toBe(1);
  });

  it('refuse a column that is not there', () => {
    expect(() => buildPanel(plan({}, column('a')), [], [table({})], FIRST)).toThrow('no column a');
  });

  it('of weeks set the step of the panel, from their own weekday on', () => {
    const weekly = table({ step: 'week', first: 102, steps: 2, columns: { a: [5, 6] } });
    const panel = buildPanel(
      plan({ stepDays: 7 }, column('a'), stream({ id: 's1' })),
      [cell(102), cell(108), cell(109), cell(101)],
      [weekly],
      FIRST,
    );
    expect([panel.first, panel.stepDays, panel.steps]).toEqual([102, 7, 3]);
    expect([...panel.counts[0]!]).toEqual([5, 6, 0]);
    expect([...panel.counts[1]!]).toEqual([2, 1, 0]);
    // The third week is not covered to its end, and has no row.
    expect([...panel.recorded]).toEqual([1, 1, 0]);
  });

  it('of weeks lose the whole week in which one day is missing', () => {
    const recorded = [
      { first: 100, last: 106 },
      { first: 108, last: 119 },
    ];
    const weekly = table({ step: 'week', first: 100, steps: 3, columns: { a: [1, 1, 1] } });
    const panel = buildPanel(plan({ stepDays: 7, recorded }, column('a')), [], [weekly], FIRST);
    expect([...panel.recorded]).toEqual([1, 0, 0]);
  });

  it('of days are summed to weeks beside a table of weeks', () => {
    const weekly = table({ step: 'week', first: 100, steps: 2, columns: { a: [1, 1] } });
    const daily = table({ record: 'days.csv', columns: { d: values.map(() => 1) } });
    const ofDays = stream({ id: 'd', columns: [{ record: 'days.csv', column: 'd' }] });
    const panel = buildPanel(plan({ stepDays: 7 }, column('a'), ofDays), [], [weekly, daily], FIRST);
    expect([...panel.counts[1]!].slice(0, 2)).toEqual([7, 7]);
  });
});

describe('coverage', () => {
  const spell = (first: number, last: number, share: number, of = 's1') => ({
    stream: of,
    first,
    last,
    share,
  });
  const sharesOf = (one: Plan, ...spells: ReturnType<typeof spell>[]) => [
    ...buildPanel(one, [], [], FIRST, spells).coverage[0]!,
  ];

  it('is 1 but on the days of a spell of the stream; the last one named holds', () => {
    const shares = sharesOf(plan(), spell(90, 101, 0.5), spell(101, 103, 0.8), spell(100, 110, 0.1, 's2'));
    expect(shares.slice(0, 6)).toEqual([0.5, 0.8, 0.8, 0.8, 1, 1]);
    expect(sharesOf(plan()).every((share) => share === 1)).toBe(true);
    expect(sharesOf(plan(), spell(119, 400, 0.5)).slice(-2)).toEqual([1, 0.5]);
  });

  it('of a week is the mean of its days', () => {
    const weekly = plan({ stepDays: 7, last: 113, recorded: [{ first: 100, last: 113 }] });
    expect(sharesOf(weekly, spell(100, 103, 0.3))[0]).toBeCloseTo((4 * 0.3 + 3) / 7, 12);
  });

  it.each([0, -1, 1.2, NaN])('cannot be %f', (share) => {
    expect(() => sharesOf(plan(), spell(100, 101, share))).toThrow('coverage of s1');
  });
});

describe('a panel beside another', () => {
  const ids = ['exact', 'vague', 'deaths', 'more', 'none'];
  const streams = ids.map((id) => stream({ id, unit: { of: id === 'deaths' ? 'deaths' : 'events' } }));
  const own = (id: string, first: number, over: Partial<CountCell> = {}) =>
    cell(first, first, { stream: id, ...over });
  const cells = [
    own('exact', 101),
    own('exact', 110),
    own('vague', 102, { last: 109 }),
    own('deaths', 103, { killedLow: 2 }),
    own('more', 104),
  ];
  const others = [
    own('exact', 101),
    own('exact', 110),
    own('vague', 102, { last: 109 }),
    own('deaths', 103, { killedLow: 3 }),
    own('more', 104),
    own('more', 105),
  ];
  const one = plan({}, ...streams);
  const base = { cells, panel: buildPanel(one, cells, [], FIRST) };
  const placements: readonly Placement[] = [FIRST, { at: 'last' }, drawn(3, 1)];

  it.each(placements)('is what it is alone, whatever it shares ($at)', (placement) => {
    for (const counted of [cells, others, []])
      expect(buildPanel(one, counted, [], placement, [], base)).toEqual(
        buildPanel(one, counted, [], placement),
      );
  });

  it.each(placements)('shares the series of streams with the same cells of exact days ($at)', (placement) => {
    const { counts, coverage } = buildPanel(one, others, [], placement, [], base);
    const shared = ids.filter((_, index) => counts[index] === base.panel.counts[index]);
    expect(shared).toEqual(['exact', 'none']);
    expect(new Set([...coverage, ...base.panel.coverage]).size).toBe(1);
  });

  it('shares no coverage that is not whole', () => {
    const spell = { stream: 'exact', first: 100, last: 104, share: 0.5 };
    const thinned = { cells, panel: buildPanel(one, cells, [], FIRST, [spell]) };
    expect(buildPanel(one, cells, [], FIRST, [], thinned)).toEqual(base.panel);
  });
});
