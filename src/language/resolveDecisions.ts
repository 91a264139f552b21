import { decidedTwice, duplicateOfTwo, rowOfItself, unknownRecord } from './declarationMessages.ts';
import { didYouMean } from './didYouMean.ts';
import type { ItemOfKind, RecordPart } from './document.ts';
import type { Reports } from './reports.ts';
import type { Scope } from './scope.ts';
import type { DuplicateDecision } from './theatre.ts';

/** What a person decided about rows of a record: each pair of rows once, and never a row about itself. */
export function resolveDecisions(scope: Scope, item: ItemOfKind<'record'>): DuplicateDecision[] {
  const decided = new Set<string>();
  const counted = new Map<string, string>();
  return item.parts.filter(isDecision).map(({ kind, id, other, file: written, at }) => {
    const file = written ?? item.file;
    const here = file === item.file;
    const pair = JSON.stringify(here ? [id, other].sort() : [id, other, file]);
    const first = counted.get(id);
    if (here && id === other) scope.tell(rowOfItself(id), at, id);
    else if (decided.has(pair)) scope.tell(decidedTwice(id, other), at, id);
    else if (kind === 'duplicate' && first !== undefined)
      scope.tell(duplicateOfTwo(id, first, other), at, id);
    decided.add(pair);
    if (kind === 'duplicate') counted.set(id, other);
    return { kind, id, other, file };
  });
}

type Decision = Extract<RecordPart, { kind: 'duplicate' | 'distinct' }>;

function isDecision(part: RecordPart): part is Decision {
  return part.kind === 'duplicate' || part.kind === 'distinct';
}

/** Tells decisions that name a file which is no record of the theatre, nor in the folder of one. */
export function tellUnknownFiles(
  records: readonly { readonly item: ItemOfKind<'record'>; readonly file: string | null }[],
  reports: Reports,
): void {
  const known = records.map(({ item }) => ({ name: item.file, also: [] }));
  for (const { item, file } of records) {
    for (const { file: named, at } of item.parts.filter(isDecision)) {
      if (named === null) continue;
      if (known.some(({ name }) => named === name || (name.endsWith('/') && named.startsWith(name))))
        continue;
      reports.tell(unknownRecord(named, didYouMean(named, known)), file, at, named);
    }
  }
}
