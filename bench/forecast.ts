/** Times of forecasts: futures of made theatres, and one origin of a back-test. Fits are made before and not timed. */
import { backtestOrigin, drawTheatre, simulateEnsemble, type TheatreModel } from '../src/forecast/index.ts';
import { simulateTheatre, type PanelFrame, type StreamModel } from '../src/model/index.ts';
import { median } from './median.ts';
import type { BenchRow } from './run.ts';

const delay = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };

/** Streams that follow on themselves and each on the one before, over three years. */
function makeTheatre(count: number) {
  const streams = Array.from({ length: count }, (_, k) => `s${k}`);
  const models = streams.map((stream, k): StreamModel => {
    const before = streams[(k + count - 1) % count]!;
    return {
      stream,
      answers: [
        { name: 'own history', from: stream, delay },
        { name: `Rule${k}`, from: before, delay },
      ],
      modifiers: [],
    };
  });
  const steps = 1096;
  const frame: PanelFrame = {
    first: 18_000,
    stepDays: 1,
    steps,
    recorded: new Uint8Array(steps).fill(1),
    streams,
    coverage: streams.map(() => new Float64Array(steps).fill(1)),
  };
  const truth = Object.fromEntries(
    streams.map((stream, k) => [
      stream,
      { parameters: { intercept: -1, 'own history': 0.2, [`Rule${k}`]: 0.25 }, psi: 0.5 },
    ]),
  );
  const made = simulateTheatre(models, truth, frame, { seed: 1 });
  if (made.kind === 'ran away') throw new Error('the made theatre ran away');
  const rules = streams.map((stream, k) => ({
    claim: `Rule${k}`,
    stream,
    term: `Rule${k}`,
    of: 'answer' as const,
  }));
  const model: TheatreModel = { streams: models, rules, leftOut: [] };
  return { model, panel: made.panel };
}

function drawsFor({ model, panel }: ReturnType<typeof makeTheatre>) {
  const draws = drawTheatre(model, panel, { seed: 1, proposals: 400, draws: 200 });
  if (draws.kind === 'failed') throw new Error(draws.detail);
  return draws;
}

function timeOnce(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export const rows: readonly BenchRow[] = [
  {
    name: '1,000 paths × 365 days × 4 streams, with quantiles and totals',
    run: async () => {
      const theatre = makeTheatre(4);
      const draws = drawsFor(theatre);
      const windows = [{ name: 'year', first: 1, last: 365 }];
      const options = { seed: 1, paths: 1000, steps: 365, windows };
      return {
        tacitMs: median(() => simulateEnsemble(draws, theatre.panel, options)),
        peer: 'hhh4 simulate',
        peerMs: 3000,
      };
    },
  },
  {
    name: '10,000 paths × 90 days × 20 streams, one thread, one run',
    run: async () => {
      const theatre = makeTheatre(20);
      const draws = drawsFor(theatre);
      const options = { seed: 1, paths: 10_000, steps: 90 };
      return { tacitMs: timeOnce(() => simulateEnsemble(draws, theatre.panel, options)) };
    },
  },
  {
    name: 'back-test, one origin: 4 streams, 4 rules, all systems, each rule left out, one run',
    run: async () => {
      const { model, panel } = makeTheatre(4);
      const horizons = [{ name: '30 days', first: 1, last: 30 }];
      const options = { seed: 1, origins: 1, horizons, paths: 500, ruleByRule: true };
      return { tacitMs: timeOnce(() => backtestOrigin(model, panel, 1000, options)) };
    },
  },
];
