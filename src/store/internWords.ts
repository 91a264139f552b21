import type { DuckDBConnection } from '@duckdb/node-api';
import type { Event } from '../record/index.ts';

/** Gives every list of names, act and place its number, the old ones from the store, new ones in order. */
export interface WordNumbers {
  actors(names: readonly string[]): number;
  act(event: Pick<Event, 'code' | 'actClass'>): number;
  place(event: Pick<Event, 'placeNames' | 'latitude' | 'longitude'>): number;
  /** Writes the new words; before the transaction ends. */
  flush(): void;
  close(): void;
}

/** Loads the words of a store and appends those that an import adds. */
export async function internWords(connection: DuckDBConnection): Promise<WordNumbers> {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const actors = numberPaths();
  const acts = numberPaths();
  const places = numberPaths();
  for (const [id, names] of await rows('SELECT id, names FROM actors')) {
    actors.know(JSON.parse(String(names)) as string[], Number(id));
  }
  for (const [id, code, actClass] of await rows('SELECT id, code, class FROM act')) {
    acts.know([String(code), actClass === null ? null : String(actClass)], Number(id));
  }
  for (const [id, names, latitude, longitude] of await rows(
    'SELECT id, names, latitude, longitude FROM place',
  )) {
    places.know(
      [...(JSON.parse(String(names)) as string[]), readDegrees(latitude), readDegrees(longitude)],
      Number(id),
    );
  }
  // Readers give the very same list for the same cell again, and a list in hand is found quicker than its letters.
  const seenActors = new Map<readonly string[], number>();
  const seenPlaces = new Map<readonly string[], SeenPlace>();
  const actorsAppender = await connection.createAppender('actors');
  const actAppender = await connection.createAppender('act');
  const placeAppender = await connection.createAppender('place');

  return {
    actors: (names) => {
      const seen = seenActors.get(names);
      if (seen !== undefined) return seen;
      const known = actors.find(names);
      const id = known ?? actors.add(names);
      noteSeen(seenActors, names, id);
      if (known !== null) return id;
      actorsAppender.appendInteger(id);
      actorsAppender.appendVarchar(JSON.stringify(names));
      actorsAppender.endRow();
      return id;
    },
    act: ({ code, actClass }) => {
      const path = [code, actClass];
      const known = acts.find(path);
      if (known !== null) return known;
      const id = acts.add(path);
      actAppender.appendInteger(id);
      actAppender.appendVarchar(code);
      if (actClass === null) actAppender.appendNull();
      else actAppender.appendVarchar(actClass);
      actAppender.endRow();
      return id;
    },
    place: ({ placeNames, latitude, longitude }) => {
      const seen = seenPlaces.get(placeNames);
      if (seen?.latitude === latitude && seen.longitude === longitude) return seen.id;
      const path = [...placeNames, latitude, longitude];
      const known = places.find(path);
      const id = known ?? places.add(path);
      noteSeen(seenPlaces, placeNames, { latitude, longitude, id });
      if (known !== null) return id;
      placeAppender.appendInteger(id);
      placeAppender.appendVarchar(JSON.stringify(placeNames));
      for (const degrees of [latitude, longitude]) {
        if (degrees === null) placeAppender.appendNull();
        else placeAppender.appendDouble(degrees);
      }
      placeAppender.endRow();
      return id;
    },
    flush: () => {
      for (const appender of [actorsAppender, actAppender, placeAppender]) appender.flushSync();
    },
    close: () => {
      for (const appender of [actorsAppender, actAppender, placeAppender]) appender.closeSync();
    },
  };
}

interface SeenPlace {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly id: number;
}

/** Few are held at a time: where a reader makes a new list for every row they are of no use. */
const MOST_SEEN = 20_000;

function noteSeen<Found>(seen: Map<readonly string[], Found>, names: readonly string[], found: Found): void {
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(names, found);
}

function readDegrees(value: unknown): number | null {
  return value === null ? null : Number(value);
}

type Step = string | number | null;

/** A word is a path of steps through maps of maps, with its number at the end: nothing is written out to be compared. */
interface Node {
  number: number;
  /** Null at the end of every path known so far. */
  next: Map<Step, Node> | null;
}

interface PathNumbers {
  know(path: readonly Step[], number: number): void;
  find(path: readonly Step[]): number | null;
  /** Gives a new path the next number. */
  add(path: readonly Step[]): number;
}

function numberPaths(): PathNumbers {
  const root: Node = { number: -1, next: null };
  let most = -1;
  const know = (path: readonly Step[], number: number): void => {
    let node = root;
    for (const step of path) {
      let next = node.next?.get(step);
      if (!next) {
        next = { number: -1, next: null };
        node.next ??= new Map();
        node.next.set(typeof step === 'string' ? ownCopy(step) : step, next);
      }
      node = next;
    }
    node.number = number;
    most = Math.max(most, number);
  };
  return {
    know,
    find: (path) => {
      let node: Node | undefined = root;
      for (const step of path) {
        node = node.next?.get(step);
        if (!node) return null;
      }
      return node.number < 0 ? null : node.number;
    },
    add: (path) => {
      const number = most + 1;
      know(path, number);
      return number;
    },
  };
}

/** A field is a part of the text of the file and would keep all of it in memory; this copy does not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
