/** Golden tables: distributions, scores, PIT bounds, boundary p-values, multiplicity, as R gives them. */
import { describe, expect, it } from 'vitest';
import {
  adjustPValues,
  chiBarSquarePValue,
  chiSquareUpperTail,
  dawidSebastianiScore,
  halfChiSquarePValue,
  logScore,
  negativeBinomialLogPmf,
  pitBounds,
  rankedProbabilityScore,
  squaredErrorScore,
  type Multiplicity,
} from '../../src/stats/index.ts';
import { goldenIsMissing, readJson } from '../model/readGolden.ts';

interface Tables {
  nb_scores: Record<
    'y' | 'mu' | 'psi' | 'log_pmf' | 'logs' | 'rps' | 'dss' | 'ses' | 'pit_lower' | 'pit_upper',
    number
  >[];
  boundary_lrt: { lrt: number; p_chi2_1: number; p_half_half: number; p_chibar_1_2: number }[];
  p_adjust: { method: string; p: number[]; adjusted: number[] }[];
}

const METHODS: Record<string, Multiplicity> = {
  holm: 'holm',
  BH: 'benjamini-hochberg',
  BY: 'benjamini-yekutieli',
  hochberg: 'hochberg',
  bonferroni: 'bonferroni',
};

/** Relative to the expected number, with room for the last digit that R printed. */
function expectClose(found: number, expected: number, tolerance = 1e-12) {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-3));
}

describe.skipIf(goldenIsMissing)('tables', () => {
  const tables = goldenIsMissing ? null : readJson<Tables>('tables', 'result.json');

  it('negative binomial probabilities, scores and PIT bounds', () => {
    expect(tables!.nb_scores.length).toBe(100);
    for (const row of tables!.nb_scores) {
      expectClose(negativeBinomialLogPmf(row.y, row.mu, row.psi), row.log_pmf);
      expectClose(logScore(row.y, row.mu, row.psi), row.logs);
      expectClose(rankedProbabilityScore(row.y, row.mu, row.psi), row.rps, 1e-10);
      expectClose(dawidSebastianiScore(row.y, row.mu, row.psi), row.dss);
      expectClose(squaredErrorScore(row.y, row.mu), row.ses);
      const { lower, upper } = pitBounds(row.y, row.mu, row.psi);
      expectClose(lower, row.pit_lower);
      expectClose(upper, row.pit_upper);
    }
  });

  it('p-values on the boundary', () => {
    for (const row of tables!.boundary_lrt) {
      expectClose(chiSquareUpperTail(row.lrt, 1), row.p_chi2_1);
      expectClose(halfChiSquarePValue(row.lrt), row.p_half_half);
      expectClose(chiBarSquarePValue(row.lrt), row.p_chibar_1_2);
    }
  });

  it.each(tables?.p_adjust ?? [])('multiplicity by $method', ({ method, p, adjusted }) => {
    adjustPValues(p, METHODS[method]!).forEach((value, i) => expectClose(value, adjusted[i]!));
  });
});
