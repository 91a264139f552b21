import { expect, test } from 'vitest';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';
import { smoothWave } from '../../../src/evidence/wave/smoothWave.ts';
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

test('a mode of a fast wave in a sparse record is found in few steps, or said not to be found', () => {
  let evaluations = 0;
  let missed = 0;
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
        evaluations++;
        if (value === -Infinity) missed++;
        else expect(gradient.every(Number.isFinite)).toBe(true);
      }
    }
    expect(likelihood.modeSteps() / 213).toBeLessThan(12);
  }
  console.log(most, missed, evaluations);
  expect(most).toBeLessThanOrEqual(60);
  expect(missed / evaluations).toBeLessThan(0.01);
});

void decideWave;
