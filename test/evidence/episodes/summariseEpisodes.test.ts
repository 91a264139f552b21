import { describe, expect, it } from 'vitest';
import { summariseEpisodes } from '../../../src/evidence/episodes/summariseEpisodes.ts';
import { splitEpisodes } from '../../../src/evidence/splitEpisodes.ts';

/** One letter a day: A the first side, B the second, X both, . calm, ? not recorded. */
function summarise(days: string, calm = 3, stepDays = 1) {
  const marks = [...days];
  const of = (letters: string) => Float64Array.from(marks, (day) => (letters.includes(day) ? 1 : 0));
  const usable = Uint8Array.from(marks, (day) => (day === '?' ? 0 : 1));
  return summariseEpisodes(splitEpisodes(of('AX'), of('BX'), usable, calm), usable, stepDays);
}

describe('summariseEpisodes', () => {
  it('counts who starts, who answers, rounds, who ends and the calm between', () => {
    const summary = summarise('...AB.BA....B.....X.B...A');
    expect(summary).toEqual({
      episodes: 4,
      exchanges: 2,
      oneSided: { first: 1, second: 1 },
      startedBy: { first: 2, second: 1, both: 1, unknown: 0 },
      endedBy: { first: 1, second: 1, both: 0 },
      answered: {
        first: { begun: 2, answered: 1, share: 0.5 },
        second: { begun: 1, answered: 0, share: 0 },
      },
      rounds: { mean: 1, median: 1, most: 2 },
      days: { median: 2, longest: 5 },
      calmAfter: { known: 3, median: 4, longest: 5 },
    });
  });

  it('sets beginnings behind unrecorded days apart, and counts no calm across them', () => {
    const summary = summarise('...A...??.B');
    expect(summary.startedBy).toEqual({ first: 1, second: 0, both: 0, unknown: 1 });
    expect(summary.answered.second).toEqual({ begun: 0, answered: 0, share: null });
    expect(summary.calmAfter).toBeNull();
  });

  it('counts in days where a step is a week', () => {
    expect(summarise('...AB...A', 3, 7)).toMatchObject({
      days: { median: 10.5, longest: 14 },
      calmAfter: { median: 21 },
    });
  });

  it('has nulls and no zeros where nothing happened', () => {
    expect(summarise('......')).toMatchObject({ episodes: 0, rounds: null, days: null, calmAfter: null });
  });
});
