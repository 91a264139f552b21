import { expect, test } from 'vitest';
import { decideWave } from '../../../src/evidence/wave/index.ts';
import { makeRecord } from './makeRecord.ts';
import { FALSE_KINDS, TRUE_KINDS } from './waveKinds.ts';

const RECORDS = 12;

function supported(name: string): number {
  const kind = (FALSE_KINDS[name] ?? TRUE_KINDS[name])!;
  let count = 0;
  for (let k = 0; k < RECORDS; k++) {
    if (decideWave(makeRecord(kind, 900 + k, name), { power: false }).supported) count++;
  }
  return count;
}

// At a true rate of 5 % more than 3 of 12 have probability 0.002.
test.each(['wave 10 days, sd 1', 'reverse rule 0.45'])('hardly ever supported: %s', (name) => {
  expect(supported(name)).toBeLessThanOrEqual(3);
});

// At a true power of 90 % fewer than 7 of 12 have probability 0.0005.
test('mostly supported: both 0.45', () => {
  expect(supported('both 0.45')).toBeGreaterThanOrEqual(7);
});
