import type { Item } from './document.ts';
import { didYouMean, type Candidate } from './didYouMean.ts';
import type { GatheredItem } from './gatherItems.ts';
import type { Reports } from './reports.ts';
import {
  duplicateName,
  nameOfTwoKinds,
  placeInWords,
  unknownName,
  wrongKind,
  type NameKind,
  type Proposal,
} from './semanticMessages.ts';
import type { NamedEntry, NamedItem, NameTable, Scope } from './scope.ts';
import type { SourceSpan } from './document.ts';

const NAMED: ReadonlySet<Item['kind']> = new Set<NamedItem['kind']>([
  'actor',
  'alliance',
  'place',
  'area',
  'route',
  'source',
  'period',
  'claim',
]);

/** Collects the declared names. A name declared twice, or for two kinds of things, is an error that names both lines. */
export function resolveNames(items: readonly GatheredItem[], reports: Reports): NameTable {
  const table = new Map<string, NamedEntry>();
  for (const { item, file } of items) {
    if (!isNamed(item)) continue;
    const first = table.get(item.name);
    if (!first) {
      table.set(item.name, { item, file });
      continue;
    }
    const firstPlace = placeInWords(
      first.item.at.line,
      first.file === file ? null : (first.file ?? 'the theatre'),
    );
    const again = placeInWords(item.at.line, null);
    const message =
      first.item.kind === item.kind
        ? duplicateName(item.name, item.kind, firstPlace, again)
        : nameOfTwoKinds(item.name, first.item.kind, firstPlace, item.kind, again);
    reports.tell(message, file, item.at, item.name);
  }
  return table;
}

function isNamed(item: Item): item is NamedItem {
  return NAMED.has(item.kind);
}

/** What a name stands for; a truce claim may stand where a period is expected. */
export function kindOf(entry: NamedEntry): NameKind {
  return entry.item.kind === 'claim' && entry.item.form.kind === 'truce' ? 'truce claim' : entry.item.kind;
}

/** The declaration a name means, when it is of an expected kind; else null, and the mistake is told. */
export function findNamed(
  scope: Scope,
  name: string,
  expected: readonly NameKind[],
  at: SourceSpan,
): NamedEntry | null {
  const entry = scope.names.get(name);
  if (!entry) {
    if (scope.lost.has(name)) {
      scope.miss(name);
      return null;
    }
    scope.tell(unknownName(name, expected, proposeName(scope.names, name, expected)), at, name);
    return null;
  }
  if (scope.leftOut.has(name)) scope.miss(name);
  if (expected.includes(kindOf(entry)) || expected.includes(entry.item.kind)) return entry;
  scope.tell(wrongKind(name, entry.item.kind, expected, null), at, name);
  return null;
}

/** The name of an expected kind that was probably meant by a name that nothing has. */
function proposeName(names: NameTable, written: string, expected: readonly NameKind[]): Proposal | null {
  const candidates: Candidate[] = [];
  for (const entry of names.values()) {
    if (!expected.includes(kindOf(entry)) && !expected.includes(entry.item.kind)) continue;
    candidates.push({ name: entry.item.name, also: otherWords(entry.item) });
  }
  return didYouMean(written, candidates);
}

/** Display name and aliases of a declaration. */
export function otherWords(item: NamedItem): string[] {
  if (item.kind === 'claim') return [];
  const display = item.display === null ? [] : [item.display];
  return 'also' in item ? [...display, ...item.also] : display;
}
