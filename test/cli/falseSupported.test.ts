import { expect, test } from 'vitest';
import type { MadeKind } from '../../src/evidence/index.ts';
import { findingsOn, kindCalled } from './calibrationSample.ts';

const RECORDS = 8;

/** Shorter records, so that the suite stays short; a change is claimed of days that need the whole. */
const shortened = (kind: MadeKind): MadeKind => ({ ...kind, world: { ...kind.world, days: 600 } });

// At a true rate of 5 % more than 3 of 8 have probability 0.0004.
test.each([
  ['independent', 'when', shortened],
  ['wave 10 days, theatre', 'when', shortened],
  ['reverse rule', 'when', shortened],
  ['missing spells', 'when', shortened],
  ['overdispersed', 'fewer', shortened],
  ['wave 30 days, two sides', 'more', shortened],
  ['trend times 8', 'falls', (kind: MadeKind) => kind],
] as const)('hardly ever supported: %s, %s', async (name, claim, change) => {
  const findings = await findingsOn(change(kindCalled(name)), claim, RECORDS, 70_000);
  expect(findings).toHaveLength(RECORDS);
  expect(findings.filter((one) => one === 'supported').length).toBeLessThanOrEqual(3);
});

// At a true rate of 90 % fewer than 4 of 8 have probability 0.0004.
test.each([
  ['deterrence', 'fewer'],
  ['truce', 'truce'],
] as const)('mostly supported: %s, %s', async (name, claim) => {
  const findings = await findingsOn(kindCalled(name), claim, RECORDS, 70_000);
  expect(findings.filter((one) => one === 'supported').length).toBeGreaterThanOrEqual(4);
});
