import type { Theatre } from '../language/index.ts';
import { foldName, type CountsTable, type EventStore, type NameCount } from '../record/index.ts';
import type { Plan } from './plan.ts';
import { streamsOf } from './streamsOf.ts';

/** Which events each pattern takes, and what of the record nobody declared. */
export interface MatchReport {
  readonly streams: readonly {
    readonly text: string;
    readonly claims: readonly string[];
    readonly events: number;
    readonly untestable: string | null;
  }[];
  readonly undeclaredActors: readonly NameCount[];
  readonly undeclaredPlaces: readonly NameCount[];
  /** Codes of the record that no class of acts holds; they count for no act except by `code "…"`. */
  readonly unmappedActs: readonly NameCount[];
  /** Mapped acts that no act of this theatre takes. */
  readonly unusedActs: readonly NameCount[];
}

/** Compares a theatre with the names in the store; nothing of the record is dropped, only listed. */
export async function matchRecord(
  theatre: Theatre,
  plan: Plan,
  store: EventStore,
  tables: readonly CountsTable[],
): Promise<MatchReport> {
  const counted = plan.streams.filter(({ columns }) => columns === null);
  const cells = await store.count({ streams: counted.map(({ selection }) => selection) });
  const vocabulary = await store.vocabulary();
  const events = new Map<string, number>();
  for (const cell of cells) events.set(cell.stream, (events.get(cell.stream) ?? 0) + cell.events);
  const usedBy = new Map<string, string[]>();
  for (const { claim, test } of plan.claims) {
    for (const id of streamsOf(test)) usedBy.set(id, [...(usedBy.get(id) ?? []), claim]);
  }
  const acts = new Set(theatre.acts.flatMap(({ classes, codes }) => [...classes, ...codes.map(foldName)]));
  return {
    streams: plan.streams.map(({ id, text, columns, untestable }) => ({
      text: columns ? `${text} (column ${columns.map(({ column }) => column).join(' + ')})` : text,
      claims: usedBy.get(id) ?? [],
      events: columns ? sumColumns(columns, tables) : (events.get(id) ?? 0),
      untestable: untestable?.detail ?? null,
    })),
    undeclaredActors: findUndeclared(
      [...vocabulary.initiators, ...vocabulary.targets],
      [...theatre.actors, ...theatre.alliances].flatMap(({ aliases }) => aliases),
    ),
    undeclaredPlaces: findUndeclared(
      vocabulary.places,
      [...theatre.places, ...theatre.areas].flatMap(({ aliases }) => aliases),
    ),
    unmappedActs: vocabulary.acts
      .filter(({ actClass, code }) => actClass === null && !acts.has(foldName(code)))
      .map(({ code, events: count }) => ({ name: code, events: count })),
    unusedActs: vocabulary.acts
      .filter(({ actClass, code }) => actClass !== null && !acts.has(actClass) && !acts.has(foldName(code)))
      .map(({ code, events: count }) => ({ name: code, events: count })),
  };
}

/** All that the columns hold, whatever the days. */
function sumColumns(
  columns: readonly { readonly record: string; readonly column: string }[],
  tables: readonly CountsTable[],
): number {
  let sum = 0;
  for (const { record, column } of columns) {
    const table = tables.find((one) => one.record === record);
    for (const value of table?.columns[column] ?? []) sum += value ?? 0;
  }
  return sum;
}

function findUndeclared(names: readonly NameCount[], declared: readonly string[]): NameCount[] {
  const known = new Set(declared.map(foldName));
  const unknown = new Map<string, number>();
  for (const { name, events } of names) {
    if (!known.has(foldName(name))) unknown.set(name, (unknown.get(name) ?? 0) + events);
  }
  return [...unknown]
    .map(([name, events]) => ({ name, events }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}
