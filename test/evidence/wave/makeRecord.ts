import { makeRecord as drawRecord, type MadeWorld } from '../../../src/evidence/index.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';
import { randomStream } from '../../../src/stats/index.ts';

/** A made world whose truth is known, as the calibration makes them. */
export type MadeKind = MadeWorld;

/** Both sides of one record of it, for the wave procedure alone. */
export function makeRecord(kind: MadeKind, seed: number, purpose: string): WavePair {
  const { a, b } = drawRecord(kind, randomStream(seed, purpose, 0));
  const all = new Uint8Array(a.length).fill(1);
  return { a, b, recordedA: all, recordedB: all, covariates: [], answerActive: null };
}
