import {
  buildPanel,
  type ClaimTest,
  type CoverageSpell,
  type Plan,
  type PlannedStream,
} from '../model/index.ts';
import type { CountsTable, EventSelection, EventStore } from '../record/index.ts';
import { responseOf } from './answerPairs.ts';
import { asStream } from './asStream.ts';
import { actsBetween } from './actsBetween.ts';
import { theatreKey, type TheatreStream } from './theatreKey.ts';

/**
 * For every stream of which a claim says that its rate changed, or that it answers more or less than before: all other events of its records, named in the file or
 * not, without any act between its sides (in either order, of any kind, anywhere; where the pattern names no target,
 * without all that its doers do or suffer). If less is recorded from a date on, these grow fewer too. Counted by
 * difference: all events less those acts. `spells`: what published totals tell of how much is recorded.
 */
export async function gatherRest(
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
  spells: readonly CoverageSpell[],
): Promise<ReadonlyMap<string, TheatreStream>> {
  const asked = new Set(plan.claims.flatMap(({ test }) => changingStreams(test)));
  const streams = plan.streams.filter(
    ({ id, columns, untestable }) => asked.has(id) && columns === null && untestable === null,
  );
  if (streams.length === 0) return new Map();
  const { acts } = await store.vocabulary();
  const any = {
    actClasses: [...new Set(acts.flatMap(({ actClass }) => actClass ?? []))],
    actCodes: acts.filter(({ actClass }) => actClass === null).map(({ code }) => code),
  };
  const counted = new Map<string, PlannedStream>();
  const named = streams.map((stream) => {
    const records = [...new Set(stream.selection.anyOf.map(({ record }) => record))];
    const [own, all] = [`own ${stream.id}`, `all ${JSON.stringify(records)}`];
    counted.set(own, asStream(own, actsBetween([stream], any, true)));
    counted.set(
      all,
      asStream(
        all,
        records.map((record): EventSelection => ({ ...EVERYTHING, ...any, record })),
      ),
    );
    return { stream, own, all };
  });
  const both = [...counted.values()];
  const cells = await store.count({ streams: both.map(({ selection }) => selection) });
  const { counts } = buildPanel({ ...plan, streams: both }, cells, tables, { at: 'first' });
  const countsOf = (id: string) => counts[both.findIndex((one) => one.id === id)]!;
  return new Map(
    named.map(({ stream, own, all }) => {
      const less = countsOf(own);
      const told = spells
        .filter((spell) => spell.stream === stream.id)
        .map(({ first, last }) => ({ first, last }));
      return [
        theatreKey(stream.id),
        { counts: countsOf(all).map((events, step) => events - less[step]!), texts: [], told },
      ];
    }),
  );
}

/** Beside another stream of the record a change of what is recorded is taken out already. */
function changingStreams(test: ClaimTest): readonly string[] {
  switch (test.kind) {
    case 'change':
      return test.comparison === null ? [test.stream] : [];
    case 'truce':
      return test.directions;
    case 'expects':
      return test.trend === null ? [] : [test.stream];
    case 'strength':
      return [test.first, test.second].flatMap((side) => responseOf(side.test) ?? []);
    case 'each':
      return test.members.flatMap((member) => changingStreams(member.test));
    default:
      return [];
  }
}

const EVERYTHING = {
  initiators: { anyOf: null, noneOf: [], orNobody: false },
  targets: null,
  places: null,
  days: null,
  size: null,
  attributions: null,
  coarsestDays: null,
} as const;
