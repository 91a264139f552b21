import { expect, test } from 'vitest';
import { chainModel } from '../../../src/evidence/wave/chainModel.ts';
import { fitPlain } from '../../../src/evidence/wave/fitPlain.ts';
import { fitWave } from '../../../src/evidence/wave/fitWave.ts';
import { lateFits } from '../../../src/evidence/wave/lateFits.ts';
import { lateTests } from '../../../src/evidence/wave/lateTests.ts';
import { smoothWave } from '../../../src/evidence/wave/smoothWave.ts';
import { startCurvature } from '../../../src/evidence/wave/startCurvature.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import type { Likelihood } from '../../../src/evidence/wave/waveLikelihood.ts';
import { waveLikelihood } from '../../../src/evidence/wave/waveLikelihood.ts';
import { makeRecord } from './makeRecord.ts';
import { makeTheatre } from './makeTheatre.ts';

const made = makeTheatre({ days: 160, wave: { tau: 8, sd: 1 } }, 3, 'third stream');
const gap = made.recordedA.map((_, t) => (t > 60 && t < 80 ? 0 : 1));
const pair = { ...made, third: { ...made.third, recorded: gap } };
/** beta of A, B and the third; s_A s_B rho_BA rho_AB kappa psi_A psi_B c_A c_B; s, psi, c of the third; tau. */
const THETA = Float64Array.of(
  ...[-1.1, 0.2, -0.9, -0.3, -1, 0.1, 0.1, 0.15, 0.1, 0.2, 0.05, -0.6, -0.4, 0.7, 0.5],
  ...[0.12, -0.5, 0.8, 1.5],
);

function expectGradient(likelihood: Likelihood, theta: Float64Array, skip: number): void {
  const gradient = new Float64Array(theta.length);
  likelihood(theta, gradient);
  theta.forEach((_, k) => {
    if (k === skip) return;
    const at = (by: number): number =>
      likelihood(
        theta.map((x, i) => (i === k ? x + by : x)),
        null,
      );
    const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
    expect(Math.abs(gradient[k]! - numeric) / (1 + Math.abs(numeric))).toBeLessThan(1e-6);
  });
}

test.each([0, 3])(
  'the gradient of the chain with a third stream agrees with differences, shift %i',
  (shift) => {
    expectGradient(waveLikelihood(waveDesign(pair), shift), THETA, -1);
  },
);

test('so does that of the smooth wave', () => {
  const theta = THETA.slice();
  theta[10] = 0;
  expectGradient(smoothWave(waveDesign(pair)), theta, 10);
});

test('a third stream without loading adds its own likelihood and nothing else', () => {
  const { third, ...without } = pair;
  const alone = THETA.slice();
  alone[17] = 0;
  const two = Float64Array.of(...THETA.subarray(0, 4), ...THETA.subarray(6, 15), THETA[18]!);
  const apart = (shift: number): number =>
    waveLikelihood(waveDesign(pair), shift)(alone, null) -
    waveLikelihood(waveDesign(without), shift)(two, null);
  expect(apart(0)).toBeCloseTo(apart(4), 9);
  expect(apart(0)).toBeLessThan(-50);
  const hidden = { ...pair, third: { counts: third.counts, recorded: new Uint8Array(160) } };
  expect(waveLikelihood(waveDesign(hidden), 2)(THETA, null)).toBeCloseTo(
    waveLikelihood(waveDesign(without), 2)(two, null) - 0.8 ** 2 / 8,
    9,
  );
});

test('the plain test does not see it', () => {
  const { third, ...without } = pair;
  const ratio = (one: typeof pair | typeof without): number => {
    const { none, answer } = fitPlain(waveDesign(one));
    return answer.logLikelihood - none.logLikelihood;
  };
  expect(third.counts.some((count) => count > 0)).toBe(true);
  expect(ratio(pair)).toBeCloseTo(ratio(without), 8);
});

test('a third stream tells a wave that reaches B late from an answer', () => {
  const late = { days: 400, wave: { tau: 10, sd: 1.3, late: 3 } };
  const supports = (make: typeof makeRecord, seed: number): number => {
    const design = waveDesign(make(late, seed, 'late wave'));
    const plain = fitPlain(design);
    const model = chainModel(design, 0, startCurvature(design, 1));
    const fits = fitWave(model, plain);
    return lateTests(design, lateFits(model, fits, plain), false).alone.likelihoodRatio;
  };
  const seeds = [0];
  const mean = (make: typeof makeRecord): number =>
    seeds.reduce((sum, seed) => sum + supports(make, seed), 0);
  expect(mean(makeTheatre)).toBeLessThan(mean(makeRecord) - 2);
});
