/** Sums over columns that live on short stretches: the same likelihood, slopes and curvature as column by column. */
import { describe, expect, it } from 'vitest';
import { fitStream, nullModel, trendColumns, type StreamDesign } from '../../src/model/index.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { likelihoodSlope } from '../../src/model/likelihoodSlope.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import { randomStream } from '../../src/stats/index.ts';
import { makeDesign, usual } from './madeRecords.ts';

const local = makeDesign(usual, 3);
const apart = (design: StreamDesign): StreamDesign => ({
  ...design,
  endemic: design.endemic.map(({ local: _, ...column }) => column),
});
/** A column more that is not of the trend, behind it. */
const level = { name: 'level', values: Float64Array.from(local.counts, (_, t) => (t > 300 ? 1 : 0)) };
const mixed = { ...local, endemic: [...local.endemic, level] };

function close(a: ArrayLike<number>, b: ArrayLike<number>): void {
  expect(a.length).toBe(b.length);
  for (let k = 0; k < a.length; k++) {
    expect(Math.abs(a[k]! - b[k]!)).toBeLessThan(1e-9 * (1 + Math.abs(b[k]!)));
  }
}

describe.each([
  ['a trend', local],
  ['a trend and a level', mixed],
  ['Poisson counts', { ...local, family: 'Poisson' as const }],
])('%s', (_, design) => {
  const one = packDesign(design);
  const other = packDesign(apart(design));
  const width = one.names.length + 1;
  const random = randomStream(1, 'a point for local columns', 0);
  const theta = Float64Array.from({ length: width }, () => 0.3 * random.uniform());

  it('is taken by its short stretches', () => {
    expect(one.local?.count).toBe(local.endemic.length);
    expect(other.local).toBeNull();
  });

  it.each([true, false])('has the same derivatives (expected: %s)', (expected) => {
    expect(evaluate(one, theta)).toBeCloseTo(evaluate(other, theta), 8);
    const made = [one, other].map((packed) => {
      const gradient = new Float64Array(width);
      const curvature = new Float64Array(width * width);
      differentiate(packed, theta, expected, gradient, curvature);
      const slope = new Float64Array(width);
      likelihoodSlope(packed, theta, slope);
      return { gradient, curvature, slope };
    });
    close(made[0]!.gradient, made[1]!.gradient);
    close(made[0]!.curvature, made[1]!.curvature);
    close(made[0]!.slope, made[1]!.slope);
  });
});

it('gives the same scores of added columns', () => {
  const x = Float64Array.from(local.counts, (_, t) => (t % 11 === 3 ? 0.4 : 0));
  const scores = [mixed, apart(mixed)].map((design) => {
    const fit = fitStream(design);
    if (fit.kind === 'failed') throw new Error(fit.detail);
    const model = nullModel(design, fit);
    return [model.answer(x), model.modifier(x)].flatMap(({ gradient, information }) => [
      gradient,
      information,
    ]);
  });
  scores[0]!.forEach((value, k) => expect(value / scores[1]![k]!).toBeCloseTo(1, 5));
});

it('lets the splines of a trend add up to level and line', () => {
  const recorded = new Uint8Array(900).fill(1).fill(0, 0, 40).fill(0, 870);
  for (const { name, values, local: shape } of trendColumns(recorded)) {
    const { basis, coefficients } = shape!;
    const summed = values.map((_, t) => {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += basis.values[4 * t + k]! * coefficients[basis.first[t]! + k]!;
      return sum;
    });
    values.forEach((value, t) => expect(Math.abs(summed[t]! - value), name).toBeLessThan(1e-12));
  }
});
