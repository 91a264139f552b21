import { describe, expect, it } from 'vitest';
import { judge, type JudgeContext } from '../../../src/evidence/index.ts';
import type { Quantity, Source } from '../../../src/language/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { makeContext } from '../makeContext.ts';

const interval = { first: 100, last: 199 };
const quantity = (bound: Quantity['bound'], value: number): Quantity => ({ bound, value, none: value === 0 });
/** 74 events inside the interval, 10 before it. */
const counts = new Float64Array(400);
for (let event = 0; event < 74; event++) counts[100 + event] = 1;
for (let event = 0; event < 10; event++) counts[event] = 1;

function judgeCount(
  claimed: Quantity,
  published: number[] = [],
  thinned = false,
  perDays: number | null = null,
) {
  const test: ClaimTest = { kind: 'total', stream: 's2', quantity: claimed, perDays, interval };
  const totals = new Map([
    [
      's2',
      published.map((total) => ({ source: 'Published', ...interval, total, note: null, address: null })),
    ],
  ]);
  return judge(makeContext(new Float64Array(400), counts, test, { totals, thinned })).parts[0];
}

/** The same counts as columns of a counts table: the one kind of record that can be a census. */
function asColumns(context: JudgeContext): JudgeContext {
  const streams = context.plan.streams.map((stream) => ({
    ...stream,
    columns: [{ record: 'made.csv', column: stream.id }],
  }));
  return { ...context, plan: { ...context.plan, streams } };
}

function judgeColumn(claimed: Quantity) {
  const test: ClaimTest = { kind: 'total', stream: 's2', quantity: claimed, perDays: null, interval };
  return judge(asColumns(makeContext(new Float64Array(400), counts, test))).parts[0];
}

describe('totals', () => {
  it.each([
    ['the record alone reaches it', quantity('at least', 70), [], true, 'supported'],
    ['a record of events is no census', quantity('more than', 170), [], false, 'not testable'],
    ['nor can it show that there were no more', quantity('at most', 80), [], false, 'not testable'],
    [
      'the published total decides where the record is thin',
      quantity('more than', 160),
      [170],
      true,
      'supported',
    ],
    ['just missed by the published total', quantity('more than', 170), [170], true, 'disputed'],
    ['far from every number', quantity('more than', 400), [170], true, 'contradicted'],
    ['the record alone rules "at most" out', quantity('at most', 50), [], true, 'contradicted'],
    ['"none" where many are on record', quantity('exactly', 0), [], false, 'contradicted'],
  ] as const)('%s', (_, claimed, published, thinned, finding) => {
    expect(judgeCount(claimed, [...published], thinned)?.finding).toBe(finding);
  });

  it('takes a table of counts for a census', () => {
    expect(judgeColumn(quantity('more than', 170))?.finding).toBe('contradicted');
    expect(judgeColumn(quantity('at most', 80))?.finding).toBe('supported');
    expect(judgeColumn(quantity('exactly', 74))?.finding).toBe('supported');
  });

  it('does not let a source bear itself out', () => {
    const test: ClaimTest = {
      kind: 'total',
      stream: 's2',
      quantity: quantity('more than', 160),
      perDays: null,
      interval,
    };
    const total = {
      source: 'The Gazette',
      ...interval,
      total: 170,
      note: null,
      address: 'https://example.org/a',
    };
    const source = { name: 'Gazette', display: 'The Gazette', address: null } as unknown as Source;
    const judgeBy = (by: Source) =>
      judge(makeContext(counts, counts, test, { source: by, totals: new Map([['s2', [total]]]) })).parts[0]
        ?.finding;
    expect(judgeBy(source)).toBe('not testable');
    expect(judgeBy({ ...source, display: 'Other', name: 'Other', address: 'https://example.org/a' })).toBe(
      'not testable',
    );
    expect(judgeBy({ ...source, display: 'Other', name: 'Other' })).toBe('supported');
  });

  it('does not take days that the table lacks for days without events', () => {
    const recorded = new Uint8Array(400).fill(1);
    recorded.fill(0, 150, 400);
    const test: ClaimTest = {
      kind: 'total',
      stream: 's2',
      quantity: quantity('more than', 170),
      perDays: null,
      interval,
    };
    const verdict = judge(asColumns(makeContext(counts, counts, test, { recorded }))).parts[0];
    expect(verdict?.finding).toBe('not testable');
    expect(verdict?.sentence).toContain('50 of 100 days recorded');
  });

  it('speaks of rates per day where the claim does', () => {
    const verdict = judgeCount(quantity('at least', 1), [], false, 1);
    expect(verdict?.finding).toBe('not testable');
    expect(verdict?.effect?.estimate).toBeCloseTo(0.74, 12);
  });

  it('takes none on record for none at all only in a table of counts, and there only where some were due', () => {
    const none: ClaimTest = {
      kind: 'total',
      stream: 's2',
      quantity: quantity('exactly', 0),
      perDays: null,
      interval,
    };
    const quiet = new Float64Array(400);
    quiet[0] = 1;
    const busy = new Float64Array(400).fill(1);
    busy.fill(0, interval.first, interval.last + 1);
    expect(judge(makeContext(busy, busy, none)).parts[0]?.finding).toBe('not testable');
    expect(judge(asColumns(makeContext(quiet, quiet, none))).parts[0]?.finding).toBe('too few events');
    expect(judge(asColumns(makeContext(busy, busy, none))).parts[0]?.finding).toBe('supported');
  });

  it('does not rest on events that another reading leaves out', () => {
    const stated = Float64Array.from(counts);
    stated.fill(0, 100, 120);
    const judgeRead = (claimed: Quantity) => {
      const test: ClaimTest = { kind: 'total', stream: 's2', quantity: claimed, perDays: null, interval };
      const context = makeContext(counts, counts, test);
      const panel = { ...context.panel, counts: [counts, stated] };
      const readings = [{ name: 'only stated doers', about: 'doers' as const, panel }];
      return judge({ ...context, readings }).parts[0];
    };
    const reached = judgeRead(quantity('at least', 70));
    expect(reached).toMatchObject({ finding: 'disputed', reason: 'readings' });
    expect(reached?.sentence).toContain('with 54');
    expect(judgeRead(quantity('at most', 60))?.finding).toBe('disputed');
    // Neither of these turns on them.
    expect(judgeRead(quantity('at least', 50))?.finding).toBe('supported');
    expect(judgeRead(quantity('at most', 50))?.finding).toBe('contradicted');
  });

  it('shares a published total out over the days where the claim speaks of a rate', () => {
    const total = { source: 'Published', ...interval, total: 170, note: null, address: null };
    const totals = new Map([['s2', [total]]]);
    const perDay = (claimed: Quantity): ClaimTest => ({
      kind: 'total',
      stream: 's2',
      quantity: claimed,
      perDays: 1,
      interval,
    });
    const findingOf = (claimed: Quantity) =>
      judge(makeContext(counts, counts, perDay(claimed), { totals })).parts[0]?.finding;
    expect(findingOf(quantity('at least', 1.5))).toBe('supported');
    expect(findingOf(quantity('at least', 3))).toBe('contradicted');
  });

  it('says when none of the days is recorded', () => {
    const recorded = new Uint8Array(400).fill(1);
    recorded.fill(0, interval.first, interval.last + 1);
    const test: ClaimTest = {
      kind: 'total',
      stream: 's2',
      quantity: quantity('at least', 1),
      perDays: null,
      interval,
    };
    expect(judge(makeContext(counts, counts, test, { recorded })).parts[0]).toMatchObject({
      finding: 'not testable',
      reason: 'window not covered',
    });
  });
});
