import { describe, expect, test } from 'vitest';
import { LEVELS, rouwenhorst, stationaryLaw, waveLevels } from '../../../src/evidence/wave/rouwenhorst.ts';
import { goldenNames, readGolden } from './goldenCases.ts';

const TAUS = [1, 3, 10, 400];

function transition(tau: number): Float64Array {
  const matrix = new Float64Array(LEVELS * LEVELS);
  rouwenhorst(tau, matrix);
  return matrix;
}

/** Entry of the generator that the kernel uses, times −1: Θ = phi^G, so that ∂Θ/∂ log tau = Θ·G/tau. */
function generator(i: number, j: number): number {
  const n = LEVELS - 1;
  if (i === j) return n / 2;
  if (j === i - 1) return -i / 2;
  return j === i + 1 ? -(n - i) / 2 : 0;
}

/** Θ·G/tau entry by entry. */
function slope(tau: number): Float64Array {
  const theta = transition(tau);
  const out = new Float64Array(LEVELS * LEVELS);
  for (let j = 0; j < LEVELS; j++) {
    for (let i = 0; i < LEVELS; i++) {
      for (let k = 0; k < LEVELS; k++) {
        out[i * LEVELS + j] = out[i * LEVELS + j]! + (theta[i * LEVELS + k]! * generator(k, j)) / tau;
      }
    }
  }
  return out;
}

test('levels have mean 0 and variance 1', () => {
  const [zeta, pi] = [waveLevels(), stationaryLaw()];
  expect(pi.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 15);
  expect(pi.reduce((sum, p, i) => sum + p * zeta[i]!, 0)).toBeCloseTo(0, 14);
  expect(pi.reduce((sum, p, i) => sum + p * zeta[i]! ** 2, 0)).toBeCloseTo(1, 14);
});

describe.each(TAUS)('transition at tau %f', (tau) => {
  const theta = transition(tau);
  const [zeta, pi] = [waveLevels(), stationaryLaw()];

  test('rows sum to 1, the chain is reversible, the lag-1 correlation is exp(−1/tau)', () => {
    let correlation = 0;
    for (let i = 0; i < LEVELS; i++) {
      let sum = 0;
      for (let j = 0; j < LEVELS; j++) {
        const entry = theta[i * LEVELS + j]!;
        sum += entry;
        correlation += pi[i]! * zeta[i]! * entry * zeta[j]!;
        expect(pi[i]! * entry).toBeCloseTo(pi[j]! * theta[j * LEVELS + i]!, 15);
      }
      expect(sum).toBeCloseTo(1, 14);
    }
    expect(correlation).toBeCloseTo(Math.exp(-1 / tau), 13);
  });

  test('the derivative by log tau agrees with differences', () => {
    const step = 1e-4;
    const [above, below] = [transition(tau * Math.exp(step)), transition(tau * Math.exp(-step))];
    slope(tau).forEach((value, k) => expect(value).toBeCloseTo((above[k]! - below[k]!) / (2 * step), 7));
  });
});

describe.skipIf(goldenNames.length === 0)('golden transition', () => {
  test.each(goldenNames)('%s', (name) => {
    const golden = readGolden(name).result.rouwenhorst;
    if (golden === undefined) return;
    const [theta, derivative] = [transition(golden.tau), slope(golden.tau)];
    golden.zeta.forEach((zeta, i) => expect(waveLevels()[i]!).toBeCloseTo(zeta, 14));
    golden.pi.forEach((pi, i) => expect(stationaryLaw()[i]!).toBeCloseTo(pi, 15));
    golden.Theta.flat().forEach((entry, k) => expect(theta[k]!).toBeCloseTo(entry, 14));
    golden.dTheta_dlogtau.flat().forEach((entry, k) => expect(derivative[k]!).toBeCloseTo(entry, 13));
  });
});
