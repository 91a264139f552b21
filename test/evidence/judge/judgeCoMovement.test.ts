/** Series that move together, against each other, and only seem to. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/evidence/index.ts';
import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import { makeContext } from '../makeContext.ts';
import { makeSwings } from './madeSwings.ts';

const DAYS = 1461;
const rises = (otherTrend: 'rises' | 'falls'): ClaimTest => ({
  kind: 'coMovement',
  stream: 's2',
  trend: 'rises',
  other: 's1',
  otherTrend,
  days: 14,
});

/** Two count series over one AR(1) level of 20 days; the second follows it with weight `together`. */
function makeLevels(seed: number, together: number) {
  const random = randomStream(seed, 'levels that move', 0);
  const phi = Math.exp(-1 / 20);
  let shared = random.normal();
  let own = random.normal();
  const a = new Float64Array(DAYS);
  const b = new Float64Array(DAYS);
  for (let day = 0; day < DAYS; day++) {
    shared = phi * shared + Math.sqrt(1 - phi * phi) * random.normal();
    own = phi * own + Math.sqrt(1 - phi * phi) * random.normal();
    const level = together * shared + Math.sqrt(1 - together * together) * own;
    a[day] = random.poisson(0.8 * Math.exp(shared - 0.5));
    b[day] = random.poisson(0.8 * Math.exp(level - 0.5));
  }
  return { a, b };
}

const verdicts = (seed: number, together: number, test: ClaimTest) => {
  const { a, b } = makeLevels(seed, together);
  return judge(makeContext(a, b, test)).parts;
};

describe('co-movement', () => {
  it('is supported where one level moves both, and never as a cause', () => {
    const parts = verdicts(1, 1, rises('rises'));
    expect(parts.map(({ part, finding }) => `${part} ${finding}`)).toEqual([
      'rate supported',
      'cause not separable',
    ]);
    expect(parts[0]?.effect?.estimate).toBeGreaterThan(1.25);
  });

  it('is supported against each other where one level lifts one and lowers the other', () => {
    const [verdict] = verdicts(1, -1, rises('falls'));
    expect(verdict?.finding).toBe('supported');
    expect(verdict?.effect?.estimate).toBeLessThan(0.8);
    expect(verdicts(1, -1, rises('rises'))[0]).toMatchObject({
      finding: 'contradicted',
      reason: 'opposite direction',
    });
  });

  it('is hardly ever supported for series that have nothing to do with each other', () => {
    const seeds = Array.from({ length: 20 }, (_, index) => index);
    const false_ = seeds.filter((seed) => verdicts(seed, 0, rises('rises'))[0]?.finding === 'supported');
    // Two-sided 5 % and one claimed direction: 20 draws exceed 3 in about one run in a hundred.
    expect(false_.length).toBeLessThanOrEqual(3);
  });

  it('is seldom found of two slow series that only swing by themselves', () => {
    const parts = Array.from({ length: 30 }, (_, index) => {
      const a = makeSwings(index, { tau: 60, sd: 1 });
      const b = makeSwings(500 + index, { tau: 60, sd: 1 });
      const test = { ...rises(index % 2 === 0 ? 'falls' : 'rises'), days: 60 } as ClaimTest;
      return judge(makeContext(a, b, test)).parts[0]!;
    });
    // At a true rate of 5 % more than 5 of 30 have probability 0.003.
    expect(parts.filter(({ finding }) => finding === 'supported').length).toBeLessThanOrEqual(5);
    const failed = parts.map(({ guards }) =>
      guards.filter(({ passed }) => passed === false).map(({ name }) => name),
    );
    // The shifts alone would let one of these pass.
    expect(failed).toContainEqual(['own ups and downs']);
  });
});
