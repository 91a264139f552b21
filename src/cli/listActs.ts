import { STANDARD_ACTS, type Act } from '../language/index.ts';
import { ACT_TABLES, type EventStore } from '../record/index.ts';

/** A code of a scheme of records, its class, and the standard acts that take it. */
export interface ListedCode {
  readonly code: string;
  readonly name: string;
  readonly actClass: string | null;
}

export interface ListedScheme {
  readonly name: string;
  readonly title: string;
  readonly formats: readonly string[];
  readonly codes: readonly ListedCode[];
}

/** A code that occurs in a record. `acts` are those that take it, by class or by name; none of a code without a class. */
export interface OccurringCode {
  readonly code: string;
  readonly name: string | null;
  readonly events: number;
  readonly actClass: string | null;
  readonly acts: readonly string[];
}

export interface RecordActs {
  readonly record: string;
  readonly format: string;
  readonly codes: readonly OccurringCode[];
}

export interface ActsReport {
  /** The acts that are compared with the records: those of the theatre, else the standard ones. */
  readonly acts: readonly { readonly name: string; readonly takes: readonly string[] }[];
  readonly schemes: readonly ListedScheme[];
  readonly records: readonly RecordActs[];
}

/** The acts, the codes of each scheme with their classes, and what of them occurs in the records of a store. */
export async function listActs(
  format: string | null,
  store: EventStore | null,
  theatreActs: readonly Act[] | null,
): Promise<ActsReport> {
  const acts =
    theatreActs?.map(({ name, classes, codes }) => ({
      name,
      takes: [...classes, ...codes.map((code) => `code "${code}"`)],
    })) ?? Object.entries(STANDARD_ACTS).map(([name, takes]) => ({ name, takes }));
  const takers = new Map<string, string[]>();
  for (const { name, takes } of acts) {
    for (const one of takes) takers.set(one, [...(takers.get(one) ?? []), name]);
  }
  const schemes = ACT_TABLES.filter(({ formats }) => format === null || formats.includes(format)).map(
    ({ entries, ...table }) => ({
      ...table,
      codes: entries.map(([code, name, actClass]) => ({ code, name, actClass })),
    }),
  );
  const records: RecordActs[] = [];
  for (const summary of (await store?.summaries()) ?? []) {
    if (store === null || (format !== null && summary.format !== format)) continue;
    const vocabulary = await store.vocabulary(summary.record);
    const names = namesOf(summary.format);
    records.push({
      record: summary.record,
      format: summary.format,
      codes: vocabulary.acts.map(({ code, actClass, events }) => ({
        code,
        name: names.get(code.toLowerCase()) ?? null,
        events,
        actClass,
        acts: [
          ...new Set([
            ...(actClass === null ? [] : (takers.get(actClass) ?? [])),
            ...(takers.get(`code "${code}"`) ?? []),
          ]),
        ],
      })),
    });
  }
  return { acts, schemes, records };
}

function namesOf(format: string): ReadonlyMap<string, string> {
  const table = ACT_TABLES.find(({ formats }) => formats.includes(format));
  return new Map(table?.entries.map(([code, name]) => [code.toLowerCase(), name]));
}
