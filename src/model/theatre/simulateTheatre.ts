import { randomStream } from '../../stats/index.ts';
import type { CountPanel } from '../countPanel.ts';
import { stepStream } from './stepStream.ts';
import type { PanelFrame, StreamModel, StreamParameters } from './streamModel.ts';

export interface SimulationOptions {
  readonly seed: number;
  /** Which of several paths of one seed; default 0. */
  readonly replicate?: number;
  /** Steps before the first, so that answers are under way; they keep the first step's rate. Default 60. */
  readonly burnIn?: number;
}

export type SimulatedTheatre =
  | {
      readonly kind: 'simulated';
      readonly panel: CountPanel;
      /** mean[k][t]: what was expected of stream k on step t, given the steps before. */
      readonly mean: readonly Float64Array[];
    }
  /** The expected count passed a million on a step: see `theatreRadius`. */
  | { readonly kind: 'ran away'; readonly stream: string; readonly step: number };

const RUN_AWAY = 1e6;

/**
 * Counts of a whole theatre, step by step, from models and parameters: declared numbers or fits. Everything that a
 * stream model can hold acts: rules with windows and gates, delays, truces, changes, coverage. Steps that the frame
 * does not record happen too, and are masked in the panel; their counts are there for comparison. Every stream of the
 * frame needs a model. The same seed and replicate give the same counts.
 */
export function simulateTheatre(
  models: readonly StreamModel[],
  parameters: Readonly<Record<string, StreamParameters>>,
  frame: PanelFrame,
  options: SimulationOptions,
): SimulatedTheatre {
  const burnIn = options.burnIn ?? 60;
  const random = randomStream(options.seed, 'simulate theatre', options.replicate ?? 0);
  const steps = burnIn + frame.steps;
  const counts = frame.streams.map(() => new Float64Array(steps));
  const sums = frame.streams.map(() => new Float64Array(steps + 1));
  const mean = frame.streams.map(() => new Float64Array(frame.steps));
  const streams = frame.streams.map((stream) => {
    const model = models.find((one) => one.stream === stream);
    const values = parameters[stream];
    if (!model || !values) throw new Error(`stream "${stream}" has no ${model ? 'parameters' : 'model'}`);
    return { stream, psi: values.psi, meanOf: stepStream(model, frame, values) };
  });
  const history = { burnIn, counts, sums };
  for (let t = 0; t < steps; t++) {
    const step = t - burnIn;
    for (let k = 0; k < streams.length; k++) {
      const { stream, psi, meanOf } = streams[k]!;
      const expected = meanOf(step, history);
      if (!(expected < RUN_AWAY)) return { kind: 'ran away', stream, step };
      if (step >= 0) mean[k]![step] = expected;
      counts[k]![t] = random.negativeBinomial(expected, psi);
    }
    counts.forEach((own, k) => (sums[k]![t + 1] = sums[k]![t]! + own[t]!));
  }
  const { first, stepDays, recorded, coverage } = frame;
  const kept = counts.map((own) => own.slice(burnIn));
  const panel: CountPanel = {
    first,
    stepDays,
    steps: frame.steps,
    streams: frame.streams,
    counts: kept,
    recorded,
    coverage,
  };
  return { kind: 'simulated', panel, mean };
}
