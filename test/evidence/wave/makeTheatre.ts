import { makeRecord as drawRecord } from '../../../src/evidence/index.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';
import { randomStream } from '../../../src/stats/index.ts';
import type { MadeKind } from './makeRecord.ts';

/** The same record as `makeRecord`, with the rest of its theatre, which feels the wave when A does. */
export function makeTheatre(
  kind: MadeKind,
  seed: number,
  purpose: string,
): WavePair & { readonly third: NonNullable<WavePair['third']> } {
  const world: MadeKind = kind.wave ? { ...kind, wave: { ...kind.wave, theatre: true } } : kind;
  const { a, b, c } = drawRecord(world, randomStream(seed, purpose, 0));
  const all = new Uint8Array(a.length).fill(1);
  return {
    a,
    b,
    recordedA: all,
    recordedB: all,
    covariates: [],
    answerActive: null,
    third: { counts: c, recorded: all },
  };
}
