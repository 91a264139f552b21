import { describe, expect, test } from 'vitest';
import { bootstrapWave, decideWave } from '../../../src/evidence/wave/index.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';
import { drawPair } from '../../../src/evidence/wave/drawPair.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { madePair, vectorOf } from './goldenCases.ts';
import { makeRecord } from './makeRecord.ts';

describe('records drawn from a shared wave', () => {
  const days = 6000;
  const empty = madePair(new Float64Array(days), new Float64Array(days));
  const theta = vectorOf({
    ...{ beta_A0: -1, beta_B0: -1.5, s_A: 0.2, rho_BA: 0.3, kappa: 0.1, c_A: 0.6, c_B: 0.8 },
    ...{ log_psi_A: -1, log_psi_B: -1, log_tau: Math.log(5) },
  });
  const drawn = drawPair(empty, waveDesign(empty), theta, randomStream(1, 'drawn wave', 0));
  const mean = (x: Float64Array): number => x.reduce((sum, one) => sum + one, 0) / x.length;

  test('have the means of the model', () => {
    // E exp(c z) over the levels is (cosh(c/√10))^10, close to exp(c²/2).
    const lift = (c: number): number => Math.cosh(c / Math.sqrt(10)) ** 10;
    const [ofA, ofB] = [Math.exp(-1) * lift(0.6), Math.exp(-1.5) * lift(0.8)];
    // mu_A = a + .2 mu_A + .3 mu_B, mu_B = b + .1 mu_A.
    const meanA = (ofA + 0.3 * ofB) / (1 - 0.2 - 0.03);
    expect(mean(drawn.a) / meanA).toBeGreaterThan(0.9);
    expect(mean(drawn.a) / meanA).toBeLessThan(1.1);
    expect(mean(drawn.b) / (ofB + 0.1 * meanA)).toBeGreaterThan(0.9);
    expect(mean(drawn.b) / (ofB + 0.1 * meanA)).toBeLessThan(1.1);
  });

  test('stay silent where nothing was recorded', () => {
    const mask = empty.recordedA.map((_, t) => (t % 100 < 30 ? 0 : 1));
    const gaps = { ...empty, recordedB: mask };
    const { b } = drawPair(gaps, waveDesign(gaps), theta, randomStream(1, 'drawn wave', 1));
    expect(b.some((count, t) => mask[t] === 0 && count > 0)).toBe(false);
    expect(b.some((count) => count > 0)).toBe(true);
  });
});

/** A decision that stops after T1. */
const reached = (pair: WavePair) => {
  const decision = decideWave(pair, { power: false });
  expect(decision.wave).not.toBeNull();
  return decision;
};

describe('bootstrap of T1', () => {
  const rule = makeRecord({ rhoAB: 0.9, days: 200, rateA: 0.5 }, 2, 'a rule to bootstrap');
  const wave = makeRecord({ wave: { tau: 10, sd: 1.2 }, days: 200 }, 2, 'a wave to bootstrap');

  test('a strong rule is hardly ever matched, a wave often', () => {
    const found = bootstrapWave(rule, reached(rule), 9, 7)!;
    expect(found.pValue).toBe((found.asLarge + 1) / 10);
    expect(found.asLarge).toBeLessThanOrEqual(1);
    const other = bootstrapWave(wave, decideWave(wave, { power: false, screen: false }), 19, 7)!;
    expect(other.asLarge).toBeGreaterThanOrEqual(1);
  });

  test('the same seed draws the same records, and nothing is drawn where T1 was not reached', () => {
    const decision = reached(rule);
    expect(bootstrapWave(rule, decision, 3, 5)).toEqual(bootstrapWave(rule, decision, 3, 5));
    expect(bootstrapWave(rule, { ...decision, wave: null }, 3, 5)).toBeNull();
  });
});
