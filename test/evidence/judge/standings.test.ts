/** Shares, highest and lowest, ground held, who begins exchanges, expectations, coincidence: each finding by its own record. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/evidence/index.ts';
import type { Quantity } from '../../../src/language/index.ts';
import type { ClaimTest, ControlledGround } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext, makeEvent } from '../makeContext.ts';

const LENGTH = 730;
const nothing = () => new Float64Array(LENGTH);
const quantity = (bound: Quantity['bound'], value: number): Quantity => ({ bound, value, none: false });
const every = (step: number, from = 0, to = LENGTH) => {
  const counts = nothing();
  for (let day = from; day < to; day += step) counts[day] = 1;
  return counts;
};
const verdictOf = (a: Float64Array, b: Float64Array, test: ClaimTest, over = {}) =>
  judge(makeContext(a, b, test, over)).parts[0];

describe('the part of a whole', () => {
  const share = (percent: Quantity | null): ClaimTest => ({
    kind: 'share',
    part: 's2',
    whole: 's1',
    percent,
    days: [{ first: 0, last: LENGTH - 1 }],
  });
  // One in four, evenly.
  const whole = every(2);
  const quarter = every(8);

  it.each([
    [quantity('about', 25), 'supported'],
    [quantity('at least', 40), 'contradicted'],
    [quantity('exactly', 26), 'too few events'],
    [null, 'contradicted'],
  ] as const)('%j of a quarter', (percent, finding) => {
    expect(verdictOf(whole, quarter, share(percent))).toMatchObject({ part: 'share', finding });
  });

  it('is most where more than half is sure, and not where half is in the interval', () => {
    expect(verdictOf(every(2), every(2, 0, 600), share(null))?.finding).toBe('supported');
    const half = verdictOf(every(2), every(4), share(null));
    expect(half?.finding).toBe('too few events');
  });

  it('widens the interval where the part comes in bursts', () => {
    const bursts = nothing();
    for (let day = 0; day < LENGTH; day += 2) if (Math.floor(day / 30) % 4 === 0) bursts[day] = 1;
    const even = verdictOf(whole, quarter, share(null))?.effect;
    const burst = verdictOf(whole, bursts, share(null))?.effect;
    const width = (effect: typeof even) => (effect?.upper ?? 0) - (effect?.lower ?? 0);
    expect(width(burst)).toBeGreaterThan(1.5 * width(even));
  });
});

describe('highest and lowest', () => {
  // Day 0 is 1970-01-01, so that the panel holds 24 whole months.
  const month = (index: number) => {
    const first = Math.round(Date.UTC(1970, index, 1) / 86_400_000);
    return { first, last: Math.round(Date.UTC(1970, index + 1, 1) / 86_400_000) - 1 };
  };
  const test = (how: 'highest' | 'lowest', index: number): ClaimTest => ({
    kind: 'extreme',
    stream: 's2',
    how,
    period: month(index),
    since: month(0).first,
  });
  const rising = nothing();
  for (let index = 0; index < 24; index++) rising[month(index).first + 3] = 5 + index;

  it('ranks months among the months since the date named', () => {
    expect(verdictOf(nothing(), rising, test('highest', 20))).toMatchObject({ finding: 'supported' });
    expect(verdictOf(nothing(), rising, test('lowest', 20))).toMatchObject({ finding: 'contradicted' });
    const later: ClaimTest = { ...test('lowest', 20), since: month(20).first } as ClaimTest;
    expect(verdictOf(nothing(), rising, later)).toMatchObject({ finding: 'not testable' });
  });

  it('takes a tie for no extreme', () => {
    const tied = Float64Array.from(rising);
    tied[month(4).first] = 25 - (tied[month(4).first + 3] ?? 0);
    expect(verdictOf(nothing(), tied, test('highest', 20))).toMatchObject({
      finding: 'contradicted',
      reason: 'tie',
    });
  });

  it('does not rank a period of which a part is not recorded, nor compare with one', () => {
    const recorded = new Uint8Array(LENGTH).fill(1);
    recorded.fill(0, month(20).first, month(20).first + 10);
    expect(verdictOf(nothing(), rising, test('highest', 20), { recorded })).toMatchObject({
      finding: 'not testable',
      reason: 'window not covered',
    });
    const higher = Float64Array.from(rising);
    higher[month(10).first + 5] = 99;
    const gap = new Uint8Array(LENGTH).fill(1);
    gap.fill(0, month(10).first, month(10).first + 10);
    const ranked = verdictOf(nothing(), higher, test('highest', 20), { recorded: gap });
    expect(ranked).toMatchObject({ finding: 'supported' });
    expect(ranked?.sentence).toContain('1 more not ranked');
  });

  it('counts what is recorded of a period for the least it has', () => {
    const gap = new Uint8Array(LENGTH).fill(1);
    gap.fill(0, month(10).first, month(10).first + 10);
    const higher = Float64Array.from(rising);
    higher[month(10).first + 20] = 99;
    const over = { recorded: gap };
    expect(verdictOf(nothing(), higher, test('highest', 20), over)).toMatchObject({
      finding: 'contradicted',
    });
    // The days not recorded may have had more: it need not be the lowest.
    expect(verdictOf(nothing(), rising, test('lowest', 0), over)).toMatchObject({ finding: 'not testable' });
  });

  it('does not call a period the highest where many of the others are not recorded', () => {
    const recorded = new Uint8Array(LENGTH).fill(1);
    recorded.fill(0, 0, month(3).first);
    const found = verdictOf(nothing(), rising, test('highest', 20), { recorded });
    expect(found).toMatchObject({ finding: 'not testable', reason: 'window not covered' });
    expect(found?.sentence).toContain('3 of 20 others are not ranked');
    expect(verdictOf(nothing(), rising, test('lowest', 20), { recorded })?.finding).toBe('contradicted');
  });
});

describe('ground held', () => {
  const ground = (place: string): ControlledGround => ({ place, gains: 's1', losses: 's2', others: null });
  const held = (first: number): ClaimTest => ({
    kind: 'control',
    of: 'place',
    state: 'held',
    span: { first, last: 700 },
    grounds: [ground('Town')],
  });
  const verdict = (gains: number[], losses: number[], test: ClaimTest) =>
    verdictOf(every(50), every(50), test, {
      events: new Map([
        ['s1', gains.map((day) => makeEvent(`G${day}`, day))],
        ['s2', losses.map((day) => makeEvent(`L${day}`, day))],
      ]),
    });

  it.each([
    ['a gain before and no loss', [100], [], 'supported'],
    ['a loss among the days', [100], [400], 'contradicted'],
    ['a gain, then a loss before', [100], [150], 'contradicted'],
    ['a loss, then a gain before', [150], [100], 'supported'],
    ['a gain only later', [300], [], 'contradicted'],
    ['no act at all', [], [], 'not testable'],
    ['a loss after the days only', [100], [720], 'supported'],
  ] as const)('%s', (_, gains, losses, finding) => {
    expect(verdict([...gains], [...losses], held(200))).toMatchObject({ part: 'control', finding });
  });

  it('is disputed where an inexact loss may lie among the days', () => {
    const loss = { ...makeEvent('L1', 190), last: 215, precision: 'month' as const };
    const events = new Map([
      ['s1', [makeEvent('G1', 100)]],
      ['s2', [loss]],
    ]);
    expect(verdictOf(every(50), every(50), held(200), { events })).toMatchObject({
      finding: 'disputed',
      reason: 'dates too coarse',
    });
  });

  it('is disputed where a gain and a loss before have no order', () => {
    const told = { finding: 'disputed', reason: 'dates too coarse' };
    expect(verdict([100], [100], held(200))).toMatchObject(told);
    expect(verdict([100], [100], held(200))?.sentence).toContain('G100');
    // A later loss, or a later gain, settles it.
    expect(verdict([100], [100, 150], held(200))?.finding).toBe('contradicted');
    expect(verdict([100, 150], [100], held(200))?.finding).toBe('supported');
    const rough = (id: string, first: number, last: number) => ({ ...makeEvent(id, first), last });
    const from = (gains: object[], losses: object[]) =>
      verdictOf(every(50), every(50), held(200), {
        events: new Map([
          ['s1', gains],
          ['s2', losses],
        ]),
      });
    expect(from([rough('G', 90, 120)], [makeEvent('L', 110)])).toMatchObject(told);
    // Taken by the first day claimed, or later.
    expect(from([rough('G', 190, 215)], [makeEvent('L', 110)])).toMatchObject(told);
    expect(from([makeEvent('H', 150), rough('G', 190, 215)], [makeEvent('L', 110)])?.finding).toBe(
      'supported',
    );
  });

  it('takes a route for open only where one side took every place', () => {
    const road = (state: 'open' | 'closed'): ClaimTest => ({
      kind: 'control',
      of: 'route',
      state,
      span: { first: 200, last: 700 },
      grounds: [
        { ...ground('Town'), gains: 's1' },
        { ...ground('Bridge'), gains: 's2' },
      ],
    });
    const taken = (town: string, bridge: string, day = 120) => ({
      events: new Map([
        ['s1', [makeEvent('G1', 100, { initiators: [town] })]],
        ['s2', [makeEvent('G2', day, { initiators: [bridge] })]],
      ]),
    });
    const tell = (state: 'open' | 'closed', over: object) =>
      verdictOf(every(50), every(50), road(state), over);
    expect(tell('open', taken('North', 'North'))?.finding).toBe('supported');
    expect(tell('closed', taken('North', 'North'))?.finding).toBe('contradicted');
    expect(tell('open', taken('North', 'South'))?.finding).toBe('disputed');
    expect(tell('open', taken('North', 'North', 300))?.finding).toBe('contradicted');
    const twice = taken('North', 'North').events;
    twice.set('s2', [...(twice.get('s2') ?? []), makeEvent('G3', 120, { initiators: ['South'] })]);
    expect(tell('open', { events: twice })).toMatchObject({
      finding: 'disputed',
      reason: 'dates too coarse',
    });
    expect(tell('open', { events: new Map([['s1', [makeEvent('G1', 100)]]]) })?.finding).toBe('not testable');
  });
});

describe('who begins exchanges', () => {
  const test: ClaimTest = { kind: 'exchanges', starter: 's1', other: 's2', calmDays: 10 };
  /** Exchanges 30 days apart: one side acts, the other answers two days later, the first again on the fourth. */
  const exchanges = (begun: readonly boolean[], answers = 2) => {
    const a = nothing();
    const b = nothing();
    begun.forEach((own, index) => {
      const day = 20 + 30 * index;
      (own ? a : b)[day] = 1;
      for (let answer = 0; answer < answers; answer++) (own ? b : a)[day + 2 + answer] = 1;
    });
    return [a, b] as const;
  };
  const times = (count: number, own: boolean) => Array.from({ length: count }, () => own);

  it('is supported where one side begins nearly all, contradicted where the other does', () => {
    expect(verdictOf(...exchanges(times(20, true)), test)).toMatchObject({ finding: 'supported' });
    expect(verdictOf(...exchanges(times(20, false)), test)).toMatchObject({ finding: 'contradicted' });
    expect(verdictOf(...exchanges([...times(10, true), ...times(10, false)]), test)).toMatchObject({
      finding: 'too few events',
    });
  });

  it('does not take the busier side for the one that begins', () => {
    const random = randomStream(1, 'busier side', 0);
    const a = nothing().map(() => (random.uniform() < 0.08 ? 1 : 0));
    const b = nothing().map(() => (random.uniform() < 0.01 ? 1 : 0));
    expect(verdictOf(a, b, { ...test, calmDays: 15 })?.finding).not.toBe('supported');
  });

  it('does not take the side that acts on many days for the one that begins, however many acts the other has', () => {
    const [many, few] = [nothing(), nothing()];
    for (let index = 0; index < 24; index++) {
      const day = 5 + 30 * index;
      const own = index % 4 > 0;
      // The one acts on two days, the other on one day and five times.
      many[own ? day : day + 3] = 1;
      many[day + 5] = 1;
      few[own ? day + 3 : day] = 5;
    }
    const verdict = verdictOf(many, few, test);
    expect(verdict?.effect?.lower).toBeGreaterThan(0.5);
    expect(verdict).toMatchObject({ finding: 'not separable', reason: 'share of all acts' });
  });

  it('does not take incidents that are coded twice for exchanges that one side begins', () => {
    const found = Array.from({ length: 30 }, (_, index) => {
      const random = randomStream(3, 'coded twice', index);
      const draw = () => nothing().map(() => (random.uniform() < 0.05 ? 1 : 0));
      const [a, b] = [draw(), draw()];
      // 15 % of the incidents, once more with sides swapped a day or two later.
      a.forEach((on, day) => {
        if (on && random.uniform() < 0.15) b[Math.min(LENGTH - 1, day + 1 + random.integer(2))]! += 1;
      });
      return verdictOf(a, b, { ...test, calmDays: 7 });
    });
    expect(found.filter((one) => one?.finding === 'supported').length).toBeLessThanOrEqual(3);
    expect(found.map((one) => one?.reason)).toContain('beyond the first two days');
  });

  it('counts one-sided episodes apart and leaves unclear beginnings out', () => {
    const [a, b] = exchanges(times(10, true));
    // Both on the first day of one exchange; one episode of one side alone.
    b[20] = 1;
    a[700] = 1;
    const verdict = verdictOf(a, b, test);
    expect(verdict?.sentence).toContain('11 episodes: 1 of one side only, 10 exchanges');
    expect(verdict?.sentence).toContain('Of 9 exchanges whose beginning shows one side, 9 begin');
  });

  it('does not know the beginning of an episode that unrecorded days cut', () => {
    const [a, b] = exchanges(times(10, true));
    const recorded = new Uint8Array(LENGTH).fill(1);
    recorded[18] = 0;
    expect(verdictOf(a, b, test, { recorded })?.sentence).toContain('Of 9 exchanges');
  });
});

describe('expectations', () => {
  const expects = (over: Partial<Extract<ClaimTest, { kind: 'expects' }>> = {}): ClaimTest => ({
    kind: 'expects',
    possible: false,
    stream: 's2',
    trend: null,
    by: null,
    window: { first: 400, last: 499 },
    base: [{ first: 300, last: 399 }],
    ...over,
  });
  const once = nothing();
  once[450] = 1;

  it.each([
    ['came true', once, expects(), 'supported', null],
    ['did not', every(200, 0, 400), expects(), 'contradicted', null],
    ['possible, and came', once, expects({ possible: true }), 'supported', null],
    ['possible, and did not', every(200, 0, 400), expects({ possible: true }), 'not testable', 'cannot fail'],
    ['nobody knows since when', once, expects({ window: null }), 'not testable', 'window not covered'],
    [
      'not yet due',
      nothing(),
      expects({ window: { first: 700, last: 800 } }),
      'not testable',
      'not resolved',
    ],
    ['a rise that came', every(1, 400), expects({ trend: 'rises' }), 'supported', null],
    [
      'a fall that was a rise',
      every(1, 400),
      expects({ trend: 'falls' }),
      'contradicted',
      'opposite direction',
    ],
    [
      'a fall called possible that was a rise',
      every(1, 400),
      expects({ trend: 'falls', possible: true }),
      'not testable',
      'cannot fail',
    ],
  ] as const)('%s', (_, counts, test, finding, reason) => {
    const base = Float64Array.from(counts);
    if (test.kind === 'expects' && test.trend !== null) for (let day = 0; day < 400; day += 12) base[day] = 1;
    const verdict = verdictOf(nothing(), base, test);
    expect(verdict).toMatchObject({ part: 'forecast', finding, reason });
  });

  it('leaves a rise open while its days are not all recorded', () => {
    const recorded = new Uint8Array(LENGTH).fill(1);
    recorded.fill(0, 480);
    const rise = Float64Array.from(every(1, 400));
    for (let day = 0; day < 400; day += 12) rise[day] = 1;
    const context = makeContext(nothing(), rise, expects({ trend: 'rises' }), { recorded });
    const judged = judge(context);
    expect(judged.parts[0]).toMatchObject({ finding: 'not testable', reason: 'not resolved' });
    expect(judged.tests).toEqual([]);
  });
});

describe('coincidence', () => {
  const test: ClaimTest = { kind: 'sameDay', trigger: 's1', response: 's2', share: null };
  const triggers = every(9);

  it('is never supported, however sure: the order inside a day is unknown', () => {
    const verdict = verdictOf(triggers, every(9), test);
    expect(verdict).toMatchObject({ part: 'timing', finding: 'not separable', reason: 'same day' });
  });

  it('is ruled out where responses never fall on the days with triggers and the record could have shown it', () => {
    expect(verdictOf(every(3), every(3, 1), test)?.finding).toBe('contradicted');
  });

  it('says too few where little could be shown', () => {
    expect(verdictOf(every(200), every(30, 7), test)?.finding).toBe('too few events');
  });

  it('gives the share beside that of chance dates, no stronger than the coincidence itself', () => {
    const withShare: ClaimTest = { ...test, share: quantity('at least', 80) };
    const [, share] = judge(makeContext(triggers, every(9), withShare)).parts;
    expect(share).toMatchObject({ part: 'share', finding: 'not separable', reason: 'answer by itself' });
    expect(share?.effect?.estimate).toBeGreaterThan(0.9);
  });

  it('gives the same bytes for the same seed', () => {
    const run = () => JSON.stringify(judge(makeContext(triggers, every(7), test)));
    expect(run()).toBe(run());
  });
});
