import { delayWeights, findDelayFamily, fromWorkingScale, type DelayChoice } from '../delays/index.ts';
import { endemicColumns } from './endemicColumns.ts';
import { passesGate } from './gateOpen.ts';
import { modifierColumns } from './modifierColumns.ts';
import { onDays } from './onDays.ts';
import type { AnswerTerm, ModifierTerm, PanelFrame, StreamModel, StreamParameters } from './streamModel.ts';

/** What came before the step that is being drawn; steps of the burn-in have negative numbers. */
export interface History {
  /** Events of a stream on a step. */
  count(stream: string, step: number): number;
  /** Events of a stream over the steps before, and how many steps that were. */
  recent(stream: string, step: number, steps: number): { readonly events: number; readonly steps: number };
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
    .map((term) => ({ gamma: valueOf(term.name), z: movingModifier(term) }));
  const answers = (model.answers ?? []).map((term) => stepAnswer(term, frame, valueOf));
  const elsewhere = rest ? { beta: valueOf('rest of theatre'), rest } : null;
  const coverage = frame.coverage[frame.streams.indexOf(model.stream)];
  if (!coverage) throw new Error(`the frame has no stream "${model.stream}"`);
  return (step, history) => {
    const at = Math.max(0, step);
    let logRate = level[at]!;
    if (elsewhere) {
      const { streams, steps } = elsewhere.rest;
      const seen = streams.map((stream) => perStep(history.recent(stream, step, steps)));
      logRate += elsewhere.beta * Math.log1p(seen.reduce((sum, value) => sum + value, 0));
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

function perStep({ events, steps }: { readonly events: number; readonly steps: number }): number {
  return steps > 0 ? events / steps : 0;
}

function movingModifier(term: ModifierTerm): SteppedMean {
  switch (term.of) {
    case 'recent':
      return (step, history) => perStep(history.recent(term.stream, step, term.steps));
    case 'together':
      return (step, history) => Math.log1p(perStep(history.recent(term.stream, step, term.steps)));
    case 'gate': {
      const { gate } = term;
      return (step, history) => Number(passesGate(gate, history.recent(gate.of, step, gate.steps).events));
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
  const { gate } = term;
  const isOpen = (step: number, history: History) =>
    !gate || passesGate(gate, history.recent(gate.of, step, gate.steps).events);
  return (step, history) => {
    if (!active[Math.max(0, step)]) return 0;
    let sum = 0;
    for (let d = 0; d < weights.length; d++) {
      const trigger = step - from - d;
      const events = history.count(term.from, trigger);
      if (events > 0 && counted[Math.max(0, trigger)] && isOpen(trigger, history))
        sum += weights[d]! * events;
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
