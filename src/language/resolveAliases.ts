import type { GatheredItem } from './gatherItems.ts';
import type { NamedItem } from './scope.ts';
import { otherWords } from './resolveNames.ts';
import type { Reports } from './reports.ts';
import { placeInWords, sharedAlias } from './semanticMessages.ts';

type Group = 'who' | 'where';

interface Owner {
  readonly item: NamedItem;
  readonly file: string | null;
}

const GROUPS: Readonly<Partial<Record<NamedItem['kind'], Group>>> = {
  actor: 'who',
  alliance: 'who',
  place: 'where',
  area: 'where',
};

/** A name of a record may mean one actor (or alliance) only, and one place (or area) only; anything else is an error. */
export function checkAliases(items: readonly GatheredItem[], reports: Reports): void {
  const owners: Record<Group, Map<string, Owner>> = { who: new Map(), where: new Map() };
  for (const { item, file } of items) {
    const group = GROUPS[item.kind as NamedItem['kind']];
    if (group === undefined) continue;
    const named = item as NamedItem;
    for (const alias of [named.name, ...otherWords(named)]) {
      const folded = foldAlias(alias);
      const owner = owners[group].get(folded);
      if (!owner) owners[group].set(folded, { item: named, file });
      // Two declarations of one name are told elsewhere, as such.
      else if (owner.item.name !== named.name) tellShared(alias, owner, { item: named, file }, reports);
    }
  }
}

function tellShared(alias: string, owner: Owner, other: Owner, reports: Reports): void {
  const first = placeInWords(
    owner.item.at.line,
    owner.file === other.file ? null : (owner.file ?? 'the theatre'),
  );
  const again = placeInWords(other.item.at.line, null);
  const message = sharedAlias(alias, owner.item.name, first, other.item.name, again);
  reports.tell(message, other.file, other.item.at, alias);
}

/** Names of a record are compared without case, accents written as separate marks, and doubled spaces. */
function foldAlias(alias: string): string {
  return alias.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}
