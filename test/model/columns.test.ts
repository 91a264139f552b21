/** What the columns of a design mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lagSum,
  maskIncompleteHistory,
  recentMean,
  recentMeans,
  seasonColumns,
  trendColumns,
  type TrendOptions,
  weekdayColumns,
} from '../../src/model/index.ts';

const fixed = { seed: 3, numRuns: 100 };
const everyStep = (steps: number) => new Uint8Array(steps).fill(1);

describe('lag sums', () => {
  it('are the plain sums over the lags, recorded triggers only', () => {
    const days = fc.array(
      fc.record({ count: fc.nat({ max: 4 }), recorded: fc.boolean(), counted: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    const weights = Float64Array.of(0.5, 0.3, 0.2);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 4 }), (made, from) => {
        const source = Float64Array.from(made, ({ count }) => count);
        const recorded = Uint8Array.from(made, (day) => Number(day.recorded));
        const counted = Uint8Array.from(made, (day) => Number(day.counted));
        const found = lagSum(source, recorded, weights, from, counted);
        found.forEach((value, t) => {
          let sum = 0;
          weights.forEach((weight, d) => {
            const day = made[t - from - d];
            if (day?.recorded && day.counted) sum += weight * day.count;
          });
          expect(value).toBeCloseTo(sum, 12);
        });
      }),
      fixed,
    );
  });

  it('write into a column that was used before', () => {
    const used = new Float64Array(3).fill(7);
    expect(lagSum(Float64Array.of(0, 5, 0), everyStep(3), Float64Array.of(1), 1, null, used)).toBe(used);
    expect([...used]).toEqual([0, 0, 5]);
  });

  it('never use the same day', () => {
    expect([...lagSum(Float64Array.of(0, 5, 0), everyStep(3), Float64Array.of(1))]).toEqual([0, 0, 5]);
  });
});

describe('recent means', () => {
  it('divide by the recorded days of the window', () => {
    const source = Float64Array.of(2, 4, 100, 0, 0);
    const recorded = Uint8Array.of(1, 1, 0, 1, 1);
    expect([...recentMean(source, recorded, 2)]).toEqual([0, 2, 3, 4, 0]);
    expect([...recentMean(source, new Uint8Array(5), 2)]).toEqual([0, 0, 0, 0, 0]);
    expect([...recentMean(source, everyStep(5), 2, Uint8Array.of(0, 1, 1, 1, 1))]).toEqual([0, 0, 2, 52, 50]);
  });

  it('means of many calendars on one record are those of each', () => {
    const recorded = Uint8Array.of(1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1);
    const [places, events] = [Int32Array.of(1, 4, 4, 10), Float64Array.of(2, 1, 3, 5)];
    const source = new Float64Array(recorded.length);
    places.forEach((place, k) => (source[place]! += events[k]!));
    for (const days of [1, 3, 20]) {
      const mean = new Float64Array(recorded.length);
      const meanOf = recentMeans(recorded, days);
      for (let twice = 0; twice < 2; twice++) meanOf(places, events, mean);
      expect([...mean]).toEqual([...recentMean(source, recorded, days)]);
    }
  });
});

describe('the history mask', () => {
  it('hides the first steps and those after a gap', () => {
    expect([...maskIncompleteHistory(Uint8Array.of(1, 1, 1, 1, 0, 1, 1, 1), 2)]).toEqual([
      0, 0, 1, 1, 0, 0, 0, 1,
    ]);
    expect([...maskIncompleteHistory(Uint8Array.of(1, 0, 1), 0)]).toEqual([1, 0, 1]);
  });
});

describe('the trend', () => {
  it('has a bend for each knot but the last, all in one penalty group', () => {
    const columns = trendColumns(everyStep(1461));
    expect(columns.slice(0, 2).map(({ name, penaltyGroup }) => [name, penaltyGroup])).toEqual([
      ['intercept', undefined],
      ['trend', undefined],
    ]);
    expect(columns.length).toBe(2 + 16 + 1);
    expect(new Set(columns.slice(2).map(({ penaltyGroup }) => penaltyGroup))).toEqual(new Set(['trend']));
    const largest = Math.max(...columns.slice(2).flatMap(({ values }) => [...values].map(Math.abs)));
    expect(largest).toBeCloseTo(1, 12);
  });

  it('can follow any cubic: the columns span it', () => {
    const columns = trendColumns(everyStep(400)).map(({ values }) => values);
    const target = Float64Array.from({ length: 400 }, (_, t) => (t / 399) ** 3 - 0.4 * (t / 399) ** 2);
    // Gram–Schmidt, twice for safety: nothing of the cubic is left over.
    const basis: Float64Array[] = [];
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, t) => sum + value * b[t]!, 0);
    const reduce = (column: Float64Array) => {
      let rest = column;
      for (let pass = 0; pass < 2; pass++) {
        for (const one of basis) {
          const share = dot(rest, one);
          rest = rest.map((value, t) => value - share * one[t]!);
        }
      }
      return rest;
    };
    for (const column of columns) {
      const rest = reduce(column);
      const norm = Math.sqrt(dot(rest, rest));
      expect(norm).toBeGreaterThan(1e-6);
      basis.push(rest.map((value) => value / norm));
    }
    expect(Math.sqrt(dot(reduce(target), reduce(target)))).toBeLessThan(1e-9);
  });

  it('is a line on short or sparse records, a level on tiny ones', () => {
    const names = (steps: number, events?: number) =>
      trendColumns(everyStep(steps), events === undefined ? {} : { events }).map(({ name }) => name);
    expect(names(120)).toEqual(['intercept', 'trend']);
    expect(names(1461, 9)).toEqual(['intercept', 'trend']);
    expect(names(1461, 4)).toEqual(['intercept']);
    expect(names(20)).toEqual(['intercept']);
    expect(names(1461, 20).length).toBe(2 + 4 + 1);
    expect(trendColumns(new Uint8Array(50)).length).toBe(1);
  });

  it('is the same when others were asked for in between, and of the stretch and knots that are asked for', () => {
    const stretch = (from: number, to: number) => new Uint8Array(600).fill(1, from, to);
    const asked: (readonly [Uint8Array, TrendOptions])[] = [
      [stretch(0, 600), {}],
      [stretch(1, 600), {}],
      [stretch(0, 599), {}],
      [new Uint8Array(601).fill(1, 0, 600), {}],
      [stretch(0, 600), { events: 20 }],
      [stretch(0, 600), { knotSteps: 60 }],
    ];
    const first = asked.map(([recorded, options]) => trendColumns(recorded, options));
    const backwards = [...asked].reverse();
    const again = backwards.map(([recorded, options]) => trendColumns(recorded, options));
    expect(again.reverse()).toEqual(first);
    const texts = new Set(first.map((columns) => columns.map(({ values }) => [...values].join()).join(';')));
    expect(texts.size).toBe(asked.length);
    // What one caller takes from its list is still in the next one's.
    trendColumns(...asked[0]!).pop();
    expect(trendColumns(...asked[0]!)).toEqual(first[0]);
  });

  it('keeps its ends where the record has none', () => {
    const recorded = new Uint8Array(600).fill(1, 100, 500);
    for (const { values } of trendColumns(recorded)) {
      expect(values[0]).toBe(values[100]);
      expect(values[599]).toBe(values[499]);
    }
  });
});

describe('season and weekday', () => {
  it('seasons repeat and do not move when the record grows at the front', () => {
    const [sine, cosine, second] = seasonColumns(800, 0, 365.25, 2);
    expect(sine!.values[0]).toBe(0);
    expect(cosine!.values[0]).toBe(1);
    expect(second!.name).toBe('season sin 2');
    expect(seasonColumns(800, -100, 365.25)[0]!.values[100]).toBeCloseTo(0, 12);
  });

  it('a day belongs to at most one weekday column, Mondays to none', () => {
    const columns = weekdayColumns(28, 0); // 1970-01-01, a Thursday
    expect(columns.map(({ name, values }) => [name, values.indexOf(1)])).toEqual([
      ['Tuesday', 5],
      ['Wednesday', 6],
      ['Thursday', 0],
      ['Friday', 1],
      ['Saturday', 2],
      ['Sunday', 3],
    ]);
    const sums = Float64Array.from({ length: 28 }, (_, t) =>
      columns.reduce((sum, { values }) => sum + values[t]!, 0),
    );
    expect([...sums].filter((sum) => sum === 0).length).toBe(4);
    expect(weekdayColumns(7, -3)[1]!.values.indexOf(1)).toBe(2);
  });
});
