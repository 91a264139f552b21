/** Times of the model engine on made records, beside peers measured on the golden machine (design, MODEL.md). */
import {
  delayWeights,
  fitPanel,
  fitStream,
  lagSum,
  likelihoodRatioTest,
  maskIncompleteHistory,
  nullModel,
  profileInterval,
  seasonColumns,
  simulateCounts,
  trendColumns,
  type PanelPlan,
  type PanelTerm,
  type StreamDesign,
} from '../src/model/index.ts';
import type { BenchRow } from './run.ts';

const delay = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };

/** Median of repeated runs after a warm-up. */
function median(work: () => unknown, runs = 21): number {
  for (let i = 0; i < 10; i++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? NaN;
}

function makeStreams(steps: number, streams: number) {
  const names = Array.from({ length: streams }, (_, k) => `s${k}`);
  return simulateCounts(
    {
      steps,
      streams: names.map((name) => ({ name, logRate: -1, psi: 0.5 })),
      rules: names.flatMap((name, k) => [
        { from: name, to: name, rho: 0.15, delay },
        { from: name, to: names[(k + 1) % streams]!, rho: 0.3, delay },
      ]),
    },
    1,
  );
}

/** Stream `to` with its own history and answers to others, over trend or splines. */
function makeDesign(
  counts: Record<string, Float64Array>,
  to: string,
  from: readonly string[],
  bends: boolean,
): StreamDesign {
  const steps = counts[to]!.length;
  const everyDay = new Uint8Array(steps).fill(1);
  const weights = delayWeights(delay);
  const trend = trendColumns(everyDay);
  return {
    counts: counts[to]!,
    recorded: maskIncompleteHistory(everyDay, 14),
    coverage: new Float64Array(steps).fill(1),
    endemic: bends ? trend : [...trend.slice(0, 2), ...seasonColumns(steps, 0, 365.25)],
    answers: [to, ...from].map((name) => ({ name, x: lagSum(counts[name]!, everyDay, weights) })),
    modifiers: [],
    family: 'NB2',
  };
}

const row = (name: string, work: () => unknown, peer?: string, peerMs?: number): BenchRow => ({
  name,
  run: async () => ({
    tacitMs: median(work),
    ...(peer === undefined ? {} : { peer }),
    ...(peerMs === undefined ? {} : { peerMs }),
  }),
});

const four = makeStreams(1461, 4);
const spline = makeDesign(four, 's1', ['s0', 's2'], true);
const plain = ['s0', 's1', 's2', 's3'].map((to, k) => makeDesign(four, to, [`s${(k + 3) % 4}`], false));
const fitted = fitStream(spline);
if (fitted.kind === 'failed') throw new Error(fitted.detail);
const model = nullModel(spline, fitted);
const added = spline.answers[0]!.x;

const weekly = makeStreams(312, 2);
const term = (name: string, value: PanelTerm['value']): PanelTerm => ({ name, value });
const panelModel: PanelPlan = {
  family: 'NegBin1',
  own: { terms: [term('own', { of: 'one' })] },
  endemic: {
    terms: [
      term('level', { of: 'one' }),
      term('row', { of: 'row' }),
      term('sine', { of: 'sine', period: 52, harmonic: 1 }),
      term('cosine', { of: 'cosine', period: 52, harmonic: 1 }),
    ],
  },
};
const panel = { units: ['s0'], counts: [weekly['s0']!], covariates: {}, weights: {} };

export const rows: readonly BenchRow[] = [
  row('fit one series, 312 weeks, 6 parameters', () => fitPanel(panelModel, panel), 'hhh4', 7.5),
  row(
    'fit 4 streams × 1,461 days, lags to 14',
    () => plain.map((design) => fitStream(design)),
    'hhh4addon',
    1200,
  ),
  row('fit 1 stream × 1,461 days, 19 spline columns and 3 answers', () => fitStream(spline)),
  row('likelihood ratio of one rule, the same stream', () => likelihoodRatioTest(spline, 's0')),
  row('profile interval of one rule, the same stream', () => profileInterval(spline, fitted, 's0')),
  row('null model and 199 score tests, the same stream', () => {
    const fresh = nullModel(spline, fitted);
    for (let i = 0; i < 199; i++) fresh.answer(added);
  }),
  row('one score test on a null model', () => model.answer(added)),
  row(
    'simulate 100 paths × 365 days × 4 streams',
    () => Array.from({ length: 100 }, () => makeStreams(365, 4)),
    'hhh4 simulate',
    300,
  ),
];
