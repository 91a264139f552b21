/** Made records with known truth, for the tests of the stream model. */
import {
  delayWeights,
  lagSum,
  maskIncompleteHistory,
  simulateCounts,
  trendColumns,
  type DelayChoice,
  type StreamDesign,
} from '../../src/model/index.ts';

export const delay: DelayChoice = { family: 'geometric', parameters: [0.3], from: 1, to: 14 };

export interface Truth {
  readonly steps: number;
  readonly rho: number;
  readonly gamma: number;
  readonly own: number;
  readonly psi: number;
}

export const usual: Truth = { steps: 730, rho: 0.3, gamma: -0.5, own: 0.15, psi: 0.5 };

/** 1 on the fifth of the record that a truce covers. */
export function truceWindow(steps: number): Float64Array {
  return new Float64Array(steps).fill(1, Math.floor(0.4 * steps), Math.floor(0.6 * steps));
}

/** Stream b answers a (`answers`), itself (`own`) and a truce (`truce`); penalised trend; first 14 days only condition. */
export function makeDesign(truth: Truth, seed: number, replicate = 0): StreamDesign {
  const { steps, rho, gamma, own, psi } = truth;
  const window = truceWindow(steps);
  const counts = simulateCounts(
    {
      steps,
      streams: [
        { name: 'a', logRate: -1, psi },
        { name: 'b', logRate: -1, psi },
      ],
      rules: [
        { from: 'a', to: 'b', rho, delay },
        { from: 'b', to: 'b', rho: own, delay },
      ],
      modifiers: [{ to: 'b', gamma, z: window }],
    },
    seed,
    replicate,
  );
  const everyDay = new Uint8Array(steps).fill(1);
  const weights = delayWeights(delay);
  return {
    counts: counts['b']!,
    recorded: maskIncompleteHistory(everyDay, 14),
    coverage: new Float64Array(steps).fill(1),
    endemic: trendColumns(everyDay),
    answers: [
      { name: 'answers', x: lagSum(counts['a']!, everyDay, weights) },
      { name: 'own', x: lagSum(counts['b']!, everyDay, weights) },
    ],
    modifiers: [{ name: 'truce', z: window }],
    family: 'NB2',
  };
}

export function withoutAnswer(design: StreamDesign, name: string): StreamDesign {
  return { ...design, answers: design.answers.filter((answer) => answer.name !== name) };
}
