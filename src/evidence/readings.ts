import type { Plan } from '../model/index.ts';
import type { Attribution, EventSelection } from '../record/index.ts';

/** A choice that a reader of the record could make otherwise, as a change of the plan's selections. */
export interface PlanReading {
  readonly name: string;
  readonly plan: Plan;
}

/**
 * The defensible ways of reading who did what: without events whose doer nobody states; only events whose doer is
 * stated or claimed; counting events in which the record names nobody. Each changes what the streams take.
 */
export function attributionReadings(plan: Plan): PlanReading[] {
  const stated: Attribution[] = ['stated', 'claimed', 'unknown'];
  return [
    reading(plan, 'without events whose doer nobody states', (selection) => ({
      ...selection,
      attributions: [...stated, 'attributed'],
    })),
    reading(plan, 'only events whose doer is stated or claimed', (selection) => ({
      ...selection,
      attributions: stated,
    })),
    reading(plan, 'events without a named doer counted too', (selection) => ({
      ...selection,
      initiators: { ...selection.initiators, orNobody: selection.initiators.anyOf !== null },
    })),
  ];
}

function reading(
  plan: Plan,
  name: string,
  change: (selection: EventSelection) => EventSelection,
): PlanReading {
  const streams = plan.streams.map((stream) => ({
    ...stream,
    selection: { ...stream.selection, anyOf: stream.selection.anyOf.map(change) },
  }));
  return { name, plan: { ...plan, streams } };
}
