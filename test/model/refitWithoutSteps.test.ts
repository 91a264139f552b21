/** Refits without some steps, the short way: the same optimum as a fit of what is left. */
import { describe, expect, it } from 'vitest';
import {
  fitStream,
  lagSum,
  refitWithoutSteps,
  trendColumns,
  type StreamDesign,
} from '../../src/model/index.ts';
import { randomStream } from '../../src/stats/index.ts';

const STEPS = 500;
const WEIGHTS = Float64Array.from({ length: 5 }, () => 0.2);

function made(family: StreamDesign['family'] = 'NB2'): StreamDesign {
  const random = randomStream(1, 'made for a refit', 0);
  const recorded = new Uint8Array(STEPS).fill(1).fill(0, 100, 130);
  const triggers = Float64Array.from({ length: STEPS }, () => (random.uniform() < 0.1 ? 1 : 0));
  const rule = lagSum(triggers, recorded, WEIGHTS, 1);
  const counts = Float64Array.from({ length: STEPS }, (_, t) =>
    random.negativeBinomial(0.4 * Math.exp(Math.sin(t / 80)) + 0.8 * rule[t]!, 0.5),
  );
  return {
    counts,
    recorded,
    coverage: new Float64Array(STEPS).fill(1),
    endemic: trendColumns(recorded, {}),
    answers: [{ name: 'rule', x: rule }],
    modifiers: [],
    family,
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
const fitOf = (design: StreamDesign) => {
  const fit = fitStream(design);
  if (fit.kind === 'failed') throw new Error(fit.detail);
  return fit;
};

describe('a refit without some steps', () => {
  it.each(['NB2', 'Poisson'] as const)('is the fit of the steps that are left (%s)', (family) => {
    const design = made(family);
    const fit = fitOf(design);
    const near = refitWithoutSteps(design, fit);
    // Months, a stretch that is partly unrecorded already, and single busy days.
    const busiest = range(0, STEPS).filter((t) => design.counts[t]! >= 3);
    for (const steps of [range(0, 30), range(90, 140), range(300, 400), busiest]) {
      const recorded = design.recorded.map((on, t) => (steps.includes(t) ? 0 : on));
      const whole = fitStream({ ...design, recorded }, { smoothing: fit.smoothing, start: fit });
      if (whole.kind === 'failed') throw new Error(whole.detail);
      const short = near(steps)!;
      for (const name of whole.names) expect(short[name]).toBeCloseTo(whole.parameters[name]!, 4);
      expect(short['rule']).not.toBeCloseTo(fit.parameters['rule']!, 4);
    }
  });

  it('is the fit itself where nothing is left out', () => {
    const design = made();
    const fit = fitOf(design);
    expect(refitWithoutSteps(design, fit)([])!['rule']).toBeCloseTo(fit.parameters['rule']!, 5);
  });

  it('is not to be had where hardly anything is left, or a term has nothing to be told by', () => {
    const design = made();
    const near = refitWithoutSteps(design, fitOf(design));
    expect(near(range(0, STEPS))).toBeNull();
    expect(near(range(10, STEPS))).toBeNull();
    const rule = design.answers[0]!.x;
    expect(near(range(0, STEPS).filter((t) => rule[t]! > 0))).toBeNull();
  });
});
