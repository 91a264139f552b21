import type { Plan, PlannedStream } from '../model/index.ts';

/** The words of each stream, by id. Where two have the same, what tells them apart is added: how exactly dates must be known. */
export function nameStreams({ streams }: Plan): ReadonlyMap<string, string> {
  const names = new Map(streams.map((stream) => [stream.id, stream.text]));
  tellApart(names, streams, ({ text, selection }) => {
    const coarsest = selection.anyOf[0]?.coarsestDays ?? null;
    return coarsest === null ? text : `${text} (dated to ${coarsest} ${coarsest === 1 ? 'day' : 'days'})`;
  });
  tellApart(names, streams, ({ id }) => `${names.get(id)!} (${id})`);
  return names;
}

function tellApart(
  names: Map<string, string>,
  streams: readonly PlannedStream[],
  better: (stream: PlannedStream) => string,
): void {
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = streams.filter(({ id }) => counts.get(names.get(id)!)! > 1);
  shared.map((stream) => [stream.id, better(stream)] as const).forEach(([id, name]) => names.set(id, name));
}
