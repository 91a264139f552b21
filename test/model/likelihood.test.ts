import { describe, expect, it } from 'vitest';
import { fitStream, type StreamDesign } from '../../src/model/index.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { meansAt } from '../../src/model/meansAt.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import { negativeBinomialLogPmf, poissonLogPmf, randomStream } from '../../src/stats/index.ts';
import { makeDesign, usual } from './madeRecords.ts';

const design = makeDesign({ ...usual, steps: 300 }, 4);
const thinned: StreamDesign = {
  ...design,
  coverage: design.coverage.map((_, t) => (t < 150 ? 0.4 : 1)),
  // One very large count and one that is no whole number take the other road through the overdispersion.
  counts: design.counts.map((count, t) => ({ 100: 6000, 200: 2.5 })[t] ?? count),
};

function pointOf(one: StreamDesign, logPsi: number): Float64Array {
  const random = randomStream(9, 'point');
  const { names } = packDesign(one);
  const spread = (name: string) =>
    ['answers', 'own'].includes(name) ? 0.05 + 0.3 * random.uniform() : 0.4 * random.normal();
  return Float64Array.from([...names.map(spread), logPsi]);
}

describe('likelihood of a stream', () => {
  it('is the sum of negative binomial probabilities over the recorded steps', () => {
    const packed = packDesign(thinned);
    const theta = pointOf(thinned, Math.log(0.7));
    const found = evaluate(packed, theta);
    const { mu } = meansAt(packed, theta);
    let sum = 0;
    packed.at.forEach((t, i) => (sum += negativeBinomialLogPmf(thinned.counts[t]!, mu[i]!, 0.7)));
    expect(Math.abs(found - sum)).toBeLessThan(1e-9 * Math.abs(sum));
    expect(packed.at.length).toBe(300 - 14);
  });

  it('goes to Poisson as psi falls', () => {
    const packed = packDesign(design);
    const near = evaluate(packed, pointOf(design, -20));
    const poisson = packDesign({ ...design, family: 'Poisson' });
    const limit = evaluate(poisson, pointOf(design, 0));
    expect(near).toBeCloseTo(limit, 3);
    const { mu } = meansAt(poisson, pointOf(design, 0));
    let sum = 0;
    poisson.at.forEach((t, i) => (sum += poissonLogPmf(design.counts[t]!, mu[i]!)));
    expect(limit).toBeCloseTo(sum, 8);
  });

  it.each([
    ['every term', thinned],
    ['no modifier', { ...design, modifiers: [] }],
    ['no answer', { ...design, answers: [] }],
    ['Poisson', { ...design, family: 'Poisson' as const }],
  ])('gradient and observed curvature equal differences: %s', (_, one) => {
    const packed = packDesign(one);
    const theta = pointOf(one, -0.4);
    const width = theta.length;
    const gradientAt = (point: Float64Array, curvature = new Float64Array(width * width)) => {
      const gradient = new Float64Array(width);
      evaluate(packed, point);
      differentiate(packed, point, false, gradient, curvature);
      return gradient;
    };
    const curvature = new Float64Array(width * width);
    const gradient = gradientAt(theta, curvature);
    const last = one.family === 'Poisson' ? width - 1 : width;
    for (let j = 0; j < last; j++) {
      const h = 1e-5;
      const above = theta.map((value, k) => (k === j ? value + h : value));
      const below = theta.map((value, k) => (k === j ? value - h : value));
      const slope = (evaluate(packed, above) - evaluate(packed, below)) / (2 * h);
      const scale = 1 + Math.abs(curvature[j * width + j]!);
      expect(Math.abs(gradient[j]! - slope)).toBeLessThan(1e-6 * scale);
      const up = gradientAt(above);
      const down = gradientAt(below);
      for (let k = 0; k < last; k++) {
        const bend = -(up[k]! - down[k]!) / (2 * h);
        expect(Math.abs(curvature[j * width + k]! - bend)).toBeLessThan(1e-5 * scale);
      }
    }
  });

  it('expected information is the mean of the observed one over made records', () => {
    const packed = packDesign(design);
    const theta = pointOf(design, Math.log(0.5));
    evaluate(packed, theta);
    const width = theta.length;
    const gradient = new Float64Array(width);
    const expected = new Float64Array(width * width);
    differentiate(packed, theta, true, gradient, expected);
    const { mu: mean } = meansAt(packed, theta);
    const random = randomStream(2, 'information');
    const total = new Float64Array(width);
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      const counts = design.counts.slice();
      packed.at.forEach((t, i) => (counts[t] = random.negativeBinomial(mean[i]!, 0.5)));
      const observed = new Float64Array(width * width);
      differentiate(packDesign({ ...design, counts }), theta, false, gradient, observed);
      for (let j = 0; j < width; j++) total[j]! += observed[j * width + j]! / rounds;
    }
    for (let j = 0; j < width - 1; j++) {
      expect(Math.abs(total[j]! / expected[j * width + j]! - 1)).toBeLessThan(0.15);
    }
  });

  it('is a programming slip when a column has another length', () => {
    const short = { ...design, answers: [{ name: 'short', x: new Float64Array(3) }] };
    expect(() => fitStream(short)).toThrow('3 steps');
  });
});
