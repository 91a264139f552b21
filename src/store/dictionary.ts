import type { DuckDBConnection } from '@duckdb/node-api';
import { foldName } from '../record/index.ts';

/** Every name, place, act and record of a store with its number, names folded. Small beside the events. */
export interface Dictionary {
  readonly records: ReadonlyMap<string, number>;
  /** Records that hold an event of which they do not say who acted. */
  readonly untold: ReadonlySet<number>;
  /** Lists of names as the records have them. */
  readonly actors: ReadonlyMap<number, readonly string[]>;
  /** Folded name → the lists that hold it. */
  readonly actorsByName: ReadonlyMap<string, readonly number[]>;
  /** The lists that name nobody. */
  readonly nobody: readonly number[];
  readonly acts: readonly {
    readonly id: number;
    readonly code: string;
    readonly foldedCode: string;
    readonly actClass: string | null;
  }[];
  readonly places: readonly DictionaryPlace[];
}

export interface DictionaryPlace {
  readonly id: number;
  readonly written: readonly string[];
  /** Folded. */
  readonly names: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Reads the dictionaries of a store. */
export async function readDictionary(connection: DuckDBConnection): Promise<Dictionary> {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const actors = new Map(
    (await rows('SELECT id, names FROM actors ORDER BY id')).map((row) => [
      Number(row[0]),
      readNames(row[1]),
    ]),
  );
  const actorsByName = new Map<string, number[]>();
  for (const [id, names] of actors) {
    for (const name of new Set(names.map(foldName))) {
      const ids = actorsByName.get(name);
      if (ids) ids.push(id);
      else actorsByName.set(name, [id]);
    }
  }
  return {
    records: new Map(
      (await rows('SELECT name, id FROM record')).map((row) => [String(row[0]), Number(row[1])]),
    ),
    untold: new Set(
      (await rows('SELECT DISTINCT record FROM event WHERE directed = 0')).map((row) => Number(row[0])),
    ),
    actors,
    actorsByName,
    nobody: [...actors].filter(([, names]) => names.length === 0).map(([id]) => id),
    acts: (await rows('SELECT id, code, class FROM act ORDER BY id')).map((row) => ({
      id: Number(row[0]),
      code: String(row[1]),
      foldedCode: foldName(String(row[1])),
      actClass: row[2] === null ? null : String(row[2]),
    })),
    places: (await rows('SELECT id, names, latitude, longitude FROM place ORDER BY id')).map((row) => {
      const written = readNames(row[1]);
      return {
        id: Number(row[0]),
        written,
        names: written.map(foldName),
        latitude: row[2] === null ? null : Number(row[2]),
        longitude: row[3] === null ? null : Number(row[3]),
      };
    }),
  };
}

function readNames(json: unknown): string[] {
  return JSON.parse(String(json)) as string[];
}
