import { expect, test } from 'vitest';
import { decideWave, runFurther, type BeginFurther } from '../../../src/evidence/wave/index.ts';
import { makeRecord } from './makeRecord.ts';

test('tests that rest on the first alone give the same elsewhere, from copies and in any order', () => {
  const pair = makeRecord({ days: 600, rateA: 0.2, rhoAB: 0.5 }, 2, 'further tests');
  const begun: string[] = [];
  const elsewhere: BeginFurther = {
    late: (found) => {
      const { late, alone } = runFurther('late', structuredClone(found));
      begun.push('late');
      return () => ({ late, alone });
    },
    shape: (found) => {
      const shape = runFurther('shape', structuredClone(found));
      begun.push('shape');
      return () => shape;
    },
  };
  const decision = decideWave(pair, { begin: elsewhere });
  expect(begun).toEqual(['late', 'shape']);
  expect(decision.shape).not.toBeNull();
  expect(decision).toEqual(decideWave(pair));
});

test('nothing is begun where T1 has not passed', () => {
  const never = () => {
    throw new Error('begun');
  };
  const pair = makeRecord({ days: 600, wave: { tau: 10, sd: 1 } }, 2, 'further tests');
  const decision = decideWave(pair, { begin: { late: never, shape: never } });
  expect(decision.passed.T1).not.toBe(true);
});
