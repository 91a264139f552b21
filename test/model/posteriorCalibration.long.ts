/**
 * Simulation-based calibration: truths drawn from the priors, records made from them, and the rank of the truth among
 * the posterior's draws, evenly spread if the posterior is right. The log-likelihood is among the ranked quantities.
 * And how often its intervals hold the truth. Golden posteriors by NUTS.
 */
import { afterAll, describe, expect, it } from 'vitest';
import {
  designStream,
  laplacePosterior,
  nutsPosterior,
  priorsOf,
  simulateTheatre,
  type DelayChoice,
  type FailedPosterior,
  type PanelFrame,
  type Posterior,
  type Prior,
  type StreamDesign,
  type StreamModel,
} from '../../src/model/index.ts';
import { evaluate } from '../../src/model/likelihood.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import { chiSquareUpperTail, randomStream, type RandomStream } from '../../src/stats/index.ts';
import { expectPeer, goldenStreams } from './goldenPosterior.ts';
import { goldenFolders, goldenIsMissing } from './readGolden.ts';

const STEPS = 200;
const BINS = 10;
const DRAWS = 99;
const delay: DelayChoice = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };
const frame: PanelFrame = {
  first: 0,
  stepDays: 1,
  steps: STEPS,
  recorded: new Uint8Array(STEPS).fill(1),
  streams: ['a', 'b'],
  coverage: [new Float64Array(STEPS).fill(1), new Float64Array(STEPS).fill(1)],
};
const model: StreamModel = {
  stream: 'b',
  answers: [
    { from: 'a', delay, estimate: true },
    { from: 'b', delay },
  ],
  modifiers: [
    { of: 'dates', name: 'change', days: [{ first: 100, last: STEPS }] },
    { of: 'recent', name: 'deterrence', stream: 'a', steps: 10 },
  ],
};
// Own history times the change stays below 1, so that no record runs away; deterrence can only lower.
const changed: Record<string, Prior> = {
  'from b': { of: 'half normal', deviation: 0.2 },
  change: { of: 'normal', mean: 0, deviation: 0.4 },
  deterrence: { of: 'negative half normal', deviation: 0.5 },
};

function drawFrom(prior: Prior, random: RandomStream): number {
  if (prior.of === 'normal') return prior.mean + prior.deviation * random.normal();
  if (prior.of === 'exponential') return -Math.log(1 - random.uniform()) / prior.rate;
  return (prior.of === 'half normal' ? 1 : -1) * prior.deviation * Math.abs(random.normal());
}

interface Made {
  readonly design: StreamDesign;
  readonly truth: Readonly<Record<string, number>>;
}

function makeRecord(replicate: number): Made {
  const random = randomStream(61, 'truths', replicate);
  const empty = { ...frame, counts: frame.streams.map(() => new Float64Array(STEPS)) };
  const priors = priorsOf(designStream(model, empty), {}, changed);
  const truth = Object.fromEntries([...priors].map(([name, prior]) => [name, drawFrom(prior, random)]));
  const made = simulateTheatre(
    [{ stream: 'a' }, model],
    {
      a: { parameters: { intercept: -0.7 }, psi: 0.5 },
      b: { parameters: truth, psi: truth['psi']! },
    },
    frame,
    { seed: 62, replicate },
  );
  if (made.kind !== 'simulated') throw new Error('ran away');
  const design = designStream(model, made.panel);
  const packed = packDesign(design);
  const theta = Float64Array.from([...packed.names.map((name) => truth[name]!), Math.log(truth['psi']!)]);
  return { design, truth: { ...truth, 'log-likelihood': evaluate(packed, theta) } };
}

const table: string[] = [];
afterAll(() => process.stdout.write(`${table.join('\n')}\n`));

const ways: [string, number, (design: StreamDesign, seed: number) => Posterior | FailedPosterior][] = [
  [
    'Laplace',
    1000,
    (design, seed) => laplacePosterior(design, { seed, priors: changed, proposals: 1500, draws: DRAWS }),
  ],
  [
    'NUTS',
    500,
    (design, seed) =>
      nutsPosterior(design, { seed, priors: changed, chains: 1, warmUp: 120, draws: 2 * DRAWS }),
  ],
];

describe.each(ways)('%s', (way, replicates, draw) => {
  it('ranks are even, and intervals hold the truth as often as they say', () => {
    const ranks: Record<string, Float64Array> = {};
    const held: Record<string, number[]> = {};
    let trusted = 0;
    for (let replicate = 0; replicate < replicates; replicate++) {
      const { design, truth } = makeRecord(replicate);
      const posterior = draw(design, replicate);
      if (posterior.kind === 'failed') throw new Error(`${posterior.detail} (${replicate})`);
      const { diagnostics } = posterior;
      trusted += Number(diagnostics.method === 'NUTS' ? diagnostics.divergences === 0 : diagnostics.trusted);
      const thin = posterior.logLikelihood.length / DRAWS;
      const rank = (name: string, draws: Float64Array) => {
        let below = 0;
        for (let s = 0; s < DRAWS; s++) below += Number(draws[s * thin]! < truth[name]!);
        (ranks[name] ??= new Float64Array(BINS))[Math.floor((below * BINS) / (DRAWS + 1))]! += 1;
      };
      posterior.names.forEach((name, j) => {
        rank(name, posterior.draws[j]!);
        const { intervals } = posterior.summary[name]!;
        (['50', '80', '90', '95'] as const).forEach((level, l) => {
          const [low, high] = intervals[level];
          (held[name] ??= [0, 0, 0, 0])[l]! += Number(low <= truth[name]! && truth[name]! <= high);
        });
      });
      rank('log-likelihood', posterior.logLikelihood);
    }
    table.push(
      `${way}: ${replicates} records, ${trusted} trusted; ranks in ${BINS} bins; p; held by 50, 80, 90, 95 %`,
    );
    const problems: string[] = [];
    for (const [name, bins] of Object.entries(ranks)) {
      const expected = replicates / BINS;
      const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      const p = chiSquareUpperTail(chiSquare, BINS - 1);
      const shares = held[name] ?? [];
      table.push(`${name.padEnd(16)} ${[...bins].join(' ')}  p ${p.toFixed(3)}  ${shares.join(' ')}`);
      if (p < 0.001) problems.push(`${name}: ranks p ${p}`);
      shares.forEach((count, l) => {
        const level = [0.5, 0.8, 0.9, 0.95][l]!;
        const offset = (count / replicates - level) / Math.sqrt((level * (1 - level)) / replicates);
        if (Math.abs(offset) > 3.3) problems.push(`${name}: ${count} held at ${level}`);
      });
    }
    expect(problems).toEqual([]);
    expect(trusted).toBeGreaterThan(0.9 * replicates);
  });
});

describe.skipIf(goldenIsMissing)('golden posteriors by NUTS', () => {
  const streams = goldenFolders('sim-', 'result.json').flatMap((folder) => goldenStreams(folder));
  it.each(streams.map((one) => [one.folder, one.stream, one] as const))('%s, stream %i', (...[, , one]) => {
    const posterior = nutsPosterior(one.design, { seed: 2, priors: one.priors });
    if (posterior.kind === 'failed') throw new Error(posterior.detail);
    expectPeer(one, posterior);
  });
});
