import { describe, expect, test } from 'vitest';
import { plainLikelihood } from '../../../src/evidence/wave/plainLikelihood.ts';
import {
  fillPrecision,
  logPrecision,
  priorQuadratic,
  smoothPrior,
} from '../../../src/evidence/wave/smoothPrior.ts';
import { smoothWave } from '../../../src/evidence/wave/smoothWave.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { factorBanded, makeBanded } from '../../../src/stats/index.ts';
import { goldenNames, NAMES, readGolden, vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';

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

test.each([1, 7, 150])('the prior has unit variance and lag-1 correlation r, tau %f', (tau) => {
  const n = 40;
  const prior = smoothPrior(tau);
  const precision = makeBanded(n);
  fillPrecision(prior, precision);
  const z = Float64Array.from({ length: n }, (_, t) => Math.cos(t / 5));
  let quadratic = 0;
  for (let i = 0; i < n; i++) {
    quadratic += precision.entries[3 * i]! * z[i]! ** 2;
    for (let d = 1; d <= Math.min(i, 2); d++)
      quadratic += 2 * precision.entries[3 * i + d]! * z[i]! * z[i - d]!;
  }
  const exact = priorQuadratic(prior, z, new Float64Array(n));
  expect(Math.abs(quadratic - exact) / exact).toBeLessThan(1e-9);
  expect(factorBanded(precision, new Float64Array(n), precision)!).toBeCloseTo(logPrecision(prior, n), 6);
  // Stationarity: var z_t = first² + second² − 2 first second r + variance = 1.
  const { first, second, lagOne, variance } = prior;
  expect(first ** 2 + second ** 2 - 2 * first * second * lagOne + variance).toBeCloseTo(1, 12);
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

test('without loadings it is the plain likelihood', () => {
  const design = waveDesign(makeRecord({ days: 120 }, 13, 'plain'));
  const theta = vectorOf({
    beta_A0: -1.2,
    beta_B0: -1,
    s_A: 0.1,
    s_B: 0.2,
    rho_AB: 0.3,
    log_psi_A: -1,
    log_psi_B: 0,
    log_tau: 1,
  });
  const plain = plainLikelihood(design.a)(theta, null) + plainLikelihood(design.b)(theta, null);
  expect(smoothWave(design)(theta, null)).toBeCloseTo(plain, 9);
});
