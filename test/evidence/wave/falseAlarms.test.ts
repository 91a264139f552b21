import { expect, test } from 'vitest';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import { makeRecord } from './makeRecord.ts';
import type { MadeKind } from './makeRecord.ts';
import { FALSE_KINDS } from './waveKinds.ts';

const RECORDS = 8;

function supported(kind: MadeKind, name: string): number {
  let count = 0;
  for (let k = 0; k < RECORDS; k++) {
    if (decideWave(makeRecord(kind, 900 + k, name), { power: false }).supported) count++;
  }
  return count;
}

// At a true rate of 5 % more than 3 of 8 have probability 0.0004.
test.each(['wave 10 days, sd 1', 'reverse rule 0.45'])('hardly ever supported: %s', (name) => {
  expect(supported({ ...FALSE_KINDS[name]!, days: 600 }, name)).toBeLessThanOrEqual(3);
});

// At a true power of 90 % fewer than 4 of 8 have probability 0.0004.
test('mostly supported: both answer 0.7, 400 days', () => {
  expect(supported({ rhoAB: 0.7, rhoBA: 0.5, days: 400, rateA: 0.4 }, 'both answer')).toBeGreaterThanOrEqual(
    7,
  );
});
