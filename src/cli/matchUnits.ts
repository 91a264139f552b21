import { didYouMean } from '../language/index.ts';
import type { Outcome } from '../host/index.ts';
import type { UnitName } from './readUnits.ts';

/** The unit of each stream, by the stream's id: as `--unit` names them, else each stream under its own words. */
export function matchUnits(
  named: readonly UnitName[],
  streams: readonly string[],
  names: ReadonlyMap<string, string>,
): Outcome<ReadonlyMap<string, string>> {
  const nameOf = (id: string) => names.get(id) ?? id;
  if (named.length === 0) return { ok: true, value: new Map(streams.map((id) => [id, nameOf(id)])) };
  const units = new Map<string, string>();
  for (const { id, pattern } of named) {
    const found = streams.find((stream) => nameOf(stream) === pattern || stream === pattern);
    if (found === undefined) {
      const meant = didYouMean(
        pattern,
        streams.map((stream) => ({ name: nameOf(stream), also: [] })),
      );
      return {
        ok: false,
        message:
          `Nothing that is forecast is called “${pattern}”.${meant ? ` Did you mean “${meant.name}”?` : ''} There are:\n` +
          streams.map((stream) => `  ${nameOf(stream)}`).join('\n'),
      };
    }
    units.set(found, id);
  }
  return { ok: true, value: units };
}
