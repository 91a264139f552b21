/** One battery for all terms of a stream model, by themselves and together; whole theatres and their identities. */
import { describe, expect, it } from 'vitest';
import {
  delayWeights,
  designStream,
  fitStream,
  simulateTheatre,
  theatreRadius,
  type CountPanel,
  type DelayChoice,
  type ModifierTerm,
  type PanelFrame,
  type StreamModel,
  type StreamParameters,
} from '../../src/model/index.ts';
import { differentiate, evaluate } from '../../src/model/likelihood.ts';
import { meansAt } from '../../src/model/meansAt.ts';
import { packDesign } from '../../src/model/packDesign.ts';
import { parameterNames } from '../../src/model/parameterNames.ts';

const STEPS = 500;
const FIRST = 19_000;
const day = (step: number) => FIRST + step;
const delay: DelayChoice = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };

const recorded = new Uint8Array(STEPS).fill(1).fill(0, 220, 240);
const frame: PanelFrame = {
  first: FIRST,
  stepDays: 1,
  steps: STEPS,
  recorded,
  streams: ['a', 'b', 'c'],
  coverage: [
    new Float64Array(STEPS).fill(1),
    new Float64Array(STEPS).fill(1).fill(0.6, 300),
    new Float64Array(STEPS).fill(1),
  ],
};

const modifiers: Record<string, ModifierTerm> = {
  deterrence: { of: 'recent', name: 'deterrence', stream: 'c', steps: 10 },
  'co-movement': { of: 'together', name: 'co-movement', stream: 'c', steps: 7 },
  'dated change': { of: 'dates', name: 'change', days: [{ first: day(250), last: day(9999) }] },
  'steady change': { of: 'steady', name: 'decline', days: { first: day(100), last: day(300) } },
  truce: { of: 'truce', name: 'truce', days: { first: day(150), last: day(200) }, expectedFrom: day(130) },
  gate: { of: 'gate', name: 'gate', gate: { of: 'c', steps: 5, atLeast: 2 } },
};

const terms: Record<string, Partial<StreamModel>> = {
  'nothing but a level': {},
  line: { trend: 'line' },
  'penalised trend': { trend: { knotSteps: 90 } },
  season: { season: { periodDays: 365.25, harmonics: 2 } },
  weekday: { weekday: true },
  'rest of theatre': { rest: { streams: ['a', 'c'], steps: 7 } },
  answers: { answers: [{ from: 'a', delay }] },
  'self-excitation': { answers: [{ from: 'b', delay }] },
  'answers in a window': { answers: [{ from: 'a', delay, holdsOn: [{ first: day(100), last: day(350) }] }] },
  'triggers in a window': {
    answers: [{ from: 'a', delay, triggersOn: [{ first: day(0), last: day(290) }] }],
  },
  'answers behind a gate': { answers: [{ from: 'a', delay, gate: { of: 'c', steps: 6, fewerThan: 3 } }] },
  'an estimated delay': { answers: [{ from: 'a', delay, estimate: true }] },
  ...Object.fromEntries(Object.entries(modifiers).map(([name, term]) => [name, { modifiers: [term] }])),
  everything: {
    trend: { knotSteps: 90 },
    season: { periodDays: 365.25 },
    weekday: true,
    rest: { streams: ['a', 'c'], steps: 7 },
    answers: [
      { from: 'a', delay, estimate: true, gate: { of: 'c', steps: 6, fewerThan: 4 } },
      { from: 'b', delay: { family: 'gamma', parameters: [2, 0.5], from: 1, to: 10 } },
    ],
    modifiers: Object.values(modifiers),
  },
};

const others: StreamModel[] = [{ stream: 'a' }, { stream: 'c', answers: [{ from: 'a', delay }] }];
const otherValues: Record<string, StreamParameters> = {
  a: { parameters: { intercept: -0.9 }, psi: 0.4 },
  c: { parameters: { intercept: -1.1, 'from a': 0.2 }, psi: 0.2 },
};

/** A value for every parameter: small answers, slopes of either sign. */
function valuesOf(model: StreamModel, panel: CountPanel): StreamParameters {
  const design = designStream(model, panel);
  const answers = new Set(design.answers.map(({ name }) => name));
  const value = (name: string, j: number) => {
    if (name === 'intercept') return -0.8;
    return answers.has(name) ? 0.25 : [-0.3, 0.2][j % 2]!;
  };
  const names = parameterNames(design);
  return { parameters: Object.fromEntries(names.map((name, j) => [name, value(name, j)])), psi: 0.4 };
}

const empty: CountPanel = { ...frame, counts: frame.streams.map(() => new Float64Array(STEPS)) };

function simulate(model: StreamModel, values = valuesOf(model, empty)) {
  const made = simulateTheatre([...others, model], { ...otherValues, b: values }, frame, { seed: 3 });
  if (made.kind !== 'simulated') throw new Error('ran away');
  return { ...made, values };
}

describe.each(Object.entries(terms))('%s', (_, part) => {
  const model: StreamModel = { stream: 'b', ...part };
  const { panel, mean, values } = simulate(model);
  const design = designStream(model, panel);
  const packed = packDesign(design);
  const theta = Float64Array.from([...packed.names.map((name) => values.parameters[name]!), Math.log(0.4)]);

  it('the mean of the design is the mean the record was made with', () => {
    const { mu } = meansAt(packed, theta);
    expect(packed.at.length).toBeGreaterThan(400);
    packed.at.forEach((t, i) => expect(mu[i]! / mean[1]![t]!).toBeCloseTo(1, 10));
  });

  it('gradient and curvature equal differences', () => {
    const width = theta.length;
    const gradientAt = (point: Float64Array, curvature = new Float64Array(width * width)) => {
      const gradient = new Float64Array(width);
      evaluate(packed, point);
      differentiate(packed, point, false, gradient, curvature);
      return gradient;
    };
    const curvature = new Float64Array(width * width);
    const gradient = gradientAt(theta, curvature);
    for (let j = 0; j < width; j++) {
      const h = 1e-5;
      const above = theta.map((value, k) => (k === j ? value + h : value));
      const below = theta.map((value, k) => (k === j ? value - h : value));
      const slope = (evaluate(packed, above) - evaluate(packed, below)) / (2 * h);
      const scale = 1 + Math.abs(curvature[j * width + j]!);
      expect(Math.abs(gradient[j]! - slope), packed.names[j] ?? 'ln psi').toBeLessThan(1e-6 * scale);
      const up = gradientAt(above);
      const down = gradientAt(below);
      for (let k = 0; k < width; k++) {
        const bend = -(up[k]! - down[k]!) / (2 * h);
        expect(Math.abs(curvature[j * width + k]! - bend)).toBeLessThan(1e-4 * scale);
      }
    }
  });

  it('is fitted, or fails with advice', () => {
    const fit = fitStream(design);
    if (fit.kind === 'failed') throw new Error(`${fit.detail} ${fit.advice}`);
    expect(fit.gradientNorm).toBeLessThan(1e-4);
  });
});

describe('a theatre', () => {
  const model: StreamModel = {
    stream: 'b',
    trend: 'line',
    answers: [
      { from: 'a', delay },
      { from: 'b', delay },
    ],
  };
  const { panel, values } = simulate(model);

  const likelihood = (one: StreamModel, on: CountPanel, given: Readonly<Record<string, number>>) => {
    const packed = packDesign(designStream(one, on));
    return evaluate(packed, Float64Array.from([...packed.names.map((name) => given[name]!), Math.log(0.4)]));
  };
  const whole = likelihood(model, panel, values.parameters);

  it('without rules has no branching; with them the radius of its matrix', () => {
    expect(theatreRadius([{ stream: 'a' }, { stream: 'b' }], otherValues)).toBe(0);
    const mutual: StreamModel[] = [
      { stream: 'a', answers: [{ from: 'b', delay }] },
      { stream: 'b', answers: [{ from: 'a', delay }] },
    ];
    const strength = (rho: number) => ({ parameters: { 'from a': rho, 'from b': rho }, psi: 1 });
    expect(theatreRadius(mutual, { a: strength(0.6), b: strength(0.6) })).toBeCloseTo(0.6, 12);
  });

  it('in another order or under other names is the same', () => {
    const turned: CountPanel = {
      ...panel,
      streams: ['c', 'B!', 'a'],
      counts: [2, 1, 0].map((k) => panel.counts[k]!),
      coverage: [2, 1, 0].map((k) => panel.coverage[k]!),
    };
    const renamed: StreamModel = {
      stream: 'B!',
      trend: 'line',
      answers: [
        { name: 'from b', from: 'B!', delay },
        { from: 'a', delay },
      ],
    };
    expect(Math.abs(likelihood(renamed, turned, values.parameters) - whole)).toBeLessThan(1e-10);
  });

  it('spelt in another way is the same', () => {
    const { answers = [] } = model;
    const split: StreamModel = {
      ...model,
      answers: [
        { ...answers[0]!, name: 'early', holdsOn: [{ first: day(0), last: day(249) }] },
        { ...answers[0]!, name: 'late', holdsOn: [{ first: day(250), last: day(STEPS) }] },
        answers[1]!,
      ],
    };
    const rho = values.parameters['from a']!;
    const both = { ...values.parameters, early: rho, late: rho };
    expect(Math.abs(likelihood(split, panel, both) - whole)).toBeLessThan(1e-10);
    const steps: DelayChoice = { family: 'step', parameters: [...delayWeights(delay)], from: 1, to: 14 };
    const spelt = { ...model, answers: answers.map((term) => ({ ...term, delay: steps })) };
    expect(Math.abs(likelihood(spelt, panel, values.parameters) - whole)).toBeLessThan(1e-10);
    const dates: StreamModel = {
      ...model,
      modifiers: [{ of: 'dates', name: 'truce', days: [{ first: day(150), last: day(200) }] }],
    };
    const truce: StreamModel = {
      ...model,
      modifiers: [{ of: 'truce', name: 'truce', days: { first: day(150), last: day(200) } }],
    };
    const lowered = { ...values.parameters, truce: -0.4 };
    expect(likelihood(dates, panel, lowered)).toBe(likelihood(truce, panel, lowered));
  });

  it('with a gate that is always open, or a rule of rho 0, is the same', () => {
    const gated = {
      ...model,
      answers: model.answers!.map((term) => ({ ...term, gate: { of: 'c', steps: 1, atLeast: 0 } })),
    };
    // The gate's history masks one step more: both are held against the same days.
    const days = [{ first: day(20), last: day(219) }];
    expect(likelihood({ ...gated, days }, panel, values.parameters)).toBe(
      likelihood({ ...model, days }, panel, values.parameters),
    );
    const idle = { ...model, answers: [...model.answers!, { from: 'c', delay }] };
    expect(Math.abs(likelihood(idle, panel, { ...values.parameters, 'from c': 0 }) - whole)).toBeLessThan(
      1e-10,
    );
  });

  it('is made again to the same bits, and another path by another replicate', () => {
    expect(simulate(model).panel).toEqual(panel);
    const models = [...others, model];
    const again = simulateTheatre(models, { ...otherValues, b: values }, frame, { seed: 3, replicate: 1 });
    expect(again).not.toEqual(simulate(model));
  });

  it('that runs away says where', () => {
    const wild = { ...values, parameters: { ...values.parameters, 'from b': 1.5 } };
    const made = simulateTheatre([...others, model], { ...otherValues, b: wild }, frame, { seed: 3 });
    expect(made).toMatchObject({ kind: 'ran away', stream: 'b' });
  });

  it('refuses streams, names and values that are not there', () => {
    expect(() => designStream({ stream: 'x' }, panel)).toThrow('"x"');
    expect(() =>
      designStream({ ...model, answers: [model.answers![0]!, model.answers![0]!] }, panel),
    ).toThrow('from a');
    expect(() => simulateTheatre([...others, model], otherValues, frame, { seed: 1 })).toThrow('"b"');
    expect(() => designStream({ ...model, weekday: true }, { ...panel, stepDays: 7 })).toThrow('week');
  });

  it('can be simulated from its fits', () => {
    const models = [...others, model];
    const fits = Object.fromEntries(
      models.map((one) => {
        const fit = fitStream(designStream(one, panel));
        if (fit.kind === 'failed') throw new Error(fit.detail);
        return [one.stream, fit];
      }),
    );
    const made = simulateTheatre(models, fits, frame, { seed: 8 });
    if (made.kind !== 'simulated') throw new Error('ran away');
    const total = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0);
    made.panel.counts.forEach((counts, k) => {
      expect(Math.abs(Math.log(total(counts) / total(panel.counts[k]!)))).toBeLessThan(0.5);
    });
  });
});
