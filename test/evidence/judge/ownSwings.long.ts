import { describe, expect, it } from 'vitest';
import { judgeChange } from '../../../src/evidence/judge/judgeChange.ts';
import { clopperPearsonInterval } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';
import { HALF_YEAR, makeSwings, STEADY } from './madeSwings.ts';

const RECORDS = 200;

/** Made records on which a rise, or a fall, was supported. */
function countSupported(test: typeof HALF_YEAR, trend: 'rises' | 'falls', tau: number): number {
  return Array.from({ length: RECORDS }, (_, index) => {
    const counts = makeSwings(1000 + index, { tau, sd: 1 });
    const claim = { ...test, trend };
    return judgeChange(claim, makeContext(counts, counts, claim)).parts[0]!.finding;
  }).filter((finding) => finding === 'supported').length;
}

describe('changes of a series that swings by itself, over many made records', () => {
  const forms = [
    ['a step', HALF_YEAR],
    ['a steady change', STEADY],
  ] as const;
  const trends = ['rises', 'falls'] as const;
  const cases = forms.flatMap(([name, test]) =>
    [10, 30, 60].flatMap((tau) => trends.map((trend) => [name, trend, tau, test] as const)),
  );

  it.each(cases)(
    '%s that %s under a wave of %i days: false in at most 5 %%, within chance',
    (_, trend, tau, test) => {
      const wrong = countSupported(test, trend, tau);
      expect(clopperPearsonInterval(wrong, RECORDS, 0.9).lower).toBeLessThan(0.05);
      expect(wrong).toBeLessThan(0.09 * RECORDS);
    },
    600_000,
  );
});
