/** A made theatre with known parameters, straight as models: b answers a, both follow on themselves. */
import {
  simulateTheatre,
  type CountPanel,
  type PanelFrame,
  type StreamModel,
  type StreamParameters,
} from '../../src/model/index.ts';
import type { TheatreDraws, TheatreModel } from '../../src/forecast/index.ts';

const HISTORY = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };
const WINDOW = { family: 'geometric', parameters: [0.35], from: 1, to: 10 };

export const MADE: TheatreModel = {
  streams: [
    { stream: 'a', answers: [{ name: 'own history', from: 'a', delay: HISTORY }], modifiers: [] },
    {
      stream: 'b',
      answers: [
        { name: 'own history', from: 'b', delay: HISTORY },
        { name: 'Rule', from: 'a', delay: WINDOW },
      ],
      modifiers: [],
    },
  ],
  rules: [{ claim: 'Rule', stream: 'b', term: 'Rule', of: 'answer' }],
  leftOut: [],
};

export const TRUTH: Readonly<Record<string, StreamParameters>> = {
  a: { parameters: { intercept: -0.5, 'own history': 0.2 }, psi: 0.4 },
  b: { parameters: { intercept: -1, 'own history': 0.1, Rule: 0.5 }, psi: 0.3 },
};

export function frameOf(steps: number, streams: readonly string[] = ['a', 'b']): PanelFrame {
  return {
    first: 18_000,
    stepDays: 1,
    steps,
    recorded: new Uint8Array(steps).fill(1),
    streams,
    coverage: streams.map(() => new Float64Array(steps).fill(1)),
  };
}

export function drawPanel(steps: number, seed: number): CountPanel {
  const made = simulateTheatre(MADE.streams, TRUTH, frameOf(steps), { seed });
  if (made.kind === 'ran away') throw new Error('the made theatre ran away');
  return made.panel;
}

/** Draws that hold one set of parameters: what is known is the truth. */
export function drawsOf(
  streams: readonly StreamModel[],
  truth: Readonly<Record<string, StreamParameters>>,
  fittedSteps: number,
): TheatreDraws {
  return {
    kind: 'draws',
    model: { streams, rules: MADE.rules, leftOut: [] },
    asked: streams,
    fittedSteps,
    streams: streams.map(({ stream }) => {
      const { parameters, psi } = truth[stream]!;
      const names = [...Object.keys(parameters), 'psi'];
      const draws = [...Object.values(parameters), psi].map((value) => Float64Array.of(value));
      return { stream, names, draws, trusted: true, simplified: null };
    }),
    radius: { median: 0, interval90: [0, 0] },
    unstableShare: 0,
  };
}
