import type { Event, SetAsideRow } from './event.ts';
import type { RecordSummary } from './eventStore.ts';

/** What is inside each record of a set of events that never was a file: its hash is empty, its format `made`. */
export function summariseEvents(events: readonly Event[], setAside: readonly SetAsideRow[]): RecordSummary[] {
  const records = [...new Set([...events, ...setAside].map(({ record }) => record))].sort();
  return records.map((record) => {
    const own = events.filter((event) => event.record === record);
    const aside = setAside.filter((row) => row.record === record).length;
    return {
      record,
      hash: '',
      format: 'made',
      rows: own.length + aside,
      right: own.length,
      setAside: aside,
      first: own.reduce<number | null>(
        (least, { first }) => (least === null || first < least ? first : least),
        null,
      ),
      last: own.reduce<number | null>((most, { last }) => (most === null || last > most ? last : most), null),
      byPrecision: tally(own.map(({ precision }) => precision)),
      byAttribution: tally(own.map(({ attribution }) => attribution)),
      withDeaths: own.filter(({ killedLow, killedHigh }) => killedLow !== null || killedHigh !== null).length,
      withPosition: own.filter(({ latitude, longitude }) => latitude !== null && longitude !== null).length,
      withoutInitiator: own.filter(({ initiators }) => initiators.length === 0).length,
      contested: own.filter(
        ({ directed, attribution, initiators }) =>
          directed && attribution !== 'unknown' && initiators.length > 1,
      ).length,
      undirected: own.filter(({ directed }) => !directed).length,
    };
  });
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
