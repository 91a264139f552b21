import type { GatheredItem } from './gatherItems.ts';
import { unused } from './lintMessages.ts';
import type { Reports } from './reports.ts';

const DECLARING = ['actor', 'alliance', 'place', 'area', 'route', 'source', 'period', 'act'] as const;
type Declaring = (typeof DECLARING)[number];

/** Fields that hold words for people or names of files, never the name of a declaration. */
const PROSE: ReadonlySet<string> = new Set([
  'kind',
  'display',
  'also',
  'passage',
  'quote',
  'text',
  'title',
  'file',
  'address',
  'actWord',
  'unit',
]);

/** Tells every declaration that nothing speaks of. Claims are what a file is for, so they are never unused. */
export function lintUnused(items: readonly GatheredItem[], reports: Reports): void {
  const used = new Set<string>();
  for (const { item } of items) {
    for (const [key, part] of Object.entries(item)) if (key !== 'name') collect(part, key, used);
  }
  for (const { item, file } of items) {
    // A pack is there to choose from.
    if (file?.startsWith('pack ') === true) continue;
    if (!isDeclaring(item.kind) || !('name' in item) || used.has(item.name)) continue;
    reports.tell(unused(item.kind, item.name), file, item.at, item.name);
  }
}

function isDeclaring(kind: string): kind is Declaring {
  return (DECLARING as readonly string[]).includes(kind);
}

function collect(value: unknown, key: string, used: Set<string>): void {
  if (typeof value === 'string') {
    if (!PROSE.has(key)) used.add(value);
  } else if (Array.isArray(value)) for (const one of value) collect(one, key, used);
  else if (typeof value === 'object' && value !== null && key !== 'at') {
    for (const [inner, part] of Object.entries(value)) collect(part, inner, used);
  }
}
