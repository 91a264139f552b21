import type { Theatre } from '../../language/index.ts';
import { planAmount, type CountPanel, type Plan, type PlannedStream } from '../../model/index.ts';
import { foldName, type CountsTable, type EventStore, type Vocabulary } from '../../record/index.ts';
import { countPlan } from '../countPlan.ts';
import { countsOf } from '../pairSeries.ts';
import { forceBetween } from './amountsOfForce.ts';
import type { MatrixPicture } from './shownPictures.ts';

/** The picture stays readable, and the record is asked a hundred questions at most. */
const MOST_ACTORS = 10;
const DAYS = 14;
const FEWEST_ACTS = 10;

/**
 * For every ordered pair of declared actors: how many acts of force the other side did within 14 days after an act on it,
 * as a mean over acts, beside the same before. Busy sides have much of both, so it describes and tests nothing. Null where
 * no two declared actors act on each other in this record. A pair of which some events count for both sides, since nothing
 * tells who acted, has no number, as a verdict on it would be `direction unknown`.
 */
export async function whoAnswersWhom(
  theatre: Theatre,
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<MatrixPicture | null> {
  const named = rankActors(theatre, await store.vocabulary());
  const actors = named.slice(0, MOST_ACTORS);
  const pairs = actors.flatMap((actor) =>
    actors.filter((other) => other !== actor).map((other) => ({ actor, other })),
  );
  if (pairs.length === 0) return null;
  const streams = pairs.map(({ actor, other }): PlannedStream => {
    const stream = planAmount(theatre, forceBetween(theatre, actor, other));
    const id = `${actor} on ${other}`;
    return { ...stream, id, selection: { ...stream.selection, id } };
  });
  const panel = await countPlan({ ...plan, streams, claims: [] }, store, tables);
  const untold = await countUntold(streams, store);
  const cells = pairs.flatMap(({ actor, other }) => {
    const acts = countsOf(panel, `${actor} on ${other}`);
    const total = sumRecorded(acts, panel);
    if (total === 0) return [];
    const answers = countsOf(panel, `${other} on ${actor}`);
    const undirected = untold.get(`${actor} on ${other}`) ?? 0;
    const means = total < FEWEST_ACTS || undirected > 0 ? null : meansAround(acts, answers, panel);
    const told = undirected > 0 ? { undirected } : {};
    return [
      { actor, other, acts: total, after: means?.after ?? null, before: means?.before ?? null, ...told },
    ];
  });
  const shown = actors.filter((name) => cells.some(({ actor, other }) => actor === name || other === name));
  if (shown.length < 2) return null;
  return {
    actors: theatre.actors.map(({ name }) => name).filter((name) => shown.includes(name)),
    days: DAYS,
    fewest: FEWEST_ACTS,
    leftOut: named.length - actors.length,
    cells,
  };
}

/** Events of each stream whose direction nothing tells: they are events of the reverse order too. */
async function countUntold(
  streams: readonly PlannedStream[],
  store: EventStore,
): Promise<Map<string, number>> {
  const open = streams.flatMap(({ id, undirected }) => (undirected ? [{ id, anyOf: undirected }] : []));
  const sums = new Map<string, number>();
  if (open.length === 0) return sums;
  for (const { stream, events } of await store.count({ streams: open })) {
    sums.set(stream, (sums.get(stream) ?? 0) + events);
  }
  return sums;
}

/** Declared actors that the record names, the most named first. */
function rankActors(theatre: Theatre, { initiators, targets }: Vocabulary): string[] {
  const events = new Map<string, number>();
  for (const { name, events: count } of [...initiators, ...targets]) {
    const folded = foldName(name);
    events.set(folded, (events.get(folded) ?? 0) + count);
  }
  return theatre.actors
    .map(({ name, aliases }) => ({
      name,
      events: [...new Set(aliases.map(foldName))].reduce((sum, alias) => sum + (events.get(alias) ?? 0), 0),
    }))
    .filter((one) => one.events > 0)
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

function sumRecorded(counts: Float64Array, { recorded }: CountPanel): number {
  return counts.reduce((sum, count, step) => sum + (recorded[step] ? count : 0), 0);
}

/** Only acts with as many recorded days before and after count, so that the two means can be compared. */
function meansAround(
  acts: Float64Array,
  answers: Float64Array,
  { recorded, stepDays, steps }: CountPanel,
): { after: number; before: number } | null {
  const reach = Math.max(1, Math.round(DAYS / stepDays));
  let weight = 0;
  let after = 0;
  let before = 0;
  for (let step = reach; step + reach < steps; step++) {
    const here = acts[step] ?? 0;
    if (here === 0 || !recorded.subarray(step - reach, step + reach + 1).every((on) => on === 1)) continue;
    weight += here;
    for (let lag = 1; lag <= reach; lag++) {
      after += here * (answers[step + lag] ?? 0);
      before += here * (answers[step - lag] ?? 0);
    }
  }
  return weight < FEWEST_ACTS ? null : { after: after / weight, before: before / weight };
}
