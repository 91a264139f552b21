/** T5 and T6: what a wave of another shape explains. */
import { expect, test } from 'vitest';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import { waveDesign } from '../../../src/evidence/wave/waveDesign.ts';
import { waveLikelihood } from '../../../src/evidence/wave/waveLikelihood.ts';
import { makeRecord } from './makeRecord.ts';

test('calm and storm pass for an answer beside a wave by degrees, and not beside one that switches', () => {
  const storm = decideWave(makeRecord({ switching: { times: 5, meanDays: 20 } }, 6, 'calm'), {
    power: false,
    names: { a: 'strikes', b: 'rockets' },
  });
  const { T1, T2, T3, T4, T5 } = storm.passed;
  expect([T1, T2, T3, T4, T5]).toEqual([true, true, true, true, false]);
  expect(storm.supported).toBe(false);
  expect(storm.shape!.switchesNull).toBe(true);
  // Two levels fit storms much better; spells of 20 days are a wave of 10, since each end is left at 1/20 a day.
  expect(storm.shape!.logLikelihoodNull).toBeGreaterThan(storm.wave!.logLikelihoodNull + 10);
  expect(storm.shape!.nullWave.tau).toBeGreaterThan(5);
  expect(storm.shape!.nullWave.tau).toBeLessThan(20);
  expect(storm.sentences.join(' ')).toMatch(
    /Calm and storm that both sides share, in spells of about \d+ days/,
  );
});

test('an answer stands beside a wave of either shape', () => {
  const rule = decideWave(makeRecord({ rhoAB: 0.9, days: 500 }, 2, 'a rule'), { power: false });
  expect(rule.passed).toMatchObject({ T5: true, T6: true });
  expect(rule.shape!.likelihoodRatio).toBeGreaterThan(6.63);
  // Either hypothesis may only gain by a second shape.
  expect(rule.shape!.logLikelihoodNull).toBeGreaterThanOrEqual(rule.wave!.logLikelihoodNull);
  expect(rule.shape!.logLikelihoodAlternative).toBeGreaterThanOrEqual(rule.wave!.logLikelihoodAlternative);
});

test('a smooth wave and a reverse rule are no answer, once fast waves may not stand for overdispersion', () => {
  const kind = { rhoBA: 0.3, wave: { tau: 10, sd: 1, smooth: true } };
  const found = decideWave(makeRecord(kind, 6, 'revsmooth'), { power: false });
  const { T1, T2, T3, T4, T6 } = found.passed;
  expect([T1, T2, T3, T4, T6]).toEqual([true, true, true, true, false]);
  expect(found.slow!.likelihoodRatio).toBeLessThan(1);
  // The null of T2 was slow by itself, so it is the null here as well.
  expect(found.smooth!.nullWave.tau).toBeGreaterThan(5);
  expect(found.slow!.logLikelihoodNull).toBeCloseTo(found.smooth!.logLikelihoodNull, 4);
  expect(found.slow!.nullWave.tau).toBeGreaterThan(5);
  expect(found.supported).toBe(false);
});

test('the gradient of the chain of two levels agrees with differences', () => {
  const pair = makeRecord({ days: 160, wave: { tau: 8, sd: 1 } }, 3, 'two levels');
  const likelihood = waveLikelihood(waveDesign(pair), 0, 2);
  const theta = Float64Array.of(
    ...[-1.1, 0.2, -0.9, -0.3, 0.1, 0.15, 0.1, 0.2, 0.05, -0.6, -0.4, 0.7, 0.5, 1.5],
  );
  const gradient = new Float64Array(theta.length);
  likelihood(theta, gradient);
  theta.forEach((_, k) => {
    const at = (by: number): number =>
      likelihood(
        theta.map((x, i) => (i === k ? x + by : x)),
        null,
      );
    const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
    expect(Math.abs(gradient[k]! - numeric) / (1 + Math.abs(numeric))).toBeLessThan(1e-6);
  });
});
