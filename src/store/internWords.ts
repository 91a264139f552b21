import type { DuckDBConnection } from '@duckdb/node-api';
import type { Event } from '../record/index.ts';

/** Gives every list of names, act and place its number, the old ones from the store, new ones in order. */
export interface WordNumbers {
  actors(names: readonly string[]): number;
  act(event: Pick<Event, 'code' | 'actClass'>): number;
  place(event: Pick<Event, 'placeNames' | 'latitude' | 'longitude'>): number;
  /** Writes the new words; before the transaction ends. */
  flush(): void;
}

/** Loads the words of a store and appends those that an import adds. */
export async function internWords(connection: DuckDBConnection): Promise<WordNumbers> {
  const load = async (sql: string) =>
    new Map(
      (await connection.runAndReadAll(sql))
        .getRows()
        .map((row) => [JSON.stringify(row.slice(1)), Number(row[0])]),
    );
  const actors = await load('SELECT id, names FROM actors');
  const acts = await load('SELECT id, code, class FROM act');
  const places = await load('SELECT id, names, latitude, longitude FROM place');
  const actorsAppender = await connection.createAppender('actors');
  const actAppender = await connection.createAppender('act');
  const placeAppender = await connection.createAppender('place');
  const next = { actors: largest(actors) + 1, acts: largest(acts) + 1, places: largest(places) + 1 };

  return {
    actors: (names) => {
      const json = JSON.stringify(names);
      const key = JSON.stringify([json]);
      const known = actors.get(key);
      if (known !== undefined) return known;
      const id = next.actors++;
      actors.set(key, id);
      actorsAppender.appendInteger(id);
      actorsAppender.appendVarchar(json);
      actorsAppender.endRow();
      return id;
    },
    act: ({ code, actClass }) => {
      const key = JSON.stringify([code, actClass]);
      const known = acts.get(key);
      if (known !== undefined) return known;
      const id = next.acts++;
      acts.set(key, id);
      actAppender.appendInteger(id);
      actAppender.appendVarchar(code);
      if (actClass === null) actAppender.appendNull();
      else actAppender.appendVarchar(actClass);
      actAppender.endRow();
      return id;
    },
    place: ({ placeNames, latitude, longitude }) => {
      const json = JSON.stringify(placeNames);
      const key = JSON.stringify([json, latitude, longitude]);
      const known = places.get(key);
      if (known !== undefined) return known;
      const id = next.places++;
      places.set(key, id);
      placeAppender.appendInteger(id);
      placeAppender.appendVarchar(json);
      for (const degrees of [latitude, longitude]) {
        if (degrees === null) placeAppender.appendNull();
        else placeAppender.appendDouble(degrees);
      }
      placeAppender.endRow();
      return id;
    },
    flush: () => {
      for (const appender of [actorsAppender, actAppender, placeAppender]) appender.closeSync();
    },
  };
}

function largest(numbers: ReadonlyMap<string, number>): number {
  let most = -1;
  for (const number of numbers.values()) if (number > most) most = number;
  return most;
}
