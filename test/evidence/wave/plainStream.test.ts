import { expect, test } from 'vitest';
import { plainStream } from '../../../src/evidence/wave/plainStream.ts';
import { countTerm, type StreamDesign } from '../../../src/evidence/wave/streamDesign.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { makeRecord } from './makeRecord.ts';

const made = makeRecord({ days: 301, rateA: 0.4, rhoAB: 0.3 }, 5, 'plain stream');
const design = waveDesign({
  ...made,
  recordedB: made.recordedB.map((_, t) => (t > 60 && t < 81 ? 0 : 1)),
  coverageB: made.b.map((_, t) => (t > 100 ? 0.5 : 1)),
});
const THETA = Float64Array.of(-1, 0.2, -0.8, -0.3, 0.1, 0.15, 0.1, 0.2, 0.05, -0.6, -0.4, 0.7, 0.5, 1.5);

/** Mean of every day, with its derivatives by the stream's columns and terms, straight from the formula. */
function plainMeans({ columns, terms, coverage, place }: StreamDesign): { mean: number; slopes: number[] }[] {
  return Array.from(columns[0]!, (_, t) => {
    const rate = Math.exp(columns.reduce((sum, column, k) => sum + THETA[place.beta + k]! * column[t]!, 0));
    const base = rate * (coverage?.[t] ?? 1);
    const rest = terms.reduce((sum, term, k) => sum + THETA[place.terms[k]!]! * term[t]!, 0);
    return {
      mean: base + rest,
      slopes: [...columns.map((column) => base * column[t]!), ...terms.map((term) => term[t]!)],
    };
  });
}

test.each(['a', 'b'] as const)('value and gradient of stream %s are those of the formula', (side) => {
  const stream = design[side];
  const { counts, recorded, constants, place } = stream;
  const psi = Math.exp(THETA[place.logPsi]!);
  let expected = countTerm(constants, psi);
  plainMeans(stream).forEach(({ mean }, t) => {
    if (recorded[t] !== 1) return;
    expected += (counts[t]! && counts[t]! * Math.log(mean)) - (counts[t]! + 1 / psi) * Math.log1p(psi * mean);
  });
  const { likelihood } = plainStream(stream);
  const gradient = new Float64Array(THETA.length);
  expect(likelihood(THETA, gradient)).toBeCloseTo(expected, 9);
  const own = [place.beta, place.beta + 1, ...place.terms, place.logPsi];
  gradient.forEach((slope, k) => {
    const at = (by: number): number =>
      likelihood(
        THETA.map((x, i) => (i === k ? x + by : x)),
        null,
      );
    const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
    if (own.includes(k)) expect(slope, `parameter ${k}`).toBeCloseTo(numeric, 5);
    else expect(slope, `parameter ${k}`).toBe(0);
  });
});

test('the expected information is added to what is there, that of ln psi too', () => {
  const stream = design.b;
  const { recorded, place } = stream;
  const n = THETA.length;
  const psi = Math.exp(THETA[place.logPsi]!);
  const places = [place.beta, place.beta + 1, ...place.terms];
  const expected = new Float64Array(n * n).fill(0.5);
  plainMeans(stream).forEach(({ mean, slopes }, t) => {
    if (recorded[t] !== 1) return;
    const x = psi * mean;
    places.forEach((p, i) =>
      places.forEach((q, j) => (expected[p * n + q]! += (slopes[i]! * slopes[j]!) / (mean * (1 + x)))),
    );
    expected[place.logPsi * n + place.logPsi]! += 0.5 * (x / (1 + x)) ** 2;
  });
  const found = new Float64Array(n * n).fill(0.5);
  plainStream(stream).addInformation(THETA, found);
  found.forEach((value, cell) => expect(value / expected[cell]!).toBeCloseTo(1, 10));
});

test('an event on a day whose mean is not positive is impossible', () => {
  const theta = THETA.map((x, k) => (design.a.place.terms.includes(k) ? -5 : x));
  expect(plainStream(design.a).likelihood(theta, null)).toBe(-Infinity);
});
