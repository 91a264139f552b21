/** The designs of the golden cases sim-*, from their specification and data. */
import {
  delayWeightDerivatives,
  delayWeights,
  lagSum,
  recentMean,
  type DelayChoice,
  type StreamDesign,
} from '../../src/model/index.ts';
import { asList } from './readGolden.ts';

export interface Spec {
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
export interface Stream {
  stream: number;
  parameters: string[];
  theta_true: Record<string, number>;
  mle: Record<string, number>;
  loglik_at_true: number;
  score_at_true: Record<string, number>;
  loglik_at_mle: number;
}
export interface Golden {
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

export const indices = (values: number | number[] | undefined, stream: number) =>
  asList(values).flatMap((to, i) => (to === stream ? [i] : []));

/** The design at given kernels; answers of the form `k1.2` carry the derivative of a kernel, at rho 0. */
export function designOf(
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

/** The same design with the delays left to be estimated, from the defaults that a rule would start with. */
export function estimateDelays(
  { spec }: Golden,
  data: Record<string, Float64Array>,
  { stream }: Pick<Stream, 'stream'>,
  design: StreamDesign,
): StreamDesign {
  const answers = indices(spec.rto, stream).map((r, index) => {
    const type = asList(spec.ktype)[r]!;
    const parameters = { 1: [0.3], 2: [1, 0.7], 3: [2.5, 0.6] }[type]!;
    const start: DelayChoice = { family: FAMILIES[type]!, parameters, from: 1, to: spec.D };
    return { ...design.answers[index]!, delay: { start, triggers: data[`s${asList(spec.rfrom)[r]!}`]! } };
  });
  return { ...design, answers };
}
