import type { PairSeries, StepWindow } from './pairSeries.ts';

export interface ShareAnswered {
  /** Trigger events whose whole window is recorded and evaluated. */
  readonly triggers: number;
  /** Those followed by at least one response inside the window. */
  readonly answered: number;
  /** How many would be answered if the same triggers fell on dates drawn at random from the claim's days. */
  readonly byChance: number;
  /** Trigger events left out because part of their window is not recorded or lies beyond the end. */
  readonly incomplete: number;
  /** Days (steps) on which both sides acted; days have no order inside, so these are no answers. */
  readonly sameDay: number;
}

/**
 * The share of triggers followed by a response beside the share that random dates give. A high share means nothing
 * by itself: where responses are frequent, nearly every window holds one.
 */
export function countShareAnswered(series: PairSeries, window: StepWindow): ShareAnswered {
  const { trigger, response, claimed, evaluated } = series;
  let triggers = 0;
  let answered = 0;
  let incomplete = 0;
  let sameDay = 0;
  let eligibleSteps = 0;
  let eligibleAnswered = 0;
  for (let step = 0; step < trigger.length; step++) {
    if (!claimed[step]) continue;
    const events = trigger[step] ?? 0;
    if (events > 0 && (response[step] ?? 0) > 0) sameDay++;
    const holds = windowHoldsResponse(response, evaluated, step, window);
    if (holds === null) {
      incomplete += events;
      continue;
    }
    eligibleSteps++;
    if (holds) eligibleAnswered++;
    triggers += events;
    if (holds) answered += events;
  }
  const byChance = eligibleSteps === 0 ? 0 : (triggers * eligibleAnswered) / eligibleSteps;
  return { triggers, answered, byChance, incomplete, sameDay };
}

/** Whether a response falls in the window behind `step`; null when part of the window is not evaluated. */
function windowHoldsResponse(
  response: Float64Array,
  evaluated: Uint8Array,
  step: number,
  { from, to }: StepWindow,
): boolean | null {
  if (step + to >= response.length) return null;
  let holds = false;
  for (let lag = from; lag <= to; lag++) {
    if (!evaluated[step + lag]) return null;
    if ((response[step + lag] ?? 0) > 0) holds = true;
  }
  return holds;
}
