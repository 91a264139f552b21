import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { waveLikelihood } from '../../../src/evidence/wave/waveLikelihood.ts';
import { makeRecord } from './makeRecord.ts';

/** `theta` with some entries changed. */
function changed(changes: Readonly<Record<number, number>>): Float64Array {
  return theta.map((value, k) => changes[k] ?? value);
}

const theta = Float64Array.of(-1, 0.2, -0.8, -0.3, 0.1, 0.15, 0.1, 0.2, 0.05, -0.6, -0.4, 0.7, 0.5, 1.5);

test('the compiled kernel was made from the sources in the project (npm run kernel)', () => {
  const script = fileURLToPath(new URL('../../../scripts/buildKernel.mjs', import.meta.url));
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
});

test('likelihoods that share the memory of the kernel do not disturb each other', () => {
  const short = waveDesign(makeRecord({ days: 61 }, 1, 'kernel'));
  const long = waveDesign(makeRecord({ days: 4000 }, 2, 'kernel'));
  const alone = [short, long].flatMap((design) =>
    [2, 5, 11].map((levels) => {
      const gradient = new Float64Array(theta.length);
      return [waveLikelihood(design, 1, levels)(theta, gradient), ...gradient];
    }),
  );
  const likelihoods = [short, long].flatMap((design) =>
    [2, 5, 11].map((levels) => waveLikelihood(design, 1, levels)),
  );
  for (const round of [1, 2]) {
    likelihoods.forEach((likelihood, k) => {
      const gradient = new Float64Array(theta.length);
      likelihood(theta, null);
      expect([likelihood(theta, gradient), ...gradient], `round ${round}`).toEqual(alone[k]);
    });
  }
});

test('a parameter that is no number gives no value', () => {
  const likelihood = waveLikelihood(waveDesign(makeRecord({ days: 61 }, 1, 'kernel')), 0);
  for (const k of theta.keys()) expect(likelihood(changed({ [k]: NaN }), null), `parameter ${k}`).toBeNaN();
});

test('rates from far below to far above any record keep the value finite', () => {
  const likelihood = waveLikelihood(waveDesign(makeRecord({ days: 61 }, 1, 'kernel')), 0);
  const gradient = new Float64Array(theta.length);
  for (const rate of [-500, -60, -12, 12, 60, 500]) {
    const far = changed({ 0: rate, 9: 3, 11: 4 });
    expect(Number.isFinite(likelihood(far, gradient)), `rate ${rate}`).toBe(true);
    expect([...gradient].every(Number.isFinite), `rate ${rate}`).toBe(true);
  }
});
