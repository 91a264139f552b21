/** Golden cases sim-*: the likelihood at the truth, its gradient, and optima no worse than the peer's. */
import { describe, expect, it } from 'vitest';
import { fitStream, type StreamDesign } from '../../src/model/index.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import { designOf, estimateDelays, type Golden } from './goldenDesigns.ts';
import { goldenFolders, goldenIsMissing, readJson, readNumbers } from './readGolden.ts';

function evaluateAt(design: StreamDesign, values: Record<string, number>, logPsi: number) {
  const packed = packDesign(design);
  const theta = Float64Array.from([...packed.names.map((name) => values[name] ?? 0), logPsi]);
  const logLikelihood = evaluate(packed, theta);
  const gradient = new Float64Array(theta.length);
  differentiate(packed, theta, false, gradient, new Float64Array(theta.length ** 2));
  const slopes = Object.fromEntries([...packed.names, 'logpsi'].map((name, j) => [name, gradient[j]!]));
  return { logLikelihood, slopes };
}

describe.skipIf(goldenIsMissing)('simulated records with known truth', () => {
  const folders = goldenFolders('sim-', 'mle.json');

  it('are there', () => {
    expect(folders.length).toBeGreaterThanOrEqual(2);
  });

  it.each(folders)('%s: the likelihood at the truth, by stream and in total', (folder) => {
    const golden = readJson<Golden>(folder, 'mle.json');
    const data = readNumbers(folder, 'data.csv');
    let total = 0;
    for (const stream of golden.streams) {
      const { design, values } = designOf(golden, data, stream.stream, stream.theta_true);
      const { logLikelihood } = evaluateAt(design, values, stream.theta_true['logpsi']!);
      expect(Math.abs(logLikelihood - stream.loglik_at_true)).toBeLessThan(1e-9);
      total += logLikelihood;
    }
    expect(Math.abs(total - golden.loglik_total_true)).toBeLessThan(1e-9);
  });

  it.each(folders)('%s: the gradient at the truth, kernels included', (folder) => {
    const golden = readJson<Golden>(folder, 'mle.json');
    const data = readNumbers(folder, 'data.csv');
    for (const stream of golden.streams) {
      const { design, slopes, values } = designOf(golden, data, stream.stream, stream.theta_true);
      const withKernels = { ...design, answers: [...design.answers, ...slopes] };
      const found = evaluateAt(withKernels, values, stream.theta_true['logpsi']!).slopes;
      for (const name of stream.parameters) {
        // The peer's parameters are ln rho, ln delta (with the sign turned) and tau.
        const isLogarithm = /^(logrho|logdelta)/.test(name);
        const turned = name.startsWith('tau') ? -1 : 1;
        const scale = isLogarithm ? values[name]! : turned;
        const expected = stream.score_at_true[name]!;
        expect(Math.abs(found[name]! * scale - expected)).toBeLessThan(1e-5 * (1 + Math.abs(expected)));
      }
    }
  });

  it.each(folders)('%s: at the peer’s kernels the optimum is at least the peer’s', (folder) => {
    const golden = readJson<Golden>(folder, 'mle.json');
    const data = readNumbers(folder, 'data.csv');
    for (const stream of golden.streams) {
      const { design } = designOf(golden, data, stream.stream, stream.mle);
      const fit = fitStream(design);
      expect(fit.kind).toBe('fit');
      if (fit.kind === 'fit') expect(fit.logLikelihood).toBeGreaterThan(stream.loglik_at_mle - 1e-6);
    }
  });

  it.each(folders)('%s: with estimated kernels the optimum is the peer’s, or better', (folder) => {
    const golden = readJson<Golden>(folder, 'mle.json');
    const data = readNumbers(folder, 'data.csv');
    for (const stream of golden.streams) {
      const { design, values } = designOf(golden, data, stream.stream, stream.mle);
      const fit = fitStream(estimateDelays(golden, data, stream, design));
      if (fit.kind === 'failed') throw new Error(fit.detail);
      expect(fit.logLikelihood).toBeGreaterThan(stream.loglik_at_mle - 1e-6);
      if (fit.logLikelihood > stream.loglik_at_mle + 1e-4) continue;
      for (const name of fit.names) {
        const expected = values[name] ?? workingValue(stream.mle, name);
        const scale = Math.max(1, Math.abs(expected));
        expect(Math.abs(fit.parameters[name]! - expected), name).toBeLessThan(1e-3 * scale);
      }
    }
  });
});

/** `logrho.2 logit p` is the peer's k1.2. */
function workingValue(mle: Record<string, number>, name: string): number {
  const [rule = '', ...rest] = name.split(' ');
  const place = { 'logit p': 1, m: 1, 'ln shape': 1, 'ln s': 2, 'ln rate': 2 }[rest.join(' ')];
  return mle[`k${place}.${rule.split('.')[1]}`]!;
}
