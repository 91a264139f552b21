/** On made theatres, intervals of forecasts hold what they promise, and the PIT is flat. */
import { describe, expect, it } from 'vitest';
import { drawTheatre, panelUpTo, scoreDraws, simulateEnsemble } from '../../src/forecast/index.ts';
import { pitHistogram, randomStream } from '../../src/stats/index.ts';
import { drawPanel, drawsOf, MADE, TRUTH } from './madeTheatre.ts';

/** Worlds with known parameters are cheap. */
const WORLDS = { known: 1500, fitted: 300 };
const KNOWN = 600;
const WINDOWS = [
  { name: '1 day', first: 1, last: 1 },
  { name: '7 days', first: 1, last: 7 },
  { name: '30 days', first: 1, last: 30 },
];

interface PitBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Where the observed total of every window falls, world by world: pit[window][stream][world]. */
function runWorlds(known: boolean): PitBounds[][][] {
  const pit: PitBounds[][][] = WINDOWS.map(() => [[], []]);
  for (let world = 0; world < (known ? WORLDS.known : WORLDS.fitted); world++) {
    const panel = drawPanel(KNOWN + 30, 1000 + world);
    const past = panelUpTo(panel, KNOWN);
    const draws = known
      ? drawsOf(MADE.streams, TRUTH, KNOWN)
      : drawTheatre(MADE, past, { seed: world, proposals: 800, draws: 200 });
    if (draws.kind === 'failed') throw new Error(draws.detail);
    const ensemble = simulateEnsemble(draws, past, { seed: world, paths: 800, steps: 30, windows: WINDOWS });
    ensemble.streams.forEach(({ totals }, k) =>
      WINDOWS.forEach(({ first, last }, w) => {
        const came = panel.counts[k]!.slice(KNOWN + first - 1, KNOWN + last).reduce((a, b) => a + b, 0);
        pit[w]![k]!.push(scoreDraws(totals[w]!, came).pit);
      }),
    );
  }
  return pit;
}

/**
 * Counts jump, so that no interval holds exactly half of them: one number drawn between the two bounds of the PIT lies in
 * the middle half exactly as often as it should.
 */
function countInside(bounds: readonly PitBounds[], share: number, seed: number): number {
  const random = randomStream(seed, 'PIT of counts');
  return bounds.filter(({ lower, upper }) => {
    const place = lower + (upper - lower) * random.uniform();
    return Math.abs(place - 0.5) <= share / 2;
  }).length;
}

describe.each([
  ['known parameters', true],
  ['parameters fitted to what came before', false],
])('forecasts of made theatres, %s', (name, known) => {
  const pit = runWorlds(known);

  it.each(WINDOWS.map((window, w) => [window.name, w] as const))('%s ahead', (window, w) => {
    // The two streams of a world go together, so that worlds are what is counted.
    const bounds = pit[w]!.flat();
    const n = bounds.length / 2;
    const held = [0.5, 0.8, 0.95].map((share) => {
      const inside = countInside(bounds, share, w) / bounds.length;
      return { share, inside, errors: (inside - share) / Math.sqrt((share * (1 - share)) / n) };
    });
    const bins = pitHistogram(bounds, 5);
    const words = held.map(
      ({ share, inside, errors }) =>
        `${100 * share} %: ${(100 * inside).toFixed(1)} (${errors.toFixed(1)} se)`,
    );
    const densities = [...bins].map((density) => density.toFixed(2)).join(' ');
    process.stdout.write(`${name}, ${window}: ${words.join(', ')}; PIT ${densities}\n`);
    // Nine intervals and fifteen bins are looked at, so that one of them may well lie two standard errors off.
    for (const { errors } of held) expect(Math.abs(errors)).toBeLessThan(2.8);
    for (const density of bins) expect(Math.abs(density - 1)).toBeLessThan(3 * Math.sqrt(4 / n));
  });
});
