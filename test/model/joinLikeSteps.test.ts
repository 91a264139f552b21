import { describe, expect, it } from 'vitest';
import { joinLikeSteps } from '../../src/model/joinLikeSteps.ts';
import { evaluate } from '../../src/model/likelihood.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import type { StreamDesign } from '../../src/model/index.ts';
import { randomStream } from '../../src/stats/index.ts';
import { makeDesign, usual } from './madeRecords.ts';

const bending = makeDesign({ ...usual, steps: 300 }, 4);
const flat: StreamDesign = {
  ...bending,
  endemic: [{ name: 'intercept', values: new Float64Array(300).fill(1) }],
  // Few events, so that most steps are like the step before.
  counts: bending.counts.map((count, t) => (t % 50 === 0 ? count + 1 : 0)),
  answers: bending.answers.map(({ name, x }) => ({ name, x: x.map((value, t) => (t % 60 < 9 ? value : 0)) })),
};

describe('the likelihood of joined steps', () => {
  it.each<readonly [string, StreamDesign]>([
    ['a bending trend', bending],
    ['a level and long calm', flat],
    ['no answers and no modifiers', { ...flat, answers: [], modifiers: [] }],
    ['Poisson', { ...flat, family: 'Poisson' }],
    ['coverage that changes', { ...flat, coverage: flat.coverage.map((_, t) => (t < 150 ? 0.4 : 1)) }],
    ['large counts', { ...bending, counts: bending.counts.map((count, t) => (t === 100 ? 6000 : count)) }],
  ])('is what `evaluate` gives: %s', (_, design) => {
    const packed = packDesign(design);
    const joined = joinLikeSteps(packed);
    const random = randomStream(5, 'points');
    for (const logPsi of [-14, -8, -1, 1, 4]) {
      for (let draw = 0; draw < 5; draw++) {
        const theta = Float64Array.from([
          ...packed.names.map((name) =>
            ['answers', 'own'].includes(name) ? 0.5 * random.uniform() : 0.6 * random.normal(),
          ),
          logPsi,
        ]);
        const whole = evaluate(packed, theta);
        expect(Math.abs(joined!(theta) - whole)).toBeLessThan(1e-9 * Math.abs(whole));
      }
    }
  });

  it('is impossible where `evaluate` says so', () => {
    const packed = packDesign({ ...flat, endemic: [] });
    const joined = joinLikeSteps(packed)!;
    const theta = new Float64Array(packed.names.length + 1);
    expect(joined(theta)).toBe(-Infinity);
    expect(evaluate(packed, theta)).toBe(-Infinity);
  });

  it('is not there where a delay is estimated', () => {
    const [answer] = bending.answers;
    const delay = {
      start: { family: 'geometric', parameters: [0.3], from: 1, to: 14 },
      triggers: bending.counts,
      active: new Uint8Array(300).fill(1),
    } as const;
    const estimated: StreamDesign = { ...bending, answers: [{ ...answer!, delay }] };
    expect(joinLikeSteps(packDesign(estimated))).toBeNull();
  });
});
