import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import {
  gatherChains,
  laplacePosterior,
  preparePosterior,
  nutsChain,
  nutsPosterior,
  priorsOf,
  type FailedPosterior,
  type Posterior,
  type StreamDesign,
} from '../../src/model/index.ts';
import { coordinate, placeOnLine } from '../../src/model/posterior/coordinate.ts';
import { logPosterior } from '../../src/model/posterior/logPosterior.ts';
import { expectPeer, goldenStreams } from './goldenPosterior.ts';
import { makeDesign, usual } from './madeRecords.ts';
import { goldenFolders, goldenIsMissing } from './readGolden.ts';

function must(posterior: Posterior | FailedPosterior): Posterior {
  if (posterior.kind === 'failed') throw new Error(posterior.detail);
  return posterior;
}

const design = makeDesign({ ...usual, steps: 300 }, 21);

/** A level and nothing else, with few counts: its posterior can be summed on a grid. */
const tiny: StreamDesign = {
  counts: Float64Array.of(1, 0, 2, 0, 0, 1, 3, 0),
  recorded: new Uint8Array(8).fill(1),
  coverage: new Float64Array(8).fill(0.5),
  endemic: [],
  answers: [{ name: 'answers', x: Float64Array.of(1, 1, 2, 0.5, 1, 1, 1, 1) }],
  modifiers: [],
  family: 'Poisson',
};

describe('priors', () => {
  it.each(['normal', 'half normal', 'negative half normal', 'exponential'] as const)(
    '%s: integrates to 1 over the line, with the slope that differences give',
    (of) => {
      const prior = of === 'normal' ? { of, mean: -0.5, deviation: 0.7 } : { of, deviation: 0.5, rate: 2 };
      let sum = 0;
      for (let u = -40; u < 40; u += 0.01) {
        const at = coordinate(prior, u);
        sum += 0.01 * Math.exp(at.logPrior);
        const above = coordinate(prior, u + 1e-5);
        const below = coordinate(prior, u - 1e-5);
        if (Math.abs(at.logPrior) > 50) continue;
        expect((above.logPrior - below.logPrior) / 2e-5).toBeCloseTo(at.logPriorSlope, 4);
        expect((above.value - below.value) / 2e-5).toBeCloseTo(at.slope, 4);
      }
      expect(sum).toBeCloseTo(1, 6);
      const middle = of === 'negative half normal' ? -0.3 : 0.3;
      expect(coordinate(prior, placeOnLine(prior, middle)).value).toBeCloseTo(middle, 12);
    },
  );

  it('refuse names that are not there and ranges that do not fit', () => {
    expect(() => priorsOf(design, {}, { nobody: { of: 'exponential', rate: 1 } })).toThrow('nobody');
    expect(() => priorsOf(design, {}, { answers: { of: 'normal', mean: 0, deviation: 1 } })).toThrow(
      'answers',
    );
    expect(() => priorsOf(design, {}, { truce: { of: 'exponential', rate: 1 } })).toThrow('truce');
  });
});

describe('the density', () => {
  it.each([['stream', design] as const, ['Poisson', { ...design, family: 'Poisson' as const }] as const])(
    'has the slope that differences give: %s',
    (_, one) => {
      const posterior = logPosterior(one, priorsOf(one, { trend: 2 }));
      const place = posterior.placeOf({ intercept: -1, answers: 0.2, own: 0.1, truce: -0.3, psi: 0.4 });
      const slope = new Float64Array(place.length);
      posterior.evaluate(place, slope);
      slope.forEach((value, j) => {
        const move = (by: number) =>
          posterior.evaluate(
            place.map((at, k) => (k === j ? at + by : at)),
            null,
          );
        const numeric = (move(1e-5) - move(-1e-5)) / 2e-5;
        expect(Math.abs(value - numeric)).toBeLessThan(1e-5 * (1 + Math.abs(numeric)));
      });
    },
  );
});

describe('both ways', () => {
  const deviation = 0.5;
  let [mass, first, second] = [0, 0, 0];
  for (let rho = 0.00005; rho < 5; rho += 0.0001) {
    let log = (-rho * rho) / (2 * deviation ** 2);
    tiny.counts.forEach((y, t) => {
      const mu = 0.5 * rho * tiny.answers[0]!.x[t]!;
      log += y * Math.log(mu) - mu;
    });
    mass += Math.exp(log);
    first += rho * Math.exp(log);
    second += rho * rho * Math.exp(log);
  }
  const mean = first / mass;
  const sd = Math.sqrt(second / mass - mean * mean);

  it.each([
    ['Laplace', () => must(laplacePosterior(tiny, { seed: 3 }))],
    ['NUTS', () => must(nutsPosterior(tiny, { seed: 3, draws: 1500 }))],
  ])('%s: the posterior that a grid gives', (_, draw) => {
    const { summary, diagnostics } = draw();
    const rho = summary['answers']!;
    expect(diagnostics.trusted).toBe(true);
    expect(Math.abs(rho.mean - mean)).toBeLessThan(4 * rho.meanError);
    expect(Math.abs(Math.log(rho.deviation / sd))).toBeLessThan(0.08);
    expect(rho.intervals[95][0]).toBeGreaterThan(0);
    expect(rho.intervals[50][0]).toBeGreaterThan(rho.intervals[95][0]);
  });

  it('same seed, same bits; another seed or purpose, others', () => {
    const draw = (seed: number, purpose: string) =>
      must(laplacePosterior(design, { seed, purpose, proposals: 200, draws: 50 })).draws;
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(2, 'a')).not.toEqual(draw(1, 'a'));
    expect(draw(1, 'b')).not.toEqual(draw(1, 'a'));
  });

  it('takes a preparation that was made before, and gives the same draws', () => {
    const prepared = preparePosterior(design);
    if (prepared.kind === 'failed') throw new Error(prepared.detail);
    const options = { seed: 1, purpose: 'a', proposals: 200, draws: 50 };
    expect(must(laplacePosterior(design, { ...options, prepared })).draws).toEqual(
      must(laplacePosterior(design, options)).draws,
    );
    const other = {
      ...prepared,
      mode: { ...prepared.mode, place: prepared.mode.place.map((at) => at + 0.1) },
    };
    expect(must(laplacePosterior(design, { ...options, prepared: other })).draws).not.toEqual(
      must(laplacePosterior(design, options)).draws,
    );
  });

  it('say what cannot be drawn from, and stand records without an event', () => {
    const nothing = { ...design, recorded: new Uint8Array(300) };
    expect(laplacePosterior(nothing, { seed: 1 })).toMatchObject({
      kind: 'failed',
      reason: 'nothing recorded',
    });
    const silent = { ...design, counts: new Float64Array(300) };
    expect(nutsPosterior(silent, { seed: 1 })).toMatchObject({ kind: 'failed', reason: 'not fitted' });
    const calm = must(laplacePosterior(silent, { seed: 1, smoothing: { trend: 5 } }));
    expect(calm.summary['answers']!.mean).toBeLessThan(0.3);
    expect(calm.summary['intercept']!.mean).toBeLessThan(-3);
  });
});

describe('chains', () => {
  const options = { seed: 5, chains: 3, warmUp: 60, draws: 40 };

  function runInThread(chain: number): Promise<ReturnType<typeof nutsChain>> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./chainWorker.js', import.meta.url), {
        workerData: { design, options, chain },
      });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  }

  it('give the same bits on one thread, on several, and in any order', async () => {
    const alone = must(nutsPosterior(design, options));
    const backwards = [2, 1, 0].map((chain) => nutsChain(design, options, chain)).reverse();
    const threaded = await Promise.all([0, 1, 2].map(runInThread));
    for (const chains of [backwards, threaded]) {
      const good = chains.map((chain) => {
        if ('kind' in chain) throw new Error(chain.detail);
        return chain;
      });
      expect(gatherChains(design, options, good)).toEqual(alone);
    }
  }, 60_000);

  it('own up to too few draws', () => {
    const { diagnostics } = must(nutsPosterior(design, options));
    if (diagnostics.method !== 'NUTS') throw new Error('another method');
    expect(diagnostics.trusted).toBe(false);
    expect(Object.keys(diagnostics.rHat)).toContain('psi');
    expect(Math.max(...Object.values(diagnostics.bulkSize))).toBeLessThan(400);
  });
});

describe.skipIf(goldenIsMissing)('golden posteriors', () => {
  const streams = goldenFolders('sim-', 'result.json').flatMap((folder) => goldenStreams(folder));

  it.each(streams.map((one) => [one.folder, one.stream, one] as const))(
    '%s, stream %i: Laplace',
    (...[, , one]) => {
      const posterior = must(laplacePosterior(one.design, { seed: 1, priors: one.priors }));
      expect(posterior.diagnostics.trusted).toBe(true);
      expectPeer(one, posterior);
    },
  );

  it('NUTS, one stream; the others are in the long tests', () => {
    const one = streams[2]!;
    const posterior = must(
      nutsPosterior(one.design, { seed: 1, priors: one.priors, warmUp: 150, draws: 200 }),
    );
    expectPeer(one, posterior);
  });
});
