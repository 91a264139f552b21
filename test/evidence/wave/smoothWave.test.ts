import { describe, expect, test } from 'vitest';
import { loadingPenalty } from '../../../src/evidence/wave/loadingPenalty.ts';
import { plainStream } from '../../../src/evidence/wave/plainStream.ts';
import { smoothPrior } from '../../../src/evidence/wave/smoothPrior.ts';
import { smoothWave } from '../../../src/evidence/wave/smoothWave.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { goldenNames, NAMES, readGolden, vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';
import { makeTheatre } from './makeTheatre.ts';
import { plainSmoothWave } from './plainSmoothWave.ts';

describe.skipIf(goldenNames.length === 0)('golden smooth wave', () => {
  test.each(goldenNames)('%s', (name) => {
    const { pair, result } = readGolden(name);
    const likelihood = smoothWave(waveDesign(pair));
    const gradient = new Float64Array(NAMES.length);
    const value = likelihood(vectorOf(result.point, { kappa: 0 }), gradient);
    expect(Math.abs(value - result.smooth_at_point.loglik_laplace)).toBeLessThan(2e-8);
    NAMES.forEach((parameter, k) => {
      const stored = result.smooth_at_point.gradient[parameter];
      if (stored === undefined) return;
      expect(Math.abs(gradient[k]! - stored) / (1 + Math.abs(stored))).toBeLessThan(1e-6);
    });
    for (const fit of [result.smooth.null, result.smooth.alternative]) {
      likelihood.beginAt(null);
      expect(Math.abs(likelihood(vectorOf(fit.parameters), null) - fit.loglik_laplace)).toBeLessThan(1e-7);
    }
  });
});

test.each([1, 7, 150])('the prior has unit variance, tau %f', (tau) => {
  const { first, second, lagOne, weight, weightOne } = smoothPrior(tau);
  // var z_t = first² + second² − 2 first second r + var e = 1.
  expect(first ** 2 + second ** 2 - 2 * first * second * lagOne + 1 / weight).toBeCloseTo(1, 12);
  expect(1 - lagOne ** 2).toBeCloseTo(1 / weightOne, 12);
});

describe('the formula by whole matrices', () => {
  const { third, ...made } = makeTheatre(
    { days: 41, rateA: 0.8, rateB: 0.8, wave: { tau: 8, sd: 1 } },
    5,
    'whole smooth',
  );
  const gaps = (from: number, to: number): Uint8Array =>
    made.recordedA.map((_, t) => (t >= from && t < to ? 0 : 1));
  const crowds: Readonly<Record<number, number>> = { 9: 5, 26: 13 };
  const two = {
    ...made,
    // Days with more events than enter one by one.
    a: made.a.map((count, t) => crowds[t] ?? count),
    recordedB: gaps(12, 20),
    coverageB: made.b.map((_, t) => 1 - 0.5 * Math.cos(t / 9) ** 2),
    covariates: [made.b.map((_, t) => Math.cos(t / 5))],
  };
  const full = { ...two, third: { ...third, recorded: gaps(33, 41) } };
  const silent = gaps(0, 2).map((seen, t) => (t > 38 ? 0 : seen));
  const cases = [
    ['two streams, an even number of days', { ...two, recordedA: silent, recordedB: silent }],
    ['three, an odd number', { ...full, recordedA: gaps(3, 4) }],
  ] as const;
  const theta = (tau: number, isThird: boolean, change: readonly [number, number]): Float64Array => {
    const rates = [-0.6, 0.3, 0.1, -0.7, -0.2, 0.2, ...(isThird ? [-0.9, 0.1, -0.3] : [])];
    const rest = [0.1, 0.2, 0.15, 0.3, 0, -0.5, -0.9, 0.8, 1.1, ...(isThird ? [0.2, -0.4, 0.6] : [])];
    const all = Float64Array.of(...rates, ...rest, Math.log(tau));
    all[change[0]] = all[change[0]]! + change[1];
    return all;
  };

  test.each(cases)('%s: value and gradient', (_, pair) => {
    const design = waveDesign(pair);
    const isThird = design.third !== null;
    for (const tau of [1, 6, 150]) {
      const at = theta(tau, isThird, [0, 0]);
      const likelihood = smoothWave(design);
      const gradient = new Float64Array(at.length);
      const bare = (point: Float64Array): number =>
        likelihood(point, null) + loadingPenalty(design, point, null);
      const value = likelihood(at, gradient);
      expect(Number.isFinite(value)).toBe(true);
      // Both lose digits where neighbouring days are nearly equal.
      const [close, alike] = tau < 100 ? [1e-10, 1e-7] : [1e-7, 1e-5];
      expect(Math.abs(bare(at) - plainSmoothWave(design, at))).toBeLessThan(close);
      const without = new Float64Array(at.length);
      loadingPenalty(design, at, without);
      at.forEach((_, k) => {
        if (k === design.layout.kappa || (tau !== 6 && k !== design.layout.logTau)) return;
        const by = (change: number): number => plainSmoothWave(design, theta(tau, isThird, [k, change]));
        const numeric = (8 * (by(2e-3) - by(-2e-3)) - (by(4e-3) - by(-4e-3))) / 24e-3;
        const found = gradient[k]! - without[k]!;
        expect(Math.abs(found - numeric) / (1 + Math.abs(numeric)), `${k}, tau ${tau}`).toBeLessThan(alike);
      });
    }
  });
});

test('the gradient agrees with differences, with gaps and a covariate', () => {
  const n = 150;
  const made = makeRecord(
    { days: n, rateA: 0.7, rateB: 0.7, wave: { tau: 8, sd: 1 } },
    12,
    'smooth gradient',
  );
  const pair = {
    ...made,
    recordedB: made.recordedB.map((_, t) => (t > 40 && t < 60 ? 0 : 1)),
    covariates: [Float64Array.from({ length: n }, (_, t) => Math.cos(t / 20))],
  };
  const likelihood = smoothWave(waveDesign(pair));
  const theta = Float64Array.of(
    -0.9,
    0.2,
    0.1,
    -0.7,
    0.3,
    -0.2,
    0.1,
    0.15,
    0.1,
    0.2,
    0,
    -0.6,
    -0.4,
    0.8,
    0.6,
    1.4,
  );
  const gradient = new Float64Array(theta.length);
  likelihood(theta, gradient);
  theta.forEach((value, k) => {
    if (k === 10) return;
    const at = (by: number): number =>
      likelihood(
        theta.map((x, i) => (i === k ? value + by : x)),
        null,
      );
    const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
    expect(Math.abs(gradient[k]! - numeric) / (1 + Math.abs(numeric))).toBeLessThan(1e-6);
  });
});

test.each([
  ['few events', -1, 120],
  ['so many that no product of days is a number', 5, 800],
])('without loadings it is the plain likelihood: %s', (_, rate, days) => {
  const design = waveDesign(makeRecord({ days }, 13, 'plain'));
  const theta = vectorOf({
    beta_A0: rate,
    beta_B0: rate,
    s_A: 0.1,
    s_B: 0.2,
    rho_AB: 0.3,
    log_psi_A: -1,
    log_psi_B: 0,
    log_tau: 1,
  });
  const plain = plainStream(design.a).likelihood(theta, null) + plainStream(design.b).likelihood(theta, null);
  expect(smoothWave(design)(theta, null) / plain).toBeCloseTo(1, 12);
});

test.each([
  ['beyond all numbers above', 200, {}],
  ['whose squares are no numbers', 100, {}],
  ['without any mean', -200, { beta_A0: -60, beta_B0: -60 }],
])('a search that is to begin at a place %s begins at a calm wave', (_, height, rates) => {
  const likelihood = smoothWave(waveDesign(makeRecord({ days: 120 }, 14, 'far')));
  const ordinary = { beta_A0: -1, beta_B0: -1, log_psi_A: -1, log_psi_B: -1, c_A: 4, c_B: 4, log_tau: 1 };
  const theta = vectorOf({ ...ordinary, ...rates });
  const calm = likelihood(theta, null);
  expect(Number.isFinite(calm)).toBe(true);
  likelihood.beginAt(likelihood.place().fill(height));
  expect(likelihood(theta, null)).toBe(calm);
});
