import { expect, test } from 'vitest';
import { chainModel } from '../../../src/evidence/wave/chainModel.ts';
import { decideWave, type WavePair } from '../../../src/evidence/wave/index.ts';
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
  // Levels then differ by more than single precision holds.
  'dozens of events a day, an enormous wave': {
    kind: { days: 400, rateA: 30, rateB: 50, wave: { tau: 20, sd: 1 } },
    changes: { 0: 3, 2: 3.5, 9: -4, 10: -4, 11: 3, 12: 3 },
  },
  'a strong, slow wave': { kind: { days: 900, wave: { tau: 100, sd: 1 } }, changes: { 11: 3, 12: 2, 13: 5 } },
};

/** Single and double precision agree in value and slopes; of many events' slopes, rounding leaves some millionths of each event. */
function expectAgreement(pair: WavePair, theta: Float64Array): void {
  const design = waveDesign(pair);
  const events = [...pair.a, ...pair.b].reduce((sum, count) => sum + count, 0);
  for (const levels of [LEVELS, 2]) {
    for (const shift of [0, 3]) {
      const [one, other] = [new Float64Array(theta.length), new Float64Array(theta.length)];
      const double = waveLikelihood(design, shift, levels)(theta, one);
      const single = waveLikelihood(design, shift, levels, 'single')(theta, other);
      expect(Math.abs(single - double), `${levels} levels, shift ${shift}`).toBeLessThan(5e-3);
      one.forEach((slope, k) =>
        expect(Math.abs(other[k]! - slope), `${levels} levels, shift ${shift}, ${k}`).toBeLessThan(
          2e-3 * (1 + Math.abs(slope)) + 1e-6 * events,
        ),
      );
    }
  }
}

test.each(Object.keys(RECORDS))('single precision follows double: %s', (name) => {
  const { kind, changes } = RECORDS[name]!;
  const theta = Float64Array.from(POINT, (value, k) => changes[k] ?? value);
  expectAgreement(makeRecord(kind, 1, 'single precision'), theta);
});

test('single precision follows double where days are missing, and where only a part of events or none are recorded', () => {
  const pair = makeRecord({ days: 903, rhoAB: 0.4, rhoBA: 0.4 }, 1, 'single precision');
  const recordedA = pair.recordedA.map((_, day) => (day % 50 < 7 ? 0 : 1));
  const recordedB = pair.recordedB.map((_, day) => (day % 31 < 3 ? 0 : 1));
  const coverageA = Float64Array.from(pair.a, (_, day) => 0.3 + 0.6 * ((day % 90) / 90));
  const coverageB = Float64Array.from(pair.b, (_, day) => (day > 500 && day < 540 ? 0 : 1));
  const b = pair.b.map((count, day) => (day > 500 && day < 540 ? 0 : count));
  expectAgreement({ ...pair, b, recordedA, recordedB, coverageA, coverageB }, Float64Array.from(POINT));
});

test('single precision follows double at rates far below and far above the record', () => {
  for (const rate of [-12, -6, 4])
    expectAgreement(
      makeRecord({ days: 61 }, 1, 'kernel'),
      Float64Array.from(POINT, (value, k) => (k === 0 ? rate : value)),
    );
});

test('single precision stays near double where the rate is absurd', () => {
  const design = waveDesign(makeRecord({ days: 61 }, 1, 'kernel'));
  for (const rate of [-60, 30, 60]) {
    const theta = Float64Array.from(POINT, (value, k) => (k === 0 ? rate : value));
    const double = waveLikelihood(design, 0)(theta, null);
    expect(waveLikelihood(design, 0, LEVELS, 'single')(theta, null) / double, `${rate}`).toBeCloseTo(1, 4);
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
