/** Imprecise dates: several seeded draws of the days, one pooled answer. */
import { describe, expect, it } from 'vitest';
import {
  imputePanels,
  lagSum,
  delayWeights,
  likelihoodRatioTest,
  poolImputations,
  profileInterval,
  shareImprecise,
  type Plan,
  type StreamDesign,
} from '../../src/model/index.ts';
import type { CountCell } from '../../src/record/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { delay, makeDesign, usual } from './madeRecords.ts';

const plan: Plan = {
  first: 0,
  last: 29,
  recorded: [{ first: 0, last: 29 }],
  stepDays: 1,
  streams: [
    {
      id: 's',
      text: 'A acts',
      unit: { of: 'events' },
      selection: { id: 's', anyOf: [] },
      columns: null,
      untestable: null,
    },
  ],
  claims: [],
  rivals: [],
  totals: [],
};
const cell = (first: number, last: number, events = 1): CountCell => ({
  stream: 's',
  first,
  last,
  events,
  killedLow: null,
  killedHigh: null,
  wounded: null,
});

describe('panels of imprecise dates', () => {
  const cells = [cell(3, 3, 2), cell(5, 25, 6)];

  it('keep every event inside its interval, and are the same for the same seed', () => {
    const panels = imputePanels(plan, cells, [], 7);
    expect(panels.length).toBe(10);
    for (const { counts } of panels) {
      const own = counts[0]!;
      expect(own[3]).toBe(2);
      expect(own.slice(5, 26).reduce((sum, count) => sum + count, 0)).toBe(6);
    }
    expect(new Set(panels.map(({ counts }) => counts[0]!.join())).size).toBeGreaterThan(5);
    expect(imputePanels(plan, cells, [], 7)).toEqual(panels);
    expect(imputePanels(plan, cells, [], 8)).not.toEqual(panels);
  });

  it('are one where every day is known; the share of the others is told', () => {
    expect(imputePanels(plan, [cell(3, 3)], [], 7).length).toBe(1);
    expect(shareImprecise(cells, 's')).toBe(0.75);
    expect(shareImprecise(cells, 'other')).toBeNull();
  });
});

/** The same record with a part of the triggers moved by up to `days` days. */
function moved(design: StreamDesign, share: number, days: number, imputation: number): StreamDesign {
  const random = randomStream(17, 'move triggers', imputation);
  const source = Float64Array.from(design.counts.length > 0 ? triggersOf(design) : []);
  const other = new Float64Array(source.length);
  source.forEach((count, t) => {
    for (let event = 0; event < count; event++) {
      const by = random.uniform() < share ? random.integer(days) : 0;
      other[Math.min(source.length - 1, t + by)]! += 1;
    }
  });
  const x = lagSum(other, new Uint8Array(source.length).fill(1), delayWeights(delay));
  return { ...design, answers: design.answers.map((one) => (one.name === 'answers' ? { ...one, x } : one)) };
}

/** Triggers back from their lag sum: x[t + 1] = g(1) y[t] + … */
function triggersOf(design: StreamDesign): number[] {
  const weights = delayWeights(delay);
  const { x } = design.answers.find(({ name }) => name === 'answers')!;
  const found: number[] = [];
  x.forEach((_, t) => {
    let rest = x[t + 1] ?? 0;
    for (let d = 1; d < weights.length; d++) rest -= weights[d]! * (found[t - d] ?? 0);
    found.push(Math.round(rest / weights[0]!));
  });
  return found;
}

describe('pooled tests', () => {
  const design = makeDesign(usual, 31);
  const plain = likelihoodRatioTest(design, 'answers');
  if (plain.kind === 'failed') throw new Error(plain.detail);

  it.each(['answers', 'truce'])('of equal imputations are the plain test and interval: %s', (name) => {
    const test = likelihoodRatioTest(design, name);
    if (test.kind === 'failed') throw new Error(test.detail);
    const interval = profileInterval(design, test.fit, name, 0.9)!;
    for (const designs of [[design], [design, design, design]]) {
      const pooled = poolImputations(designs, name);
      if (pooled.kind === 'failed') throw new Error(pooled.detail);
      expect(pooled.pValue).toBeCloseTo(test.pValue, 10);
      expect(pooled.likelihoodRatio).toBeCloseTo(test.likelihoodRatio, 10);
      expect(pooled.lower).toBeCloseTo(interval.lower, 9);
      expect(pooled.upper).toBeCloseTo(interval.upper, 9);
      expect(pooled.lostShare).toBeCloseTo(0, 10);
    }
  });

  it('are less sure than the plain one, the more so the coarser the dates', () => {
    const pool = (share: number) => {
      const designs = Array.from({ length: 8 }, (_, imputation) => moved(design, share, 14, imputation));
      const pooled = poolImputations(designs, 'answers');
      if (pooled.kind === 'failed') throw new Error(pooled.detail);
      return pooled;
    };
    expect(pool(0).pValue).toBeCloseTo(plain.pValue, 10);
    const some = pool(0.3);
    expect(some.imputations).toBe(8);
    expect(some.between).toBeGreaterThan(0);
    expect(some.lostShare).toBeGreaterThan(0);
    expect(some.pValue).toBeGreaterThan(plain.pValue);
    expect(some.lower).toBeLessThan(some.estimate);
    expect(pool(1).pValue).toBeGreaterThan(some.pValue);
  });

  it('reference: the F distribution behind the pooled ratio', () => {
    // Two imputations with likelihood ratios of known roots; worked by hand from the published formula.
    const designs = [0, 1].map((imputation) => moved(design, 0.5, 14, imputation));
    const pooled = poolImputations(designs, 'truce');
    if (pooled.kind === 'failed') throw new Error(pooled.detail);
    const roots = pooled.tests.map(({ likelihoodRatio }) => Math.sqrt(likelihoodRatio));
    const r = (1.5 * (roots[0]! - roots[1]!) ** 2) / 2;
    const d = ((roots[0]! ** 2 + roots[1]! ** 2) / 2 - 3 * r) / (1 + r);
    expect(pooled.likelihoodRatio).toBeCloseTo(Math.max(0, d), 12);
    expect(pooled.lostShare).toBeCloseTo(r / (1 + r), 12);
  });

  it('hand on a failed fit', () => {
    const silent = { ...design, counts: new Float64Array(design.counts.length) };
    expect(poolImputations([design, silent], 'answers')).toMatchObject({
      kind: 'failed',
      reason: 'no events',
    });
    expect(() => poolImputations([], 'answers')).toThrow('no design');
  });
});
