import type { Judgement } from '../judge/context.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { AskedWave } from '../wave/index.ts';

/** Some draws of one bootstrap. `wave` counts all waves of the file that are asked again, in the order of its claims. */
export interface DeepPiece {
  readonly wave: number;
  readonly from: number;
  readonly to: number;
}

export interface DeepPlan {
  readonly waves: readonly AskedWave[];
  /** Draws a wave: as many as asked for, or as many as Holm's correction needs to leave anything supported. */
  readonly draws: number;
  readonly pieces: readonly DeepPiece[];
}

/** Draws in one piece; each piece fits the null wave of the record itself once more. */
const PIECE = 10;

/**
 * What a deep check has to draw: a bootstrap for every wave behind a part that is supported so far. The smallest p that D
 * draws can give is 1/(D + 1), and among m tests the smallest must be at most 5 %/m, so D is at least 20 m − 1.
 */
export function planDeep(judgements: readonly Judgement[], asked: number): DeepPlan {
  const tests = judgements.reduce((sum, judgement) => sum + judgement.tests.length, 0);
  const draws = Math.max(asked, Math.ceil(tests / THRESHOLDS.familyLevel) - 1);
  const waves = judgements.flatMap(wavesOf);
  const starts = Array.from({ length: Math.ceil(draws / PIECE) }, (_, k) => k * PIECE);
  // Piece by piece through all waves, so that the time left can be told early.
  const pieces = starts.flatMap((from) =>
    waves.map((_, wave) => ({ wave, from, to: Math.min(draws, from + PIECE) })),
  );
  return { waves, draws, pieces };
}

/** The waves of the tests on which a supported part rests. */
function wavesOf({ tests, parts }: Judgement): readonly AskedWave[] {
  return tests
    .filter((test) => test.parts.some((index) => parts[index]?.finding === 'supported'))
    .flatMap(({ waves }) => waves ?? []);
}
