import { expect, test } from 'vitest';
import { chainModel } from '../../../src/evidence/wave/chainModel.ts';
import { climb } from '../../../src/evidence/wave/climb.ts';
import { fitPlain } from '../../../src/evidence/wave/fitPlain.ts';
import { fitWave } from '../../../src/evidence/wave/fitWave.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';
import { smoothModel } from '../../../src/evidence/wave/smoothModel.ts';
import { smoothWave } from '../../../src/evidence/wave/smoothWave.ts';
import { startCurvature } from '../../../src/evidence/wave/startCurvature.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';

/** Like a real list of raids: seven years, an act in three weeks, two spells without record, bursts of single days. */
function sparse(index: number): WavePair {
  const days = 2600;
  const made = makeRecord(
    { days, rateA: 0.05, rateB: 0.008, rhoAB: 0.12, wave: { tau: 1, sd: 1.5 } },
    index,
    'sparse record',
  );
  const mask = made.recordedA.map((_, t) => ((t >= 300 && t < 560) || (t >= 1500 && t < 1760) ? 0 : 1));
  return { ...made, recordedA: mask, recordedB: mask };
}

/** A fast wave so strong that single days have several most likely courses. */
const FAST = {
  beta_A0: -6,
  beta_B0: -9,
  s_A: 0.2,
  s_B: 0.1,
  rho_AB: 0.05,
  log_psi_A: -3,
  log_psi_B: -3,
  log_tau: 0,
};

test('the mode of a fast wave in a sparse record is found in few steps, where two modes merge too', () => {
  let most = 0;
  for (const index of [0, 1, 2]) {
    const likelihood = smoothWave(waveDesign(sparse(index)));
    const gradient = new Float64Array(14);
    for (let c = 0.5; c <= 4; c += 0.05) {
      for (const beta of [-0.4, 0, 0.4]) {
        const before = likelihood.modeSteps();
        const theta = vectorOf(FAST, { c_A: c, c_B: 1.05 * c, beta_A0: FAST.beta_A0 + beta });
        const value = likelihood(theta, gradient);
        most = Math.max(most, likelihood.modeSteps() - before);
        expect(Number.isFinite(value)).toBe(true);
        expect(gradient.every(Number.isFinite)).toBe(true);
      }
    }
    expect(likelihood.modeSteps() / 213).toBeLessThan(12);
  }
  expect(most).toBeLessThanOrEqual(25);
});

test('a smooth wave is fitted to a sparse record in a bounded number of evaluations', () => {
  const design = waveDesign(sparse(0));
  const smooth = smoothWave(design);
  let evaluations = 0;
  const counted = (theta: Float64Array, gradient: Float64Array | null): number => {
    evaluations++;
    return smooth(theta, gradient);
  };
  const likelihood = Object.assign(counted, {
    place: smooth.place,
    beginAt: smooth.beginAt,
    modeSteps: smooth.modeSteps,
  });
  const plain = fitPlain(design);
  const related = fitWave(chainModel(design, 0, startCurvature(design, 1)), plain);
  const fits = fitWave(smoothModel(design, likelihood, related), plain);
  expect(evaluations).toBeLessThan(1000);
  expect(smooth.modeSteps() / evaluations).toBeLessThan(10);
  expect(fits.answer.logLikelihood).toBeGreaterThanOrEqual(fits.none.logLikelihood);
});

test('a climb on a surface that jumps at every call ends and says that it found nothing', () => {
  let calls = 0;
  const found = climb(
    (theta, gradient) => {
      calls++;
      gradient?.fill(1);
      return calls * 1e-3 - theta[0]! ** 2;
    },
    { lower: Float64Array.of(-1e6), upper: Float64Array.of(1e6) },
    Float64Array.of(0),
    Float64Array.of(1),
    { tolerance: 1e-6 },
  );
  expect(found.converged).toBe(false);
  expect(calls).toBeLessThanOrEqual(140);
  expect(found.evaluations).toBe(calls);
});
