/** Golden cases hhh4-* and hhh4addon-*: published analyses, refitted from their tables by `tacit fit`. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PanelPsi } from '../../../src/model/index.ts';
import { GOLDEN, goldenIsMissing, hasGolden, readJson } from '../readGolden.ts';
import {
  evaluateByCommand,
  fitByCommand,
  usePlanFolder,
  writeTable,
  type PrintedFit,
} from './fitByCommand.ts';
import { publishedCases, scoredCases, vaccinationGrid } from './publishedPlans.ts';

interface PublishedFit {
  loglik: number;
  nObs?: number;
  aic?: number;
  bic?: number;
  coefficients: Record<string, { estimate: number; se: number }>;
  max_eigenvalue_range?: number | number[];
  par_lag?: number | number[];
  lag_weights?: number[];
}
interface Point {
  theta: Record<string, number>;
  loglik: number;
  score: Record<string, number>;
  fisher: number[][];
}

usePlanFolder();
const tableOf = (folder: string) => join(GOLDEN, folder, 'data.csv');
const besideOf = (folder: string) =>
  hasGolden(folder, 'neighbourhood.csv') ? [join(GOLDEN, folder, 'neighbourhood.csv')] : [];
/** hhh4's names in ours. */
const ours = (name: string) => name.replace('neweights.', 'ne.weights.').replace('overdisp', 'psi');

describe.skipIf(goldenIsMissing)('published analyses', () => {
  const evaluated = publishedCases.filter(({ evaluations }) => evaluations);

  it.each(evaluated)('$folder $fit: likelihood, gradient and information at stated points', async (one) => {
    const all = readJson<Record<string, Record<string, Point>>>(one.folder, 'result.json');
    for (const { theta, loglik, score, fisher } of Object.values(all[one.evaluations!]!)) {
      const names = Object.keys(theta);
      const stated = Object.fromEntries(names.map((name) => [ours(name), theta[name]!]));
      const found = await evaluateByCommand(tableOf(one.folder), one.plan, besideOf(one.folder), stated);
      expect([...found.names].sort()).toEqual(names.map(ours).sort());
      expect(Math.abs(found.logLikelihood - loglik)).toBeLessThan(1e-9 * Math.abs(loglik));
      names.forEach((name, j) => {
        const own = Math.abs(fisher[j]![j]!);
        expect(Math.abs(found.gradient[ours(name)]! - score[name]!)).toBeLessThan(1e-8 * (1 + own));
        names.forEach((other, k) => {
          const at = [name, other].map((each) => found.names.indexOf(ours(each)));
          const value = found.information[at[0]!]![at[1]!]!;
          expect(Math.abs(value - fisher[j]![k]!)).toBeLessThan(1e-8 * (1 + own + Math.abs(fisher[j]![k]!)));
        });
      });
    }
  });

  it.each(publishedCases)('$folder $fit: estimates, log-likelihood and standard errors', async (one) => {
    const result = readJson<Record<string, unknown>>(one.folder, 'result.json');
    const published = one.fit
      .split(/\.(?=[a-z])/)
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], result) as PublishedFit;
    const found = await fitByCommand(tableOf(one.folder), one.plan, besideOf(one.folder));
    expect(found.kind).toBe('fit');
    if (published.nObs) expect(found.cells).toBe(published.nObs);
    const estimated = Object.values(found.delays).find((delay) => delay.estimated);
    // The peer stops its search over lag parameters early; nothing there may be better than ours.
    const tolerance = estimated ? 2e-5 : 1e-6;
    expect(published.loglik - found.logLikelihood).toBeLessThan(1e-6);
    expect(found.logLikelihood - published.loglik).toBeLessThan(tolerance);
    compareCoefficients(found, published, estimated ? 1e-3 : 1e-4, estimated ? 5e-3 : 1e-3);
    if (estimated)
      published.lag_weights?.forEach((weight, d) =>
        expect(Math.abs(weight - (estimated.weights[d] ?? 0)), `lag ${d + 1}`).toBeLessThan(1e-3),
      );
    if (published.aic && !estimated) expect(found.aic).toBeCloseTo(published.aic, 5);
    if (published.bic && !estimated) expect(found.bic).toBeCloseTo(published.bic, 5);
  });

  it.each(scoredCases)(
    '$folder $model: rolling one-step-ahead scores',
    async ({ folder, at, model, plan }) => {
      interface Scored {
        n: number;
        mean: Record<'logs' | 'rps' | 'dss' | 'ses', number>;
        calibration_test_wei_held_2014: Record<'dss' | 'logs' | 'rps', { statistic: number; p: number }>;
        pit_histogram_J10_density: number[];
      }
      const result = readJson<Record<string, unknown>>(folder, 'result.json')[at] as Record<
        'rolling' | 'final',
        unknown
      >;
      for (const type of ['rolling', 'final'] as const) {
        const whole = result[type] as Scored & Record<string, Scored>;
        const expected: Scored = model === undefined ? whole : whole[model]!;
        const stated = { ...plan, scores: { ...plan.scores, refit: type === 'rolling' } };
        const { scores } = await fitByCommand(tableOf(folder), stated, besideOf(folder), ['--scores']);
        const { mean, calibration, pit } = scores!;
        const close = (value: number, peer: number, tolerance: number) =>
          expect(Math.abs(value - peer) / (1 + Math.abs(peer)), type).toBeLessThan(tolerance);
        close(mean.logScore, expected.mean.logs, 1e-5);
        close(mean.rankedProbabilityScore, expected.mean.rps, 1e-5);
        close(mean.dawidSebastianiScore, expected.mean.dss, 1e-5);
        close(mean.squaredErrorScore, expected.mean.ses, 1e-4);
        const tests = expected.calibration_test_wei_held_2014;
        close(calibration.dawidSebastiani!.z, tests.dss.statistic, 1e-4);
        close(calibration.log!.z, tests.logs.statistic, 2e-3);
        close(calibration.rankedProbability!.z, tests.rps.statistic, 2e-3);
        if (model === undefined && folder !== 'hhh4-flumen')
          expect(scores!.forecasts.length).toBe(expected.n);
        expected.pit_histogram_J10_density.forEach((density, bin) => close(pit[bin]!, density, 1e-4));
      }
    },
  );

  it('finds the vaccination models of the measles analysis in the published order', async () => {
    const folder = 'hhh4-measles-weserems';
    const published = readJson<{ vaccination_grid_aic: { AIC: number; _row: string }[] }>(
      folder,
      'result.json',
    );
    const table = withProduct(folder);
    for (const { name, plan } of vaccinationGrid) {
      const { aic } = await fitByCommand(table, plan, besideOf(folder));
      expect(aic, name).toBeCloseTo(published.vaccination_grid_aic.find(({ _row }) => _row === name)!.AIC, 5);
    }
  });

  it('finds the published rule: influenza is followed by meningococcal disease', async () => {
    const { lrt_cross_term: expected } = readJson<{ lrt_cross_term: number }>('hhh4-flumen', 'result.json');
    const [free, without] = await Promise.all(
      ['fit', 'without_cross_term'].map((fit) => {
        const { plan } = publishedCases.find((one) => one.folder === 'hhh4-flumen' && one.fit === fit)!;
        return fitByCommand(tableOf('hhh4-flumen'), plan, besideOf('hhh4-flumen'));
      }),
    );
    expect(Math.exp(free!.parameters['ne.1']!)).toBeCloseTo(0.00543, 4);
    expect(2 * (free!.logLikelihood - without!.logLikelihood)).toBeCloseTo(expected, 5);
  });
});

function compareCoefficients(
  found: PrintedFit,
  published: PublishedFit,
  relative: number,
  ofError: number,
): void {
  for (const [name, { estimate, se }] of Object.entries(published.coefficients)) {
    const [, overdispersed, unit] = /^(overdisp)\.?(.*)$/.exec(name) ?? [];
    const psi: PanelPsi | undefined = overdispersed ? found.psi[unit || 'psi'] : undefined;
    const value = psi ? psi.estimate : found.parameters[ours(name)]!;
    // The peer's errors take the lag parameters as known.
    const errors = found.standardErrorsGivenDelays ?? found.standardErrors;
    expect(Math.abs(value - estimate), name).toBeLessThan(relative * Math.max(Math.abs(estimate), 0.01));
    if (psi && found.standardErrorsGivenDelays) continue;
    const error = psi ? psi.standardError! : errors[ours(name)]!;
    expect(Math.abs(error - se), `error of ${name}`).toBeLessThan(ofError * se);
  }
  const eigenvalues = published.max_eigenvalue_range;
  if (eigenvalues === undefined) return;
  const { least, most } = found.dominantEigenvalue;
  const [low, high] = Array.isArray(eigenvalues) ? eigenvalues : [eigenvalues, eigenvalues];
  expect(Math.abs(most - high!)).toBeLessThan(1e-4);
  expect(Math.abs(least - low!)).toBeLessThan(1e-4);
}

/** The table of the measles analysis with population · susceptible share as a column more. */
function withProduct(folder: string): string {
  const [head, ...lines] = readFileSync(tableOf(folder), 'utf8').trim().split('\n');
  const names = head!.split(',');
  const [population, share] = ['population', 'Sprop'].map((name) => names.indexOf(name));
  const rows = lines.map((line) => {
    const fields = line.split(',');
    return `${line},${Number(fields[population!]) * Number(fields[share!])}`;
  });
  return writeTable([`${head},populationS`, ...rows].join('\n'));
}
