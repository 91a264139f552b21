/** Two contexts of one key are taken to be judged alike: whatever a judge can see must change the key. */
import { describe, expect, it } from 'vitest';
import { judgeClaim, type JudgeContext } from '../../src/evidence/index.ts';
import { keyOfContext } from '../../src/host/keyOfContext.ts';
import { narrowContext } from '../../src/host/narrowContext.ts';
import type { ClaimTest, CountPanel } from '../../src/model/index.ts';
import type { Event } from '../../src/record/index.ts';
import { makeContext } from '../evidence/makeContext.ts';
import { makePair } from '../evidence/makePair.ts';

const { a, b } = makePair(3, { days: 300 });
const test: ClaimTest = {
  kind: 'change',
  stream: 's2',
  trend: 'falls',
  steadily: false,
  windows: [{ first: 150, last: 200 }],
  base: [{ first: 100, last: 149 }],
  baseText: 'the days before',
  comparison: null,
  by: null,
};
const withReading = (context: JudgeContext): JudgeContext => ({
  ...context,
  readings: [{ name: 'other doers', about: 'doers', panel: context.panel }],
});
const place = (line: number) => ({ start: line, end: line + 1, line, column: 1 });
const made = (from: JudgeContext): JudgeContext =>
  withReading({ ...from, claim: { ...from.claim, at: place(3) } });
const base = made(makeContext(a, b, test));
const key = (context: JudgeContext, thresholds: unknown = { level: 0.05 }) =>
  keyOfContext(narrowContext(context), thresholds, new WeakMap()).own;

/** One more event on a day, in the row of a stream. */
const add = (panel: CountPanel, row: number): CountPanel => ({
  ...panel,
  counts: panel.counts.map((counts, index) =>
    index === row ? counts.map((count, step) => (step === 17 ? count + 1 : count)) : counts,
  ),
});
/** As if another claim before this one had taken the first number: every stream is called otherwise. */
const renumber = (context: JudgeContext): JudgeContext => {
  const names: Readonly<Record<string, string>> = { s1: 's4', s2: 's5' };
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return names[value] ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (value instanceof Map) return new Map([...value].map(([id, one]) => [rename(id), rename(one)]));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rename(one)]));
  };
  return rename(context) as JudgeContext;
};

describe('the key stays', () => {
  it.each<[string, JudgeContext]>([
    ['of the same context', made(makeContext(a, b, structuredClone(test)))],
    ['when another stream is counted otherwise', { ...base, panel: add(base.panel, 0) }],
    ['when the streams are numbered otherwise', renumber(base)],
    ['when the claim stands elsewhere in the file', { ...base, claim: { ...base.claim, at: place(99) } }],
  ])('%s', (_, context) => expect(key(context)).toBe(key(base)));
});

describe('the key changes', () => {
  const changes: Readonly<Record<string, JudgeContext>> = {
    'with the counts of its stream': { ...base, panel: add(base.panel, 1) },
    'with the counts under a reading': {
      ...base,
      readings: base.readings.map((one) => ({ ...one, panel: add(one.panel, 1) })),
    },
    'with the name of a reading': {
      ...base,
      readings: base.readings.map((one) => ({ ...one, name: 'more doers' })),
    },
    'without a reading': { ...base, readings: [] },
    'with the days recorded': {
      ...base,
      panel: { ...base.panel, recorded: base.panel.recorded.map((on, step) => (step === 3 ? 0 : on)) },
    },
    'with the share recorded': {
      ...base,
      panel: { ...base.panel, coverage: base.panel.counts.map((row) => row.map(() => 0.5)) },
    },
    'with the test': makeContext(a, b, { ...test, trend: 'rises' }),
    'with the days judged': { ...base, claimPlan: { ...base.claimPlan, days: [{ first: 0, last: 250 }] } },
    'with the words of the claim': { ...base, claim: { ...base.claim, text: 'other words' } },
    'with the name of the claim': { ...base, claim: { ...base.claim, name: 's2' } },
    'with the seed': { ...base, seed: base.seed + 1 },
    'with the total of a stream': {
      ...base,
      facts: new Map([...base.facts].map(([id, facts]) => [id, { ...facts, total: 1 }])),
    },
    'with an event of its stream': { ...base, events: new Map([['s2', [{ id: 'x' } as Event]]]) },
    'with a published total': {
      ...base,
      totals: new Map([['s2', [{ source: 'S', first: 0, last: 9, total: 4, note: null, address: null }]]]),
    },
    'with thinness': { ...base, thinned: !base.thinned },
    'with over-sampling': { ...base, answersOversampled: 'yes' },
    'with the pattern of its stream': {
      ...base,
      plan: { ...base.plan, streams: base.plan.streams.map((one) => ({ ...one, text: `${one.text}!` })) },
    },
  };
  it.each(Object.entries(changes))('%s', (_, context) => expect(key(context)).not.toBe(key(base)));

  it('with the thresholds of the program', () => {
    expect(key(base, { level: 0.01 })).not.toBe(key(base));
  });

  it('with what nobody told this file about', () => {
    expect(key({ ...base, later: 1 } as unknown as JudgeContext)).not.toBe(key(base));
  });
});

it('a narrowed context is judged as the whole is', () => {
  expect(judgeClaim(narrowContext(base))).toEqual(judgeClaim(base));
  expect(narrowContext(base).panel.streams).toEqual(['s2']);
});
