import { describe, expect, it } from 'vitest';
import { countShareAnswered } from '../../src/evidence/shareAnswered.ts';

const all = (length: number) => new Uint8Array(length).fill(1);
const at = (length: number, ...days: number[]) => {
  const counts = new Float64Array(length);
  for (const day of days) counts[day] = (counts[day] ?? 0) + 1;
  return counts;
};
const series = (trigger: Float64Array, response: Float64Array, evaluated = all(trigger.length)) => ({
  first: 0,
  stepDays: 1 as const,
  trigger,
  response,
  claimed: evaluated,
  evaluated,
  recorded: evaluated,
  coverage: {
    trigger: new Float64Array(trigger.length).fill(1),
    response: new Float64Array(trigger.length).fill(1),
  },
});

describe('share answered', () => {
  it('counts triggers with a response inside the window and never the same day', () => {
    const share = countShareAnswered(series(at(30, 2, 10, 20), at(30, 2, 12, 28)), { from: 1, to: 5 });
    expect(share).toMatchObject({ triggers: 3, answered: 1, incomplete: 0, sameDay: 1 });
  });

  it('says what random dates give: the share of all days whose window holds a response', () => {
    // Responses every second day: every window of two days holds one, so chance is certain.
    const response = at(40, ...Array.from({ length: 20 }, (_, i) => 2 * i));
    const share = countShareAnswered(series(at(40, 5, 11), response), { from: 1, to: 2 });
    expect(share.answered).toBe(2);
    expect(share.byChance).toBeCloseTo(2, 12);
  });

  it('leaves out triggers whose window is not wholly recorded', () => {
    const evaluated = all(30);
    evaluated[13] = 0;
    const share = countShareAnswered(series(at(30, 10, 20, 28), at(30, 11), evaluated), { from: 1, to: 5 });
    expect(share).toMatchObject({ triggers: 1, answered: 0, incomplete: 2 });
  });

  it('has no share without triggers', () => {
    expect(countShareAnswered(series(at(10), at(10, 3)), { from: 1, to: 3 })).toMatchObject({
      triggers: 0,
      byChance: 0,
    });
  });
});
