import { STANDARD_ACTS } from '../../../language/index.ts';
import type { ShownRecord } from '../../protocol/index.ts';

/** What a record calls an act, how often it holds it, and the words by which claims count it. */
export interface ActOfRecord {
  readonly code: string;
  readonly events: number;
  /** None: no claim counts these events until the theatre declares an act of them. */
  readonly words: readonly string[];
}

type Acts = Pick<NonNullable<ShownRecord['quality']>, 'mappedActs' | 'unmappedActs'>;

/** The acts of records, commonest first, against the standard acts and those that the theatre declares. */
export function wordsForActs(records: readonly Acts[], theatre: string): readonly ActOfRecord[] {
  const takers = actsOf(theatre);
  const found = new Map<string, { events: number; words: readonly string[] }>();
  const add = (code: string, actClass: string | null, events: number): void => {
    const words = [...takers].flatMap(([name, takes]) =>
      takes.includes(`code "${code}"`) || (actClass !== null && takes.includes(actClass)) ? [name] : [],
    );
    found.set(code, { events: events + (found.get(code)?.events ?? 0), words });
  };
  for (const { mappedActs, unmappedActs } of records) {
    for (const { name, actClass, events } of mappedActs) add(name, actClass, events);
    for (const { name, events } of unmappedActs) add(name, null, events);
  }
  return [...found].map(([code, rest]) => ({ code, ...rest })).sort((a, b) => b.events - a.events);
}

/** How many events each word counts, commonest first. */
export function eventsByWord(acts: readonly ActOfRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words, events } of acts)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + events);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** A declared act replaces the standard one of its name. */
function actsOf(theatre: string): ReadonlyMap<string, readonly string[]> {
  const acts = new Map<string, readonly string[]>(Object.entries(STANDARD_ACTS));
  for (const line of theatre.split('\n')) {
    const [, name, takes] = /^act\s+([\p{L}_]+)\s+of\s+(.+)$/u.exec(line.trimEnd()) ?? [];
    if (name !== undefined && takes !== undefined)
      acts.set(
        name,
        takes.split(',').map((one) => one.trim()),
      );
  }
  return acts;
}
