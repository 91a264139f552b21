import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../../../src/stats/index.ts';
import type { MadePair } from '../makePair.ts';
import { discover, makeFour } from './madeStreams.ts';

const RECORDS = 60;
const confirmedIn = (seed: number, first: Partial<MadePair>, second: Partial<MadePair>) =>
  discover(makeFour(seed, first, second)).rules.filter(({ confirmed }) => confirmed);

describe('discovery over many made records', () => {
  it.each<[string, Partial<MadePair>]>([
    ['independent', {}],
    ['overdispersed', { psi: 3.3 }],
    ['following on themselves', { self: 0.5 }],
    ['shared wave of 10 days', { wave: { tau: 10, deviation: 1 } }],
    ['shared wave of 30 days', { wave: { tau: 30, deviation: 1 } }],
    ['shared wave of 60 days', { wave: { tau: 60, deviation: 1 } }],
  ])(
    '%s: a rule is confirmed in about 5 % of records at most (upper limit 12 %)',
    (_, kind) => {
      let wrong = 0;
      for (let seed = 0; seed < RECORDS; seed++) if (confirmedIn(seed, kind, kind).length > 0) wrong++;
      expect(clopperPearsonInterval(wrong, RECORDS, 0.9).upper, `${wrong} of ${RECORDS}`).toBeLessThan(0.12);
    },
    600_000,
  );

  it('finds and confirms most planted rules of 0.8, and nothing beside them', () => {
    let right = 0;
    let wrong = 0;
    for (let seed = 0; seed < 30; seed++) {
      const rules = confirmedIn(seed, { rhoAB: 0.8 }, {});
      const isPlanted = (rule: (typeof rules)[number]) => rule.trigger === 'S0' && rule.response === 'S1';
      if (rules.some(isPlanted)) right++;
      if (rules.some((rule) => !isPlanted(rule))) wrong++;
    }
    expect(right).toBeGreaterThanOrEqual(18);
    expect(wrong).toBeLessThanOrEqual(3);
  }, 600_000);
});
