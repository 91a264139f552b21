import type { Plan } from '../model/index.ts';
import type { Attribution, EventSelection, NameFilter } from '../record/index.ts';

/** A choice that a reader of the record could make otherwise, as a change of the plan's selections. */
export interface PlanReading {
  readonly name: string;
  readonly plan: Plan;
}

/**
 * The defensible ways of reading who did what: without events whose doer nobody states; only events whose doer is
 * stated or claimed; counting events in which the record names nobody; of several doers any of whom may have been the
 * one, only the first named, or only where nobody else is named. Each changes what the streams take.
 */
export function attributionReadings(plan: Plan): PlanReading[] {
  const stated: Attribution[] = ['stated', 'claimed', 'unknown'];
  return [
    reading(plan, 'without events whose doer nobody states', (selection) => [
      { ...selection, attributions: [...stated, 'attributed'] },
    ]),
    reading(plan, 'only events whose doer is stated or claimed', (selection) => [
      { ...selection, attributions: stated },
    ]),
    reading(plan, 'events without a named doer counted too', (selection) => [
      onDoers(selection, (doers) => ({ ...doers, orNobody: doers.anyOf !== null })),
    ]),
    reading(plan, 'of several possible doers only the first named', (selection) => among(selection, 'first')),
    reading(plan, 'only where no other doer is possible', (selection) => among(selection, 'alone')),
  ];
}

/**
 * The columns of the record taken as meant, also where it does not say who acted. `held` are the streams that have events
 * then: where the columns always name the two sides in the other order, they say nothing, and the stream stays as it is.
 */
export function readColumnsAsMeant(plan: Plan, held: ReadonlySet<string> | null): PlanReading {
  const own = reading(plan, 'columns taken as meant', (selection) =>
    selection.mirrored === true ? [] : [selection],
  );
  const streams = own.plan.streams.map((stream, index) =>
    held === null || held.has(stream.id) ? stream : (plan.streams[index] ?? stream),
  );
  return { ...own, plan: { ...plan, streams } };
}

/** Where a row does not tell who acted, all it names took part: there nobody is one of several possible doers. */
function among(selection: EventSelection, which: 'first' | 'alone'): EventSelection[] {
  const told = onDoers({ ...selection, direction: 'told' }, (doers) => ({ ...doers, among: which }));
  const untold: EventSelection = { ...selection, direction: 'untold' };
  if (selection.direction !== undefined) return [selection.direction === 'told' ? told : selection];
  return [told, untold];
}

/** The doers of the pattern stand under `targets` where the two sides are read the other way round. */
function onDoers(selection: EventSelection, change: (doers: NameFilter) => NameFilter): EventSelection {
  return selection.mirrored === true
    ? { ...selection, targets: selection.targets && change(selection.targets) }
    : { ...selection, initiators: change(selection.initiators) };
}

function reading(
  plan: Plan,
  name: string,
  change: (selection: EventSelection) => readonly EventSelection[],
): PlanReading {
  const streams = plan.streams.map((stream) => ({
    ...stream,
    selection: { ...stream.selection, anyOf: stream.selection.anyOf.flatMap(change) },
  }));
  return { name, plan: { ...plan, streams } };
}
