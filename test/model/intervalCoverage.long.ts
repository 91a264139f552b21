/** How often profile intervals hold the truth, for every kind of term, over 1,000 made records each. */
import { afterAll, describe, expect, it } from 'vitest';
import {
  designStream,
  fitStream,
  profileInterval,
  simulateTheatre,
  type DelayChoice,
  type PanelFrame,
  type StreamModel,
  type StreamParameters,
} from '../../src/model/index.ts';
import { chiSquareQuantile } from '../../src/stats/index.ts';

const RECORDS = 1000;
const STEPS = 1000;
const LEVELS = [0.5, 0.8, 0.9, 0.95] as const;
const delay: DelayChoice = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };
const frame: PanelFrame = {
  first: 0,
  stepDays: 1,
  steps: STEPS,
  recorded: new Uint8Array(STEPS).fill(1).fill(0, 600, 630),
  streams: ['a', 'b'],
  coverage: [new Float64Array(STEPS).fill(1), new Float64Array(STEPS).fill(1).fill(0.5, 0, 400)],
};
const trigger: StreamParameters = { parameters: { intercept: -1 }, psi: 0.5 };

interface Kind {
  readonly part: Partial<StreamModel>;
  /** Parameters besides the intercept −1 and psi 0.5; intervals are made of those in `of`. */
  readonly truth: Readonly<Record<string, number>>;
  readonly of: readonly string[];
}

const days = (first: number, last: number) => ({ first, last });
const kinds: Record<string, Kind> = {
  answers: { part: { answers: [{ from: 'a', delay }] }, truth: { 'from a': 0.35 }, of: ['from a'] },
  'self-excitation': { part: { answers: [{ from: 'b', delay }] }, truth: { 'from b': 0.3 }, of: ['from b'] },
  'estimated delay': {
    part: { answers: [{ from: 'a', delay, estimate: true }] },
    truth: { 'from a': 0.6, 'from a logit p': -0.85 },
    of: ['from a', 'from a logit p'],
  },
  'dated change': {
    part: { modifiers: [{ of: 'dates', name: 'change', days: [days(500, 999)] }] },
    truth: { change: -0.4 },
    of: ['change'],
  },
  'steady change': {
    part: { modifiers: [{ of: 'steady', name: 'decline', days: days(200, 800) }] },
    truth: { decline: 0.5 },
    of: ['decline'],
  },
  'truce with anticipation': {
    part: { modifiers: [{ of: 'truce', name: 'truce', days: days(400, 580), expectedFrom: 340 }] },
    truth: { truce: -0.6, 'truce expected': 0.3 },
    of: ['truce', 'truce expected'],
  },
  deterrence: {
    part: { modifiers: [{ of: 'recent', name: 'deterrence', stream: 'a', steps: 14 }] },
    truth: { deterrence: -0.8 },
    of: ['deterrence'],
  },
  'co-movement': {
    part: { modifiers: [{ of: 'together', name: 'together', stream: 'a', steps: 14 }] },
    truth: { together: 0.9 },
    of: ['together'],
  },
  gate: {
    part: { modifiers: [{ of: 'gate', name: 'gate', gate: { of: 'a', steps: 7, atLeast: 3 } }] },
    truth: { gate: 0.5 },
    of: ['gate'],
  },
  'rest of theatre': {
    part: { rest: { streams: ['a'], steps: 14 } },
    truth: { 'rest of theatre': 0.8 },
    of: ['rest of theatre'],
  },
  'season and weekday': {
    part: { season: { periodDays: 365.25 }, weekday: true },
    truth: {
      'season sin 1': 0.4,
      'season cos 1': -0.2,
      ...{ Tuesday: 0, Wednesday: 0.1, Thursday: 0, Friday: -0.5, Saturday: 0.2, Sunday: 0 },
    },
    of: ['season sin 1', 'Friday'],
  },
};

const table: string[] = [];
const offsets: number[] = [];
afterAll(() => {
  const near = offsets.filter((offset) => Math.abs(offset) <= 2).length;
  process.stdout.write(`profile intervals of 50, 80, 90, 95 %: held of ${RECORDS}\n${table.join('\n')}\n`);
  process.stdout.write(`${near} of ${offsets.length} shares within two standard errors\n`);
});

describe.each(Object.entries(kinds))('%s', (kind, { part, truth, of }) => {
  it('intervals hold the truth as often as they say', () => {
    const model: StreamModel = { stream: 'b', ...part };
    const values: StreamParameters = { parameters: { intercept: -1, ...truth }, psi: 0.5 };
    const held = of.map(() => LEVELS.map(() => 0));
    let fitted = 0;
    for (let replicate = 0; replicate < RECORDS; replicate++) {
      const made = simulateTheatre([{ stream: 'a' }, model], { a: trigger, b: values }, frame, {
        seed: 83,
        replicate,
      });
      if (made.kind !== 'simulated') throw new Error('ran away');
      const design = designStream(model, made.panel);
      const fit = fitStream(design);
      if (fit.kind === 'failed') throw new Error(fit.detail);
      fitted++;
      of.forEach((name, p) => {
        // The truth is in the interval of every level whose χ² quantile its likelihood ratio does not pass.
        const there = fitStream(design, {
          start: fit,
          fixed: { [name]: truth[name]! },
          smoothing: fit.smoothing,
        });
        if (there.kind === 'failed') throw new Error(there.detail);
        const ratio = 2 * (fit.logLikelihood - there.logLikelihood);
        LEVELS.forEach((level, l) => (held[p]![l]! += Number(ratio <= chiSquareQuantile(level, 1))));
        if (replicate < 5) {
          const interval = profileInterval(design, fit, name, 0.8)!;
          const isInside = interval.lower <= truth[name]! && truth[name]! <= interval.upper;
          expect(isInside).toBe(ratio <= chiSquareQuantile(0.8, 1));
        }
      });
    }
    of.forEach((name, p) => {
      table.push(
        `${kind.padEnd(24)} ${name.padEnd(18)} ${held[p]!.map((n) => String(n).padStart(5)).join('')}`,
      );
      LEVELS.forEach((level, l) => {
        const offset = (held[p]![l]! / fitted - level) / Math.sqrt((level * (1 - level)) / fitted);
        offsets.push(offset);
        expect(Math.abs(offset), `${name} at ${level}: ${held[p]![l]} of ${fitted}`).toBeLessThan(3.3);
      });
    });
  });
});

it('nine of ten shares lie within two standard errors', () => {
  expect(offsets.length).toBeGreaterThan(40);
  expect(offsets.filter((offset) => Math.abs(offset) <= 2).length).toBeGreaterThan(0.88 * offsets.length);
});
