import { describe, expect, test } from 'vitest';
import { rouwenhorst, stationaryLaw, waveLevels } from '../../../src/evidence/wave/rouwenhorst.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { waveInformation } from '../../../src/evidence/wave/waveInformation.ts';
import { waveLikelihood } from '../../../src/evidence/wave/waveLikelihood.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';
import { negativeBinomialLogPmf, randomStream } from '../../../src/stats/index.ts';
import { goldenNames, madePair, NAMES, readGolden, vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';

const SHIFTS = [0, 2, 4];
const POINT = { beta_A0: -1.1, beta_A1: 0.2, beta_B0: -0.9, beta_B1: -0.3, s_A: 0.1, s_B: 0.15, rho_BA: 0.1 };
const REST = { rho_AB: 0.2, kappa: 0.05, log_psi_A: -0.6, log_psi_B: -0.4, c_A: 0.7, c_B: 0.5, log_tau: 1.5 };
const THETA = vectorOf({ ...POINT, ...REST });

describe.skipIf(goldenNames.length === 0)('golden values and gradients at a point', () => {
  test.each(goldenNames.flatMap((name) => SHIFTS.map((shift) => [name, shift] as const)))(
    '%s, M(%i)',
    (name, shift) => {
      const { pair, result } = readGolden(name);
      const expected = result.at_point[`M${shift}`]!;
      const likelihood = waveLikelihood(waveDesign(pair), shift);
      const gradient = new Float64Array(NAMES.length);
      const at = (changes: Record<string, number>): number =>
        likelihood(vectorOf(result.point, changes), null);
      expect(Math.abs(likelihood(vectorOf(result.point), gradient) - expected.loglik)).toBeLessThan(1e-9);
      NAMES.forEach((parameter, k) => {
        const stored = expected.gradient[parameter]!;
        expect(Math.abs(gradient[k]! - stored) / (1 + Math.abs(stored))).toBeLessThan(1e-7);
      });
      expect(Math.abs(at({ c_A: 0, c_B: 0 }) - expected.loglik_with_c_A_and_c_B_zero)).toBeLessThan(1e-9);
      expect(Math.abs(at({ log_tau: 0 }) - expected.loglik_with_tau_1)).toBeLessThan(1e-9);
      expect(Math.abs(at({ log_tau: Math.log(400) }) - expected.loglik_with_tau_400)).toBeLessThan(1e-9);
    },
  );
});

/** Sum over every path of the hidden wave, straight from the formulas. */
function everyPath(pair: WavePair, theta: Float64Array, shift: number): number {
  const design = waveDesign(pair);
  const [zeta, pi] = [waveLevels(), stationaryLaw()];
  const matrix = new Float64Array(121);
  rouwenhorst(Math.exp(theta[13]!), matrix);
  const factor = (h: number, i: number): number => {
    let log = 0;
    const one = (side: 'a' | 'b', t: number): void => {
      const s = design[side];
      if (t >= design.steps || s.recordedLate[t] !== 1) return;
      const line = s.columns.reduce((sum, x, k) => sum + x[t]! * theta[s.place.beta + k]!, 0);
      const added = s.terms.reduce((sum, x, k) => sum + x[t]! * theta[s.place.terms[k]!]!, 0);
      const mean = Math.exp(line + theta[s.place.loading]! * zeta[i]!) + added;
      log += negativeBinomialLogPmf(s.counts[t]!, mean, Math.exp(theta[s.place.logPsi]!));
    };
    one('a', h);
    one('b', h + shift);
    return Math.exp(log);
  };
  let sum = 0;
  const walk = (h: number, level: number, weight: number): void => {
    const here = weight * factor(h, level);
    if (h === design.steps - 1) sum += here;
    else for (let j = 0; j < 11; j++) walk(h + 1, j, here * matrix[level * 11 + j]!);
  };
  const start = 7 - shift;
  for (let i = 0; i < 11; i++) walk(start, i, pi[i]!);
  return Math.log(sum) - (theta[11]! ** 2 + theta[12]! ** 2) / 8;
}

describe('every path of a tiny record', () => {
  test.each([
    [11, 0],
    [10, 1],
    [9, 2],
  ])('%i days, shift %i', (days, shift) => {
    const pair = makeRecord({ days, rateA: 1, rateB: 1 }, 3, 'tiny');
    expect(waveLikelihood(waveDesign(pair), shift)(THETA, null)).toBeCloseTo(
      everyPath(pair, THETA, shift),
      11,
    );
  });

  test('a masked day has factor 1', () => {
    const made = makeRecord({ days: 11, rateA: 1, rateB: 1 }, 4, 'tiny');
    const recordedA = made.recordedA.slice();
    recordedA[9] = 0;
    const pair = { ...made, recordedA };
    expect(waveLikelihood(waveDesign(pair), 0)(THETA, null)).toBeCloseTo(everyPath(pair, THETA, 0), 11);
  });
});

/** A record with every complication: gaps, a covariate, coverage, a dated rule, counts up to dozens. */
function complicated(): WavePair {
  const random = randomStream(8, 'complicated');
  const n = 90;
  const made = makeRecord({ days: n, rateA: 0.8, rateB: 0.8, rhoAB: 0.4 }, 9, 'complicated');
  made.a[40] = 35;
  return {
    ...made,
    recordedA: Uint8Array.from({ length: n }, (_, t) => (t > 50 && t < 60 ? 0 : 1)),
    recordedB: Uint8Array.from({ length: n }, (_, t) => (t > 55 && t < 70 ? 0 : 1)),
    covariates: [Float64Array.from({ length: n }, (_, t) => Math.sin(t / 9))],
    answerActive: Uint8Array.from({ length: n }, (_, t) => (t < 45 ? 1 : 0)),
    coverageA: Float64Array.from({ length: n }, () => 0.5 + 0.5 * random.uniform()),
  };
}

test.each(SHIFTS)('the gradient agrees with differences, shift %i', (shift) => {
  const likelihood = waveLikelihood(waveDesign(complicated()), shift);
  const theta = Float64Array.of(-0.8, 0.2, 0.3, -0.7, -0.3, -0.2, ...THETA.slice(4));
  const gradient = new Float64Array(theta.length);
  likelihood(theta, gradient);
  theta.forEach((value, k) => {
    const at = (by: number): number =>
      likelihood(
        theta.map((x, i) => (i === k ? value + by : x)),
        null,
      );
    const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
    expect(Math.abs(gradient[k]! - numeric) / (1 + Math.abs(numeric))).toBeLessThan(1e-7);
  });
});

describe('masks', () => {
  const whole = makeRecord({ days: 200 }, 21, 'masks');

  test('a record masked from some day on is the shorter record', () => {
    const shorter = 120;
    const mask = whole.recordedA.map((_, t) => (t < shorter ? 1 : 0));
    // Same trend column: a covariate takes its place, the own trend is switched off.
    const trend = Float64Array.from({ length: 200 }, (_, t) => t / 200 - 0.5);
    const theta = Float64Array.of(-1, 0, 0.4, -1.1, 0, -0.3, ...THETA.slice(4));
    const long = { ...whole, recordedA: mask, recordedB: mask, covariates: [trend] };
    const cut = madePair(whole.a.slice(0, shorter), whole.b.slice(0, shorter));
    const short = { ...cut, covariates: [trend.slice(0, shorter)] };
    expect(waveLikelihood(waveDesign(long), 0)(theta, null)).toBeCloseTo(
      waveLikelihood(waveDesign(short), 0)(theta, null),
      10,
    );
  });

  test('what lies under a mask changes nothing', () => {
    const mask = whole.recordedA.map((_, t) => (t >= 80 && t < 110 ? 0 : 1));
    const other = whole.a.map((count, t) => (mask[t] === 1 ? count : 99));
    const value = (a: Float64Array): number =>
      waveLikelihood(waveDesign({ ...whole, a, recordedA: mask }), 2)(THETA, null);
    expect(value(other)).toBe(value(whole.a));
    expect(value(whole.a)).not.toBe(waveLikelihood(waveDesign(whole), 2)(THETA, null));
  });

  test('an unrecorded stream leaves the other one alone', () => {
    const none = new Uint8Array(200);
    const alone = waveLikelihood(waveDesign({ ...whole, recordedB: none }), 0);
    const changed = THETA.slice();
    changed[2] = 1.5;
    changed[8] = 0.9;
    expect(alone(changed, null)).toBe(alone(THETA, null));
  });
});

test('without loadings the chain drops out and the daily information is that of each stream alone', () => {
  const pair = makeRecord({ days: 60 }, 5, 'no wave');
  const design = waveDesign(pair);
  const theta = vectorOf({ ...POINT, ...REST, c_A: 0, c_B: 0 });
  const information = waveInformation(design, 0, theta);
  const one = waveLikelihood(design, 0);
  expect(one(vectorOf({ ...POINT, ...REST, c_A: 0, c_B: 0, log_tau: 4 }), null)).toBeCloseTo(
    one(theta, null),
    11,
  );
  let sum = 0;
  for (let t = 7; t < 60; t++) {
    const base = Math.exp(theta[0]! + theta[1]! * design.a.columns[1]![t]!);
    const mean = base + theta[4]! * design.a.terms[0]![t]! + theta[6]! * design.a.terms[1]![t]!;
    sum += ((base * (pair.a[t]! - mean)) / (mean * (1 + Math.exp(theta[9]!) * mean))) ** 2;
  }
  expect(information[0]!).toBeCloseTo(sum, 10);
});

test('the information of the loading and of rho is the square of daily gradients', () => {
  // The gradient of a record cut at day t less that of one cut a day earlier is the gradient of day t.
  const made = makeRecord({ days: 40, rateA: 0.6, rateB: 0.6 }, 6, 'daily gradients');
  const n = NAMES.length;
  const cut = (days: number): Float64Array => {
    const mask = made.recordedA.map((_, t) => (t < days ? 1 : 0));
    const gradient = new Float64Array(n);
    waveLikelihood(waveDesign({ ...made, recordedA: mask, recordedB: mask }), 0)(THETA, gradient);
    return gradient;
  };
  const penalty = (k: number): number => (k === 11 || k === 12 ? THETA[k]! / 4 : 0);
  const expected = new Float64Array(n * n);
  let before: Float64Array = Float64Array.from({ length: n }, (_, k) => -penalty(k));
  for (let days = 8; days <= 40; days++) {
    const after = cut(days);
    for (let p = 0; p < n; p++) {
      for (let q = 0; q < n; q++) {
        expected[p * n + q] = expected[p * n + q]! + (after[p]! - before[p]!) * (after[q]! - before[q]!);
      }
    }
    before = after;
  }
  for (const k of [11, 12]) expected[k * n + k] = expected[k * n + k]! + 0.25;
  waveInformation(waveDesign(made), 0, THETA).forEach((value, k) =>
    expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-8 * (1 + Math.abs(expected[k]!))),
  );
});
