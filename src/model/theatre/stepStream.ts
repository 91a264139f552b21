import { delayWeights, findDelayFamily, fromWorkingScale, type DelayChoice } from '../delays/index.ts';
import { endemicColumns } from './endemicColumns.ts';
import { passesGate } from './passesGate.ts';
import { modifierColumns } from './modifierColumns.ts';
import { onDays } from './onDays.ts';
import type { AnswerTerm, ModifierTerm, PanelFrame, StreamModel, StreamParameters } from './streamModel.ts';

/** What came before the step that is being drawn. Steps of the burn-in have negative numbers. */
export interface History {
  /** Steps before step 0. */
  readonly burnIn: number;
  /** counts[k][step + burnIn]: events of stream k. */
  readonly counts: readonly Float64Array[];
  /** sums[k][step + burnIn]: events of stream k on all steps before. */
  readonly sums: readonly Float64Array[];
}

/** Expected count of a stream on a step, given what came before: the mean of its design, one step at a time. */
export type SteppedMean = (step: number, history: History) => number;

/** The mean of a stream's model at its parameters, as a function of history. Throws where a parameter has no value. */
export function stepStream(model: StreamModel, frame: PanelFrame, values: StreamParameters): SteppedMean {
  const valueOf = (name: string) => {
    const value = values.parameters[name];
    if (value === undefined) throw new Error(`${model.stream}: no value for "${name}"`);
    return value;
  };
  const never = () => new Float64Array(frame.steps);
  const { rest, ...plain } = model;
  const level = addUp(
    frame.steps,
    endemicColumns(plain, frame, never).map(({ name, values: column }) => ({
      factor: valueOf(name),
      column,
    })),
  );
  const modifiers = model.modifiers ?? [];
  const isDated = ({ of }: ModifierTerm) => of === 'dates' || of === 'steady' || of === 'truce';
  const exponent = addUp(
    frame.steps,
    modifiers
      .filter(isDated)
      .flatMap((term) =>
        modifierColumns(term, frame, never).map(({ name, z }) => ({ factor: valueOf(name), column: z })),
      ),
  );
  const moving = modifiers
    .filter((term) => !isDated(term))
    .map((term) => ({ gamma: valueOf(term.name), z: movingModifier(term, frame) }));
  const answers = (model.answers ?? []).map((term) => stepAnswer(term, frame, valueOf));
  const elsewhere = rest
    ? {
        beta: valueOf('rest of theatre'),
        steps: rest.steps,
        streams: rest.streams.map((one) => placeOf(frame, one)),
      }
    : null;
  const coverage = frame.coverage[frame.streams.indexOf(model.stream)];
  if (!coverage) throw new Error(`the frame has no stream "${model.stream}"`);
  return (step, history) => {
    const at = Math.max(0, step);
    let logRate = level[at]!;
    if (elsewhere) {
      let seen = 0;
      for (const k of elsewhere.streams) seen += recentRate(history, k, step, elsewhere.steps);
      logRate += elsewhere.beta * Math.log1p(seen);
    }
    let mean = Math.exp(logRate);
    for (const answer of answers) mean += answer(step, history);
    let factor = exponent[at]!;
    for (const { gamma, z } of moving) factor += gamma * z(step, history);
    return coverage[at]! * Math.exp(factor) * mean;
  };
}

function addUp(
  steps: number,
  parts: readonly { readonly factor: number; readonly column: Float64Array }[],
): Float64Array {
  const sum = new Float64Array(steps);
  for (const { factor, column } of parts) for (let t = 0; t < steps; t++) sum[t]! += factor * column[t]!;
  return sum;
}

function placeOf(frame: PanelFrame, stream: string): number {
  const k = frame.streams.indexOf(stream);
  if (k < 0) throw new Error(`the theatre has no stream "${stream}"`);
  return k;
}

/** Events of stream k over the last steps. */
function recentEvents({ burnIn, sums }: History, k: number, step: number, steps: number): number {
  const before = step + burnIn;
  return before <= 0 ? 0 : sums[k]![before]! - sums[k]![Math.max(0, before - steps)]!;
}

/** The same per step; 0 where nothing came before. */
function recentRate(history: History, k: number, step: number, steps: number): number {
  const seen = Math.min(step + history.burnIn, steps);
  return seen > 0 ? recentEvents(history, k, step, steps) / seen : 0;
}

function movingModifier(term: ModifierTerm, frame: PanelFrame): SteppedMean {
  switch (term.of) {
    case 'recent': {
      const k = placeOf(frame, term.stream);
      return (step, history) => recentRate(history, k, step, term.steps);
    }
    case 'together': {
      const k = placeOf(frame, term.stream);
      return (step, history) => Math.log1p(recentRate(history, k, step, term.steps));
    }
    case 'gate': {
      const { gate } = term;
      const k = placeOf(frame, gate.of);
      return (step, history) => Number(passesGate(gate, recentEvents(history, k, step, gate.steps)));
    }
    default:
      throw new Error(`${term.name} does not move with history`);
  }
}

function stepAnswer(
  term: AnswerTerm,
  frame: PanelFrame,
  valueOf: (name: string) => number,
): (step: number, history: History) => number {
  const name = term.name ?? `from ${term.from}`;
  const rho = valueOf(name);
  const { from } = term.delay;
  const weights = delayWeights(term.estimate ? estimatedDelay(term.delay, name, valueOf) : term.delay);
  const counted = onDays(frame, term.triggersOn);
  const active = onDays(frame, term.holdsOn);
  const source = placeOf(frame, term.from);
  const { gate } = term;
  const keeper = gate ? placeOf(frame, gate.of) : 0;
  const isOpen = (step: number, history: History) =>
    !gate || passesGate(gate, recentEvents(history, keeper, step, gate.steps));
  return (step, history) => {
    if (!active[Math.max(0, step)]) return 0;
    const events = history.counts[source]!;
    const last = Math.min(weights.length, step + history.burnIn - from + 1);
    let sum = 0;
    for (let d = 0; d < last; d++) {
      const trigger = step - from - d;
      const amount = events[trigger + history.burnIn]!;
      if (amount > 0 && counted[Math.max(0, trigger)] && isOpen(trigger, history))
        sum += weights[d]! * amount;
    }
    return rho * sum;
  };
}

function estimatedDelay(start: DelayChoice, rule: string, valueOf: (name: string) => number): DelayChoice {
  const scales = findDelayFamily(start.family).estimate(start.parameters.length);
  const parameters = start.parameters.map((value, place) => {
    const scale = scales[place];
    return scale ? fromWorkingScale(scale, valueOf(`${rule} ${scale.name}`)) : value;
  });
  return { ...start, parameters };
}
