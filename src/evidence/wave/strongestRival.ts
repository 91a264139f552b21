import { SHIFTS } from './thresholds.ts';
import type { LateAloneTest, PlainTest, Rival, SmoothTest, WaveTest } from './waveDecision.ts';

/** The explanation without the rule that comes closest, among the tests that were run. */
export function strongestRival(
  plain: PlainTest,
  wave: WaveTest | null,
  smooth: SmoothTest | null,
  late: LateAloneTest | null,
): Rival | null {
  if (wave === null) {
    return { kind: 'plain', tau: null, cA: 0, cB: 0, shift: 0, distance: distance(plain) };
  }
  const rivals: Rival[] = [{ kind: 'wave', ...wave.nullWave, shift: SHIFTS[0], distance: distance(wave) }];
  if (smooth !== null) {
    rivals.push({ kind: 'smooth wave', ...smooth.nullWave, shift: 0, distance: distance(smooth) });
  }
  if (late !== null && late.shiftNull > 0) {
    rivals.push({ kind: 'late wave', ...late.nullWave, shift: late.shiftNull, distance: distance(late) });
  }
  return rivals.reduce((p, q) => (q.distance < p.distance ? q : p));
}

function distance(test: { readonly likelihoodRatio: number }): number {
  return Math.max(test.likelihoodRatio, 0) / 2;
}
