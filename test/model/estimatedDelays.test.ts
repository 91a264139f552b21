/** Delays that are fitted with the rest: derivatives, golden optima, what was put in, and what cannot be told. */
import { describe, expect, it } from 'vitest';
import {
  DELAY_FAMILIES,
  delayWeights,
  fitStream,
  lagSum,
  likelihoodRatioTest,
  profileInterval,
  simulateCounts,
  type DelayChoice,
  type StreamDesign,
} from '../../src/model/index.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { packDesign } from '../../src/model/packDesign.ts';

const starts: Record<string, number[]> = {
  geometric: [0.3],
  uniform: [],
  'log-normal': [1.2, 0.7],
  gamma: [2, 0.5],
  poisson: [3],
  step: [2, 1, 0.5],
};

const choose = (family: string): DelayChoice => ({ family, parameters: starts[family]!, from: 1, to: 14 });

function estimate(counts: Record<string, Float64Array>, delay: DelayChoice): StreamDesign {
  const triggers = counts['a']!;
  const steps = triggers.length;
  const everyStep = new Uint8Array(steps).fill(1);
  const x = lagSum(triggers, everyStep, delayWeights(delay));
  const own: DelayChoice = choose('geometric');
  return {
    counts: counts['b']!,
    recorded: everyStep.map((_, t) => (t < 14 || (t > 90 && t < 110) ? 0 : 1)),
    coverage: new Float64Array(steps).fill(1),
    endemic: [{ name: 'intercept', values: new Float64Array(steps).fill(1) }],
    answers: [
      { name: 'answers', x, delay: { start: delay, triggers, active: everyStep.slice().fill(0, 150, 160) } },
      {
        name: 'own',
        x: lagSum(counts['b']!, everyStep, delayWeights(own)),
        delay: { start: own, triggers: counts['b']! },
      },
    ],
    modifiers: [{ name: 'half', z: Float64Array.from({ length: steps }, (_, t) => (t < steps / 2 ? 0 : 1)) }],
    family: 'NB2',
  };
}

function make(truth: DelayChoice, steps: number, rho = 0.5, replicate = 0) {
  return simulateCounts(
    {
      steps,
      streams: ['a', 'b'].map((name) => ({ name, logRate: -1, psi: 0.3 })),
      rules: [
        { from: 'a', to: 'b', rho, delay: truth },
        { from: 'b', to: 'b', rho: 0.2, delay: choose('geometric') },
      ],
    },
    71,
    replicate,
  );
}

describe.each(DELAY_FAMILIES.map(({ name }) => name))('an estimated %s delay', (family) => {
  const design = estimate(make(choose(family), 300), choose(family));

  it('gradient and observed curvature equal differences', () => {
    const packed = packDesign(design);
    const width = packed.names.length + 1;
    const delays = packed.delays.flatMap(({ parameters }) => parameters.map(({ column }) => column));
    const theta = new Float64Array(width).fill(0.2);
    delays.forEach((column, index) => (theta[column] = 0.4 - 0.3 * index));
    const gradientAt = (point: Float64Array, curvature = new Float64Array(width * width)) => {
      const gradient = new Float64Array(width);
      evaluate(packed, point);
      differentiate(packed, point, false, gradient, curvature);
      return gradient;
    };
    const curvature = new Float64Array(width * width);
    const gradient = gradientAt(theta, curvature);
    expect(delays.length).toBe({ uniform: 1, geometric: 2, poisson: 2 }[family] ?? 3);
    for (let j = 0; j < width; j++) {
      const h = 1e-5;
      const above = theta.map((value, k) => (k === j ? value + h : value));
      const below = theta.map((value, k) => (k === j ? value - h : value));
      const slope = (evaluate(packed, above) - evaluate(packed, below)) / (2 * h);
      expect(Math.abs(gradient[j]! - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      const up = gradientAt(above);
      const down = gradientAt(below);
      for (let k = 0; k < width; k++) {
        const bend = -(up[k]! - down[k]!) / (2 * h);
        expect(Math.abs(curvature[j * width + k]! - bend)).toBeLessThan(1e-4 * (1 + Math.abs(bend)));
      }
    }
  });

  it('at its fitted values is the fit with the delay fixed there', () => {
    const fit = fitStream(design);
    if (fit.kind === 'failed') throw new Error(fit.detail);
    const fixed = fitStream({
      ...design,
      answers: design.answers.map(({ name, delay }) => {
        const choice = fit.delays[name]!;
        const all = lagSum(delay!.triggers, new Uint8Array(300).fill(1), delayWeights(choice));
        return { name, x: all.map((value, t) => (delay!.active?.[t] === 0 ? 0 : value)) };
      }),
    });
    if (fixed.kind === 'failed') throw new Error(fixed.detail);
    expect(fixed.logLikelihood).toBeCloseTo(fit.logLikelihood, 7);
    expect(Math.max(...fit.mean.map((mean, t) => Math.abs(mean - fixed.mean[t]!)))).toBeLessThan(1e-4);
    expect(fit.gradientNorm).toBeLessThan(1e-4);
  });
});

describe('estimated delays', () => {
  it('find what was put in, within their errors', () => {
    const truth: DelayChoice = { family: 'log-normal', parameters: [1.5, 0.5], from: 1, to: 14 };
    const design = estimate(make(truth, 6000), choose('log-normal'));
    const fit = fitStream({
      ...design,
      answers: design.answers.map(({ delay, ...rest }) => ({
        ...rest,
        delay: { start: delay!.start, triggers: delay!.triggers },
      })),
    });
    if (fit.kind === 'failed') throw new Error(fit.detail);
    const known: Record<string, number> = { answers: 0.5, 'answers m': 1.5, 'answers ln s': Math.log(0.5) };
    for (const [name, value] of Object.entries(known)) {
      expect(Math.abs(fit.parameters[name]! - value)).toBeLessThan(3.5 * fit.standardErrors[name]!);
    }
    const interval = profileInterval(design, fit, 'answers m', 0.9)!;
    expect(interval.lower).toBeLessThan(interval.estimate);
    expect(interval.upper).toBeGreaterThan(interval.estimate);
    expect(interval.upper - interval.lower).toBeLessThan(0.6);
  });

  it('have no error where a rule has no answers, and no chi-square test', () => {
    const none = make(choose('geometric'), 400, 0);
    const rare = none['a']!.map((_, t) => (t % 40 === 20 ? 1 : 0));
    const shy = none['b']!.map((count, t) => ((t + 20) % 40 < 15 ? 0 : count + 1));
    const unlike = { a: rare, b: shy };
    const design = estimate(unlike, choose('geometric'));
    const fit = fitStream(design);
    if (fit.kind === 'failed') throw new Error(fit.detail);
    expect(fit.parameters['answers']).toBe(0);
    expect(fit.standardErrors['answers logit p']).toBeNull();
    expect(() => likelihoodRatioTest(design, 'answers')).toThrow('no chi-square reference');
  });

  it('of a window of one step cannot be told, and the fit says so', () => {
    const one: DelayChoice = { family: 'geometric', parameters: [0.3], from: 1, to: 1 };
    const failed = fitStream(estimate(make(choose('geometric'), 400), one));
    if (failed.kind !== 'failed') throw new Error('fitted');
    expect(failed.reason).toBe('parameters cannot be told apart');
    expect(failed.detail).toContain('answers logit p');
  });
});
