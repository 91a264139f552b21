/** Times of the model engine on made records, beside peers: run now where R is at hand, else as published or measured before. */
import {
  delayWeights,
  fitStream,
  lagSum,
  likelihoodRatioTest,
  maskIncompleteHistory,
  nullModel,
  profileInterval,
  seasonColumns,
  simulateCounts,
  trendColumns,
  type DeclaredTheatre,
  type StreamDesign,
} from '../src/model/index.ts';
import { laplacePosterior, scorePanel } from '../src/model/index.ts';
import { evaluate } from '../src/model/likelihood.ts';
import { likelihoodSlope } from '../src/model/likelihoodSlope.ts';
import { packDesign } from '../src/model/packDesign.ts';
import { fitOf, fullPlan, level, makePanel, onePlan, sharedPlan } from './madePanels.ts';
import { median } from './median.ts';
import { runPeers, type PeerTimes } from './runPeers.ts';
import type { BenchRow } from './run.ts';

const delay = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };

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

/** What `hhh4 simulate` is asked for: four streams that follow on themselves and each on the one before. */
const fourRates: DeclaredTheatre = {
  steps: 365,
  streams: [0, 1, 2, 3].map((k) => ({ name: `s${k}`, logRate: -1, psi: 0.5 })),
  rules: [0, 1, 2, 3].flatMap((k) => [
    { from: `s${k}`, to: `s${k}`, rho: 0.2, delay: { family: 'uniform', parameters: [], from: 1, to: 1 } },
    {
      from: `s${k}`,
      to: `s${(k + 1) % 4}`,
      rho: 0.25,
      delay: { family: 'uniform', parameters: [], from: 1, to: 1 },
    },
  ]),
  burnIn: 1,
};

const panels = {
  one: makePanel(1, 312),
  two: makePanel(2, 312),
  four: makePanel(4, 1461),
  twenty: makePanel(20, 3652),
  many: makePanel(140, 520),
};

let peers: PeerTimes | null | undefined;
const peerOf = (name: string) => {
  peers ??= runPeers(
    Object.fromEntries(
      Object.entries(panels).map(([key, { units, counts }]) => [
        key,
        Object.fromEntries(units.map((unit, k) => [unit, counts[k]!])),
      ]),
    ),
  );
  return peers?.[name];
};

/** A row whose peer is timed in the same run; `published` where R is not at hand. */
const beside = (
  name: string,
  work: () => unknown,
  peer: string,
  key: string,
  published?: number,
  runs = 21,
): BenchRow => ({
  name,
  run: async () => {
    const live = peerOf(key);
    const tacitMs = median(work, runs);
    if (live !== undefined) return { tacitMs, peer: `${peer}, this run`, peerMs: live };
    return published === undefined ? { tacitMs } : { tacitMs, peer: `${peer}, published`, peerMs: published };
  },
});

const oneFit = fitOf(onePlan, panels.one)();

/** Log-linear counts of one stream: 10⁶ cells, 8 columns. */
const wide = ((): StreamDesign => {
  const cells = 1_000_000;
  const fill = (of: (i: number) => number) => {
    const values = new Float64Array(cells);
    for (let i = 0; i < cells; i++) values[i] = of(i);
    return values;
  };
  return {
    counts: fill((i) => ((i * 7919) % 11 === 0 ? 1 + (i % 3) : 0)),
    recorded: new Uint8Array(cells).fill(1),
    coverage: fill(() => 1),
    endemic: Array.from({ length: 8 }, (_, j) => ({
      name: `c${j}`,
      values: fill((i) => (j === 0 ? 1 : Math.sin(i * (j + 0.7)))),
    })),
    answers: [],
    modifiers: [],
    family: 'NB2',
  };
})();
const packedWide = packDesign(wide);
const point = Float64Array.from({ length: 9 }, (_, j) => (j === 0 ? -1.5 : 0.05 * j));
const slope = new Float64Array(9);
const three = makeStreams(1096, 3);
const threeDesigns = ['s0', 's1', 's2'].map((to, k) => makeDesign(three, to, [`s${(k + 2) % 3}`], false));

const scaling = (name: string, sizes: readonly number[], work: (size: number) => () => unknown): BenchRow[] =>
  sizes.map((size) => {
    let ready: (() => unknown) | null = null;
    return row(`scaling: ${name.replace('#', size.toLocaleString('en'))}`, () => (ready ??= work(size))());
  });

export const rows: readonly BenchRow[] = [
  beside('fit one series, 312 weeks, 6 parameters', fitOf(onePlan, panels.one), 'hhh4', 'one', 7.5, 51),
  beside('fit 2 series with cross rules, 14 parameters', fitOf(fullPlan, panels.two), 'hhh4', 'two', 36),
  beside('fit 4 streams × 1,461 days, 28 parameters', fitOf(fullPlan, panels.four), 'hhh4', 'four', 80),
  row(
    'fit 4 streams × 1,461 days, lags to 14',
    () => plain.map((design) => fitStream(design)),
    'hhh4addon, published',
    1200,
  ),
  beside(
    'fit 20 streams × 3,652 days, 140 parameters',
    fitOf(fullPlan, panels.twenty),
    'hhh4',
    'twenty',
    1981,
    5,
  ),
  beside(
    'fit 140 units × 520 weeks, 423 parameters, season shared',
    fitOf(sharedPlan, panels.many),
    'hhh4',
    'many',
    undefined,
    3,
  ),
  row('fit 1 stream × 1,461 days, 19 spline columns and 3 answers', () => fitStream(spline)),
  row('likelihood ratio of one rule, the same stream', () => likelihoodRatioTest(spline, 's0')),
  row('profile interval of one rule, the same stream', () => profileInterval(spline, fitted, 's0')),
  row('null model and 199 score tests, the same stream', () => {
    const fresh = nullModel(spline, fitted);
    for (let i = 0; i < 199; i++) fresh.answer(added);
  }),
  row('one score test on a null model', () => model.answer(added)),
  beside(
    '52 rolling refits, 6 parameters, scored',
    () => scorePanel({ ...onePlan, scores: { first: 260 } }, panels.one, oneFit),
    'hhh4',
    'rolling',
    240,
    11,
  ),
  beside(
    'simulate 1,000 paths × 365 days × 4 streams',
    () => {
      for (let path = 0; path < 1000; path++) simulateCounts(fourRates, 1, path);
    },
    'hhh4 simulate (100 paths × 10)',
    'simulate',
    3000,
    3,
  ),
  row(
    'posterior of 3 streams × 1,096 days, 2,000 draws each',
    () => threeDesigns.map((design) => laplacePosterior(design, { seed: 1, draws: 2000 })),
    'Stan, published',
    36_000,
  ),
  row('negative binomial log-likelihood and gradient, 10⁶ cells × 8 covariates', () => {
    evaluate(packedWide, point);
    likelihoodSlope(packedWide, point, slope);
  }),
  ...scaling('fit 4 streams × # days', [365, 1_461, 3_652, 14_608], (days) =>
    fitOf(fullPlan, makePanel(4, days)),
  ),
  ...scaling('fit # streams × 1,461 days', [1, 4, 16, 64], (streams) =>
    fitOf(fullPlan, makePanel(streams, 1461)),
  ),
  ...scaling('fit 1 stream × 1,461 days with # rules', [1, 4, 16], (rules) => {
    const data = makePanel(rules + 1, 1461);
    const delay = { family: 'geometric', parameters: [0.4], from: 1, to: 14 } as const;
    return fitOf(
      {
        family: 'NegBin1',
        endemic: {
          terms: [{ value: level, perUnit: ['s0'] }, { value: { of: 'season', period: 7, harmonics: 1 } }],
        },
        rules: data.units.slice(1).map((from) => ({ name: from, from, to: 's0', delay })),
      },
      data,
    );
  }),
];
