import { expect, test } from 'vitest';
import { FALSE_KINDS, findOn, FORMS } from './falseKinds.ts';

const RECORDS = 15;

// At a true rate of 5 % more than 4 of 15 have probability 0.0006.
test.each([
  ['independent', 'answer'],
  ['wave 10 days', 'answer'],
  ['reverse rule 0.45', 'answer'],
  ['missing spells', 'answer'],
  ['overdispersed, psi 2', 'fewer'],
  ['wave 30 days', 'falls'],
] as const)('hardly ever supported: %s, %s', (kind, form) => {
  const days = form === 'falls' ? 1096 : 600;
  let supported = 0;
  for (let seed = 0; seed < RECORDS; seed++) {
    if (findOn(FALSE_KINDS[kind]!, FORMS[form]!, 70_000 + seed, days) === 'supported') supported++;
  }
  expect(supported).toBeLessThanOrEqual(4);
});
