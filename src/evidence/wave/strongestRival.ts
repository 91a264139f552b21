import { SHIFTS } from './thresholds.ts';
import type { LateAloneTest, PlainTest, Rival, ShapeTest, SmoothTest, WaveTest } from './waveDecision.ts';

/** The explanation without the rule that comes closest, among the tests that were run. */
export function strongestRival(
  plain: PlainTest,
  wave: WaveTest | null,
  smooth: SmoothTest | null,
  late: LateAloneTest | null,
  shape: ShapeTest | null,
  slow: SmoothTest | null,
): Rival | null {
  if (wave === null) {
    return { kind: 'plain', tau: null, cA: 0, cB: 0, shift: 0, distance: distance(plain) };
  }
  const rivals: Rival[] = [{ kind: 'wave', ...wave.nullWave, shift: SHIFTS[0], distance: distance(wave) }];
  for (const one of [smooth, slow]) {
    if (one !== null)
      rivals.push({ kind: 'smooth wave', ...one.nullWave, shift: 0, distance: distance(one) });
  }
  if (late !== null && late.shiftNull > 0) {
    rivals.push({ kind: 'late wave', ...late.nullWave, shift: late.shiftNull, distance: distance(late) });
  }
  if (shape !== null && shape.switchesNull) {
    const kind = 'wave that switches on and off';
    rivals.push({ kind, ...shape.nullWave, shift: 0, distance: distance(shape) });
  }
  return rivals.reduce((p, q) => (q.distance < p.distance ? q : p));
}

function distance(test: { readonly likelihoodRatio: number }): number {
  return Math.max(test.likelihoodRatio, 0) / 2;
}
