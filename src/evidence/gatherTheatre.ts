import { buildPanel, type Plan, type PlannedStream } from '../model/index.ts';
import type { CountsTable, EventSelection, EventStore } from '../record/index.ts';
import { answerPairs } from './answerPairs.ts';
import { asStream } from './asStream.ts';
import { actsBetween, type Acts } from './actsBetween.ts';
import { theatreKey, type TheatreStream } from './theatreKey.ts';

/**
 * For every pair of streams that a claim about answers sets against each other, the events that any other pattern of the
 * file takes, each counted once, without all acts between the pair's own sides (in either order, of any kind, whoever is
 * said to have done them): those may be answers too, or the same incident. Counted by difference: events of all patterns
 * and of those acts, less those acts. Patterns that take single days only, or columns of a table, are left out.
 */
export async function gatherTheatre(
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<ReadonlyMap<string, TheatreStream>> {
  const byId = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const found = new Map<string, { readonly own: EventSelection[]; readonly others: PlannedStream[] }>();
  for (const [a, b] of plan.claims.flatMap(({ test }) => answerPairs(test))) {
    const pair = [byId.get(a), byId.get(b)].flatMap((stream) => stream ?? []);
    if (pair.length < 2 || pair.some((one) => !countsEvents(one))) continue;
    const others = plan.streams.filter(
      (one) => !pair.includes(one) && countsEvents(one) && everyDay(one).length > 0,
    );
    if (others.length > 0) found.set(theatreKey(a, b), { own: actsBetween(pair, actsNamed(plan)), others });
  }
  if (found.size === 0) return new Map();
  const streams = [...found].flatMap(([key, { own, others }]) => [
    asStream(`own ${key}`, own),
    asStream(`all ${key}`, [...own, ...others.flatMap(everyDay)]),
  ]);
  const cells = await store.count({ streams: streams.map(({ selection }) => selection) });
  const { counts } = buildPanel({ ...plan, streams }, cells, tables, { at: 'first' });
  return new Map(
    [...found].map(([key, { others }], index) => {
      const own = counts[2 * index]!;
      const rest = counts[2 * index + 1]!.map((all, step) => all - own[step]!);
      return [key, { counts: rest, texts: [...new Set(others.map(({ text }) => text))] }];
    }),
  );
}

function countsEvents({ columns, untestable }: PlannedStream): boolean {
  return columns === null && untestable === null;
}

/** A pattern asked for on one date is no stream of the theatre: it would be a peak on the day a claim speaks of. */
function everyDay({ selection }: PlannedStream): readonly EventSelection[] {
  return selection.anyOf.filter(({ days }) => days === null);
}

/** The kinds of acts that the file names. */
function actsNamed({ streams }: Plan): Acts {
  const all = streams.flatMap(({ selection }) => selection.anyOf);
  return {
    actClasses: [...new Set(all.flatMap(({ actClasses }) => actClasses))],
    actCodes: [...new Set(all.flatMap(({ actCodes }) => actCodes))],
  };
}
