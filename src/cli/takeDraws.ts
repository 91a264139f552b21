import { countAsLarge, type AskedWave, type DeepPiece } from '../evidence/index.ts';

/** What every thread is given; `next` is shared: the place of the next piece that nobody has taken. */
export interface DeepWork {
  readonly waves: readonly AskedWave[];
  readonly pieces: readonly DeepPiece[];
  readonly seed: number;
  readonly next: Int32Array;
}

/** How many records of one piece show as much, by the piece's place. */
export interface DeepAnswer {
  readonly piece: number;
  readonly count: number;
}

/** Takes piece after piece until none is left; any number of threads may do so at once. */
export async function takeDraws(
  { waves, pieces, seed, next }: DeepWork,
  give: (answer: DeepAnswer) => void,
): Promise<void> {
  for (;;) {
    const place = Atomics.add(next, 0, 1);
    const piece = pieces[place];
    if (!piece) return;
    give({ piece: place, count: countAsLarge(waves[piece.wave]!, seed, piece.from, piece.to) });
    // So that progress and interrupts are heard between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
