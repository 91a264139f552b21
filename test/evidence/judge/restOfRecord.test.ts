/** All else that a record holds beside a change: where it moved alike, less may have been recorded. */
import { describe, expect, it } from 'vitest';
import { judgeChange } from '../../../src/evidence/judge/judgeChange.ts';
import { judgeTruce } from '../../../src/evidence/judge/judgeTruce.ts';
import { theatreKey, type TheatreStream } from '../../../src/evidence/theatreKey.ts';
import { makeContext } from '../makeContext.ts';
import { HALF_YEAR, makeSwings, STEADY } from './madeSwings.ts';

const made = (index: number, over: Partial<Parameters<typeof makeSwings>[1]> = {}) =>
  makeSwings(index, { tau: 1, sd: 0, ...over });
const NOWHERE = { start: 0, end: 0, line: 0, column: 0 };
const HALVED = made(1, { step: 0.4 });
const SAME = made(2);

type Over = Partial<typeof HALF_YEAR>;

function judged(
  counts: Float64Array,
  rest: Float64Array | null,
  over: Over = {},
  told?: TheatreStream['told'],
) {
  const test = { ...HALF_YEAR, ...over };
  const stream = rest && { counts: rest, texts: [], ...(told ? { told } : {}) };
  const theatre = stream ? { theatre: new Map([[theatreKey('s2'), stream]]) } : {};
  const parts = judgeChange(test, makeContext(counts, counts, test, theatre)).parts;
  return {
    parts,
    part: parts[0]!,
    guard: parts[0]!.guards.find(({ name }) => name === 'rest of the record'),
  };
}

describe('a fall', () => {
  it('that all of the record shows is not separable from less recorded, and says so', () => {
    const { part, guard } = judged(HALVED, made(3, { step: 0.45 }));
    expect(part).toMatchObject({ finding: 'not separable', reason: 'rest of the record' });
    expect(part.sentence).toMatch(
      /\d+ other events changed to 0\.\d\d times .* as all would in a general calm, or if less were recorded; /,
    );
    expect(guard?.passed).toBe(false);
  });

  it('that the rest of the record does not show stands, and says that the rest stayed', () => {
    const { part } = judged(HALVED, made(4));
    expect(part.finding).toBe('supported');
    expect(part.sentence).toContain('only if it spared the rest of the record');
  });

  it('that goes far beyond a smaller fall of the rest stands', () => {
    const deep = made(5, { step: 0.1, rate: 1.5 });
    const { part } = judged(deep, made(6, { step: 0.7, rate: 3 }));
    expect(part.finding).toBe('supported');
    expect(part.sentence).toMatch(
      /The rest of the record fell too \(\d+ other events changed to 0\.\d\d times .*\), and this fell further/,
    );
    expect(part.sentence).not.toContain('spared');
  });

  it('to nothing goes beyond a smaller fall of the rest too', () => {
    const none = SAME.map((count, day) => (day >= 700 && day <= 882 ? 0 : count));
    expect(judged(none, made(6, { step: 0.7, rate: 3 })).part.finding).toBe('supported');
  });

  it('stands against a rest that rose', () => {
    expect(judged(HALVED, made(7, { step: 2 })).part.finding).toBe('supported');
  });

  it('says what it said where the record holds nothing else, or hardly anything', () => {
    const few = new Float64Array(1096).fill(0).fill(1, 600, 619);
    const [alone, scarce] = [judged(HALVED, null), judged(HALVED, few)];
    for (const { part, guard } of [alone, scarce]) {
      expect(part.finding).toBe('supported');
      expect(guard?.passed).toBeNull();
      expect(part.sentence).toMatch(/A change in how much was recorded would look the same\.$/);
    }
    expect(scarce.guard?.detail).toContain('19 other events');
  });

  it('is asked of its rest no more where published totals tell how much is recorded', () => {
    const rest = made(3, { step: 0.45 });
    const all = judged(HALVED, rest, {}, [{ first: 400, last: 900 }]);
    expect(all.guard).toMatchObject({ passed: null });
    expect(all.part.finding).toBe('supported');
    // Of the claimed days alone they tell nothing about the days before.
    expect(judged(HALVED, rest, {}, [{ first: 700, last: 882 }]).part.finding).toBe('not separable');
  });

  it('of a size is neither borne out nor denied where all of the record fell', () => {
    const by = { kind: 'by', at: NOWHERE, half: false, bound: 'at most', percent: 10 } as const;
    const { parts } = judged(HALVED, made(3, { step: 0.45 }), { by });
    expect(parts[1]).toMatchObject({ finding: 'not separable', reason: 'rest of the record' });
    expect(judged(HALVED, made(4), { by }).parts[1]?.finding).toBe('contradicted');
  });
});

describe('other claims of a rate', () => {
  it('a rise is asked likewise', () => {
    const doubled = made(8, { step: 2.2 });
    const { part } = judged(doubled, made(9, { step: 2.2 }), { trend: 'rises' });
    expect(part).toMatchObject({ finding: 'not separable', reason: 'rest of the record' });
    expect(judged(doubled, made(10), { trend: 'rises' }).part.finding).toBe('supported');
  });

  it('a steady fall is asked how the rest went through the same days', () => {
    const slide = made(11, { slide: 0.1, rate: 1 });
    const { part } = judged(slide, made(12, { slide: 0.1, rate: 1 }), STEADY);
    expect(part).toMatchObject({ finding: 'not separable', reason: 'rest of the record' });
    expect(judged(slide, made(13, { rate: 1 }), STEADY).part.finding).toBe('supported');
  });

  it('a denial waits where the rest changed and this did not', () => {
    const busy = made(14, { rate: 4 });
    const twice = made(15, { rate: 4, step: 2 });
    // Were twice as much recorded, a rate that looks the same has halved.
    expect(judged(busy, null).part.finding).toBe('contradicted');
    expect(judged(busy, twice).part).toMatchObject({
      finding: 'not separable',
      reason: 'rest of the record',
    });
    expect(judged(busy, null, { trend: 'unchanged' }).part.finding).toBe('supported');
    expect(judged(busy, twice, { trend: 'unchanged' }).part.finding).toBe('not separable');
    expect(judged(busy, made(16, { rate: 4 }), { trend: 'unchanged' }).part.finding).toBe('supported');
  });

  it('says beside too few events that the rest changed and this did not', () => {
    const sparse = made(17, { rate: 0.35 });
    const twice = made(15, { rate: 4, step: 3 });
    for (const trend of ['unchanged', 'falls'] as const) {
      expect(judged(sparse, made(16, { rate: 4 }), { trend }).part.sentence).not.toContain('rest of');
      const { part } = judged(sparse, twice, { trend });
      expect(part).toMatchObject({ finding: 'too few events' });
      expect(part.sentence).toMatch(
        /Of the rest of the record: \d+ other events changed .*, and this did not; if more was recorded, it did change\.$/,
      );
    }
  });

  it('"unchanged" is contradicted by a change of its own alone', () => {
    expect(judged(HALVED, made(4), { trend: 'unchanged' }).part.finding).toBe('contradicted');
    expect(judged(HALVED, made(3, { step: 0.45 }), { trend: 'unchanged' }).part.finding).toBe(
      'not separable',
    );
  });

  it('each direction of a truce is asked', () => {
    const test = {
      kind: 'truce' as const,
      directions: ['s2'],
      windows: HALF_YEAR.windows,
      base: HALF_YEAR.base,
      anticipation: null,
      holding: null,
    };
    const find = (rest: Float64Array) => {
      const theatre = new Map([[theatreKey('s2'), { counts: rest, texts: [] }]]);
      return judgeTruce(test, makeContext(HALVED, HALVED, test, { theatre })).parts[0];
    };
    expect(find(made(3, { step: 0.45 }))).toMatchObject({
      finding: 'not separable',
      reason: 'rest of the record',
    });
    expect(find(made(4))?.finding).toBe('supported');
  });
});
