import { expect, test } from 'vitest';
import { rememberCourses } from '../../../src/evidence/wave/rememberCourses.ts';
import { smoothWave } from '../../../src/evidence/wave/smoothWave.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';

const design = waveDesign(makeRecord({ days: 120, wave: { tau: 8, sd: 1 } }, 3, 'remember'));
const ordinary = { beta_A0: -1, beta_B0: -1, log_psi_A: -1, log_psi_B: -1, c_A: 0.8, c_B: 0.8, log_tau: 2 };
const here = vectorOf(ordinary);
const there = vectorOf({ ...ordinary, c_A: 0.5 });

test('a point asked again from the course found there is not searched again', () => {
  const likelihood = rememberCourses(smoothWave(design));
  const gradient = new Float64Array(here.length);
  const value = likelihood(here, gradient);
  const place = likelihood.place();
  likelihood(there, null);
  const steps = likelihood.modeSteps();
  likelihood.beginAt(place);
  const again = new Float64Array(here.length);
  expect(likelihood(here, again)).toBe(value);
  expect(again).toEqual(gradient);
  expect(likelihood.place()).toEqual(place);
  expect(likelihood.modeSteps()).toBe(steps);
});

test('another point, another course or a gradient not yet known are', () => {
  const likelihood = rememberCourses(smoothWave(design));
  likelihood(here, null);
  const place = likelihood.place();
  const plain = smoothWave(design);
  for (const [theta, from] of [
    [there, place],
    [here, null],
    [here, place],
  ] as const) {
    const steps = likelihood.modeSteps();
    const [gradient, expected] = [new Float64Array(here.length), new Float64Array(here.length)];
    likelihood.beginAt(from);
    plain.beginAt(from);
    expect(likelihood(theta, gradient)).toBe(plain(theta, expected));
    expect(gradient).toEqual(expected);
    expect(likelihood.modeSteps()).toBeGreaterThan(steps);
  }
});
