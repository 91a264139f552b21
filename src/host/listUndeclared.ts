import type { Theatre } from '../language/index.ts';
import type { EventStore, NameCount } from '../record/index.ts';
import { declareName } from './declareName.ts';

export interface UndeclaredNames {
  readonly actors: readonly DeclaredName[];
  readonly places: readonly DeclaredName[];
}

export interface DeclaredName extends NameCount {
  /** The line that declares it. */
  readonly declaration: string;
}

/** Names of some records of a store that a theatre does not declare, commonest first; without a theatre all of them. */
export async function listUndeclared(
  store: EventStore,
  records: readonly string[],
  theatre: Theatre | null,
): Promise<UndeclaredNames> {
  const { foldName } = await import('../record/index.ts');
  const vocabularies = await Promise.all(records.map((record) => store.vocabulary(record)));
  const taken = new Set(
    [
      ...(theatre?.actors ?? []),
      ...(theatre?.alliances ?? []),
      ...(theatre?.places ?? []),
      ...(theatre?.areas ?? []),
      ...(theatre?.routes ?? []),
    ].map(({ name }) => name),
  );
  const declare = (
    kind: 'actor' | 'place',
    names: readonly NameCount[],
    declared: readonly { readonly aliases: readonly string[] }[],
  ): DeclaredName[] => {
    const known = new Set(declared.flatMap(({ aliases }) => aliases).map(foldName));
    const events = new Map<string, number>();
    for (const one of names)
      if (one.name.trim() !== '' && !known.has(foldName(one.name)))
        events.set(one.name, (events.get(one.name) ?? 0) + one.events);
    return [...events]
      .sort(([a, most], [b, fewer]) => fewer - most || (a < b ? -1 : 1))
      .map(([name, count]) => ({ name, events: count, declaration: declareName(kind, name, taken) }));
  };
  return {
    actors: declare(
      'actor',
      vocabularies.flatMap(({ initiators, targets }) => [...initiators, ...targets]),
      [...(theatre?.actors ?? []), ...(theatre?.alliances ?? [])],
    ),
    places: declare(
      'place',
      vocabularies.flatMap(({ places }) => places),
      [...(theatre?.places ?? []), ...(theatre?.areas ?? [])],
    ),
  };
}
