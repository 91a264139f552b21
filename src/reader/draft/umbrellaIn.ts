import type { PackName } from '../article.ts';

/** Whom an umbrella name covers in a draft. */
export interface Umbrella {
  /** Identifiers of its members. */
  readonly members: readonly string[];
  /** The articles name none of them: they are the pack's. */
  readonly byPack: boolean;
  /** A remark for the person, with its line end; empty where nothing is to be said. */
  readonly remark: string;
}

/**
 * The members of an umbrella name ("the resistance") that the articles name; a member that is an umbrella itself counts
 * where one of its own is named. Where the articles name none, the pack's members stand, and that is said.
 */
export function umbrellaIn(
  entry: PackName,
  named: ReadonlySet<string>,
  entries: ReadonlyMap<string, PackName>,
): Umbrella {
  const isNamed = (id: string, above: ReadonlySet<string>): boolean =>
    named.has(id) ||
    (entries.get(id)?.kind === 'alliance' &&
      !above.has(id) &&
      (entries.get(id)?.members ?? []).some((member) => isNamed(member, new Set([...above, id]))));
  const members = entry.members.filter((id) => isNamed(id, new Set([entry.id])));
  if (members.length === 0) {
    return {
      members: entry.members,
      byPack: true,
      remark: `// The article names no member of it: these are the pack's. Strike out whom the source does not mean.\n`,
    };
  }
  const others = entry.members
    .filter((id) => !members.includes(id))
    .map((id) => entries.get(id)?.label ?? id);
  return {
    members,
    byPack: false,
    remark:
      others.length === 0
        ? ''
        : `// Members that the article names; the pack also counts ${others.join(', ')} to it.\n`,
  };
}
