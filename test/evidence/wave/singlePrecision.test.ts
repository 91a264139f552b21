import { expect, test } from 'vitest';
import { chainModel } from '../../../src/evidence/wave/chainModel.ts';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import { LEVELS } from '../../../src/evidence/wave/rouwenhorst.ts';
import { startCurvature } from '../../../src/evidence/wave/startCurvature.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { waveLikelihood } from '../../../src/evidence/wave/waveLikelihood.ts';
import { makeRecord, type MadeKind } from './makeRecord.ts';
import { makeTheatre } from './makeTheatre.ts';

const POINT = [-1, 0.2, -0.8, -0.3, 0.1, 0.15, 0.1, 0.2, 0.05, -0.6, -0.4, 0.7, 0.5, 1.5];

const RECORDS: Readonly<
  Record<string, { readonly kind: MadeKind; readonly changes: Record<number, number> }>
> = {
  'two sides': { kind: { days: 900, rhoAB: 0.4, rhoBA: 0.4 }, changes: {} },
  'sparse, hardly overdispersed': {
    kind: { days: 900, rateA: 0.03, rateB: 0.05 },
    changes: { 9: -6, 10: -5 },
  },
  'dozens of events a day': {
    kind: { days: 400, rateA: 30, rateB: 50, wave: { tau: 20, sd: 1 } },
    changes: { 0: 3, 2: 3.5 },
  },
  'a strong, slow wave': { kind: { days: 900, wave: { tau: 100, sd: 1 } }, changes: { 11: 3, 12: 2, 13: 5 } },
};

test.each(Object.keys(RECORDS))('single precision follows double: %s', (name) => {
  const { kind, changes } = RECORDS[name]!;
  const design = waveDesign(makeRecord(kind, 1, 'single precision'));
  const theta = Float64Array.from(POINT, (value, k) => changes[k] ?? value);
  for (const shift of [0, 3]) {
    const [one, other] = [new Float64Array(theta.length), new Float64Array(theta.length)];
    const double = waveLikelihood(design, shift)(theta, one);
    const single = waveLikelihood(design, shift, LEVELS, 'single')(theta, other);
    expect(Math.abs(single - double), `shift ${shift}`).toBeLessThan(5e-3);
    one.forEach((slope, k) =>
      expect(Math.abs(other[k]! - slope), `${k}`).toBeLessThan(3e-3 * (1 + Math.abs(slope))),
    );
  }
});

test('where single precision gives no number, double does', () => {
  const design = waveDesign(makeRecord({ days: 61 }, 1, 'kernel'));
  const theta = Float64Array.from(POINT, (value, k) => ({ 0: 60, 9: 3, 11: 4 })[k] ?? value);
  const single = waveLikelihood(design, 0, LEVELS, 'single');
  const found = new Float64Array(theta.length);
  const slopes = new Float64Array(theta.length);
  const lost = !Number.isFinite(single(theta, found)) || !found.every(Number.isFinite);
  const { guide, likelihood } = chainModel(design, 0, startCurvature(design, 1));
  expect(Number.isFinite(guide(theta, slopes)) && slopes.every(Number.isFinite)).toBe(true);
  if (lost) expect(guide(theta, null)).toBe(likelihood(theta, null));
});

test('what the best wave with an answer is without it is a start without an answer, also where the answer is 0', () => {
  const kind: MadeKind = { days: 600, rateA: 12, rateB: 9, rhoAB: 0.1, wave: { tau: 40, sd: 1 } };
  // No start of its own led the null of this record to its top; the ratio was 6.
  const { wave } = decideWave(makeTheatre(kind, 1, 'whole busier'), { power: false });
  expect(wave!.likelihoodRatio).toBeLessThan(0.01);
});
