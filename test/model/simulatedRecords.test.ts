/** Golden cases sim-*: the likelihood at the truth, its gradient, and optima no worse than the peer's. */
import { describe, expect, it } from 'vitest';
import {
  delayWeightDerivatives,
  delayWeights,
  fitStream,
  lagSum,
  recentMean,
  type DelayChoice,
  type StreamDesign,
} from '../../src/model/index.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import { asList, goldenFolders, goldenIsMissing, readJson, readNumbers } from './readGolden.ts';

interface Spec {
  D: number;
  N: number;
  K: number;
  rfrom: number | number[];
  rto: number | number[];
  ktype: number | number[];
  mfrom?: number | number[];
  mto?: number | number[];
  wto?: number | number[];
}
interface Stream {
  stream: number;
  parameters: string[];
  theta_true: Record<string, number>;
  mle: Record<string, number>;
  loglik_at_true: number;
  score_at_true: Record<string, number>;
  loglik_at_mle: number;
}
interface Golden {
  spec: Spec;
  streams: Stream[];
  loglik_total_true: number;
}

const FAMILIES = ['', 'geometric', 'log-normal', 'gamma'];

/** The record's kernels are written on unbounded scales: the delay, and d parameter / d k. */
function delayOf(
  type: number,
  k1: number,
  k2: number,
  to: number,
): { choice: DelayChoice; scales: number[] } {
  const p = 1 / (1 + Math.exp(-k1));
  const [parameters, scales] = {
    1: [[p], [p * (1 - p)]],
    2: [
      [k1, Math.exp(k2)],
      [1, Math.exp(k2)],
    ],
    3: [
      [Math.exp(k1), Math.exp(k2)],
      [Math.exp(k1), Math.exp(k2)],
    ],
  }[type] as [number[], number[]];
  return { choice: { family: FAMILIES[type]!, parameters, from: 1, to }, scales };
}

const indices = (values: number | number[] | undefined, stream: number) =>
  asList(values).flatMap((to, i) => (to === stream ? [i] : []));

/** The design at given kernels; answers of the form `k1.2` carry the derivative of a kernel, at rho 0. */
function designOf(
  { spec }: Golden,
  data: Record<string, Float64Array>,
  stream: number,
  at: Record<string, number>,
) {
  const { D, N } = spec;
  const everyDay = new Uint8Array(N).fill(1);
  const series = (k: number) => data[`s${k}`]!;
  const days = Float64Array.from({ length: N }, (_, t) => t);
  const names: Record<string, number> = {};
  const answers: { name: string; x: Float64Array }[] = [];
  const slopes: { name: string; x: Float64Array }[] = [];
  for (const r of indices(spec.rto, stream)) {
    const { choice, scales } = delayOf(asList(spec.ktype)[r]!, at[`k1.${r + 1}`]!, at[`k2.${r + 1}`] ?? 0, D);
    const source = series(asList(spec.rfrom)[r]!);
    const rho = Math.exp(at[`logrho.${r + 1}`]!);
    answers.push({ name: `logrho.${r + 1}`, x: lagSum(source, everyDay, delayWeights(choice)) });
    names[`logrho.${r + 1}`] = rho;
    delayWeightDerivatives(choice).forEach((derivative, i) => {
      const x = lagSum(source, everyDay, derivative).map((value) => value * rho * scales[i]!);
      slopes.push({ name: `k${i + 1}.${r + 1}`, x });
    });
  }
  const modifiers = indices(spec.mto, stream).map((m) => {
    names[`logdelta.${m + 1}`] = -Math.exp(at[`logdelta.${m + 1}`]!);
    return { name: `logdelta.${m + 1}`, z: recentMean(series(asList(spec.mfrom)[m]!), everyDay, D) };
  });
  for (const w of indices(spec.wto, stream)) {
    names[`tau.${w + 1}`] = -at[`tau.${w + 1}`]!;
    modifiers.push({ name: `tau.${w + 1}`, z: data[`window${w + 1}`]! });
  }
  const design: StreamDesign = {
    counts: series(stream),
    recorded: Uint8Array.from({ length: N }, (_, t) => (t >= D ? 1 : 0)),
    coverage: new Float64Array(N).fill(1),
    endemic: [
      { name: 'beta.one', values: new Float64Array(N).fill(1) },
      { name: 'beta.trend', values: days.map((t) => (t - N / 2) / 365) },
      { name: 'beta.sin7', values: days.map((t) => Math.sin((2 * Math.PI * t) / 7)) },
      { name: 'beta.cos7', values: days.map((t) => Math.cos((2 * Math.PI * t) / 7)) },
    ],
    answers,
    modifiers,
    family: 'NB2',
  };
  for (const name of ['one', 'trend', 'sin7', 'cos7']) names[`beta.${name}`] = at[`beta.${name}`]!;
  return { design, slopes, values: names };
}

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

/** The same design with the delays left to be estimated, from the defaults that a rule would start with. */
function estimateDelays(
  { spec }: Golden,
  data: Record<string, Float64Array>,
  { stream, mle }: Stream,
  design: StreamDesign,
): StreamDesign {
  const answers = indices(spec.rto, stream).map((r, index) => {
    const type = asList(spec.ktype)[r]!;
    const parameters = { 1: [0.3], 2: [1, 0.7], 3: [2.5, 0.6] }[type]!;
    const start: DelayChoice = { family: FAMILIES[type]!, parameters, from: 1, to: spec.D };
    return { ...design.answers[index]!, delay: { start, triggers: data[`s${asList(spec.rfrom)[r]!}`]! } };
  });
  expect(Object.keys(mle).filter((name) => name.startsWith('logrho')).length).toBe(answers.length);
  return { ...design, answers };
}

/** `logrho.2 logit p` is the peer's k1.2. */
function workingValue(mle: Record<string, number>, name: string): number {
  const [rule = '', ...rest] = name.split(' ');
  const place = { 'logit p': 1, m: 1, 'ln shape': 1, 'ln s': 2, 'ln rate': 2 }[rest.join(' ')];
  return mle[`k${place}.${rule.split('.')[1]}`]!;
}
