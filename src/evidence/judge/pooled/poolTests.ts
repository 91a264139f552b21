import type { AnswerFit } from '../fitAnswer.ts';
import { THRESHOLDS } from '../../thresholds.ts';
import type { Guard } from '../../verdict.ts';
import type { WaveDecision } from '../../wave/index.ts';

/**
 * What a wave of the wrong shape may add to the root of one likelihood ratio, in standard errors: it takes a test of a
 * half per cent (T1) to the five per cent that a single claim may be wrong in, 2.57 − 1.64. It is the same in every
 * member, so that pooled it grows with the root of their number, and every threshold with it.
 */
const SHARED_ERROR = 0.93;

/** √ threshold of a single claim, moved by what an error common to all members may add. */
export function pooledThreshold(single: number, members: number): number {
  return Math.sqrt(single) + SHARED_ERROR * (Math.sqrt(members) - 1);
}

/**
 * The root of the likelihood ratio of one common strength: Σ √I_i · √LR_i / √ΣI_i, each member with its own wave and
 * its own information I_i about the strength. It equals √ΣLR_i where the members agree, and is less where they do not.
 */
export function pooledRoot(ratios: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return 0;
  const sum = ratios.reduce(
    (all, ratio, index) => all + Math.sqrt(weights[index] ?? 0) * Math.sqrt(Math.max(0, ratio)),
    0,
  );
  return sum / Math.sqrt(total);
}

/** Information of each member about the strength, from its own fit; the weight it has in what is common. */
export function weightOf({ rho, lower, upper, fit }: AnswerFit): number {
  const error = fit.standardErrors['rule'] ?? null;
  if (error !== null && error > 0) return 1 / error ** 2;
  // At the boundary there is no standard error: half the interval stands for 1.64 of them.
  const reach = (upper ?? Infinity) - (lower ?? rho);
  return Number.isFinite(reach) && reach > 0 ? (1.645 / reach) ** 2 : 0;
}

/** T1 to T6 over all members: each with its own wave, one strength. */
export function poolWaves(waves: readonly WaveDecision[], weights: readonly number[]): Guard[] {
  const one = (
    name: string,
    single: number,
    ratio: (wave: WaveDecision) => { readonly likelihoodRatio: number; readonly fitted?: boolean } | null,
  ): Guard => {
    const wanted = pooledThreshold(single, waves.length);
    // A wave that could not be fitted in a member is not ruled out there: it adds nothing.
    const root = pooledRoot(
      waves.map((wave) => {
        const test = ratio(wave);
        return test === null || test.fitted === false ? 0 : test.likelihoodRatio;
      }),
      weights,
    );
    return {
      name,
      passed: root > wanted,
      value: root ** 2,
      detail: `likelihood ratio of one strength over ${waves.length} members, each beside a wave of its own: ${(root ** 2).toFixed(2)}, wanted more than ${(wanted ** 2).toFixed(2)}`,
    };
  };
  return [
    one('shared wave (T1)', THRESHOLDS.waveLikelihoodRatio, ({ wave }) => wave),
    one('smooth wave (T2)', THRESHOLDS.smoothWaveLikelihoodRatio, ({ smooth }) => smooth),
    one('late wave (T3)', THRESHOLDS.lateWaveLikelihoodRatio, ({ late }) => late),
    one('late wave alone (T4)', THRESHOLDS.lateWaveAloneLikelihoodRatio, ({ lateAlone }) => lateAlone),
    one('wave of calm and storm (T5)', THRESHOLDS.switchingWaveLikelihoodRatio, ({ shape }) => shape),
    one('slow smooth wave (T6)', THRESHOLDS.slowWaveLikelihoodRatio, ({ slow }) => slow),
  ];
}
