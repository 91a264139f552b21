import type { DayInterval } from '../calendar/index.ts';
import { daysInWords } from './claimMessages.ts';
import type { DirectionPolicy, DuplicatePolicy, ItemOfKind, RecordPart } from './document.ts';
import { pathRefused } from './fileMessages.ts';
import { resolveInterval } from './resolveDates.ts';
import { resolveDecisions } from './resolveDecisions.ts';
import { resolvePath } from './resolvePath.ts';
import { resolveAmount } from './resolvePatterns.ts';
import type { Scope } from './scope.ts';
import {
  columnsWithoutCounts,
  countsWithoutColumns,
  mapOfCounts,
  missingOutsideCovers,
  missingOverlaps,
  partTwice,
  recordWithoutCovers,
} from './declarationMessages.ts';

import type { TheatreRecord } from './theatre.ts';

/** Who acts on whom is taken as the record's format tells it, and nothing is merged unasked. */
export const DEFAULT_DIRECTION: DirectionPolicy = 'as told';
export const DEFAULT_DUPLICATES: DuplicatePolicy = 'apart';

type RecordItem = ItemOfKind<'record'>;
type PartOf<Kind extends RecordPart['kind']> = Extract<RecordPart, { kind: Kind }>;

/** A record with its days, its gaps and what its columns count; what is wrong is told and left out. */
export function resolveRecord(scope: Scope, item: RecordItem): TheatreRecord {
  tellAddress(scope, item);
  const covers = resolveCovers(scope, item);
  const direction = partsOf(item, 'direction')[0];
  const duplicates = partsOf(item, 'duplicates')[0];
  for (const kind of ['covers', 'dateOrder', 'map', 'direction', 'duplicates'] as const) {
    const second = partsOf(item, kind)[1];
    const word = kind === 'dateOrder' ? 'dates' : kind;
    if (second) scope.tell(partTwice(word, item.file), second.at);
  }
  return {
    file: item.file,
    countsPer: item.countsPer,
    covers,
    missing: resolveMissing(scope, item, covers),
    dates: partsOf(item, 'dateOrder')[0]?.order ?? null,
    map: resolveMap(scope, item),
    direction: { value: direction?.policy ?? DEFAULT_DIRECTION, default: direction === undefined },
    duplicates: { value: duplicates?.policy ?? DEFAULT_DUPLICATES, default: duplicates === undefined },
    decisions: resolveDecisions(scope, item),
    totals: resolveTotals(scope, item),
    faults: partsOf(item, 'fault').map(({ text, answers }) => ({ text, answers })),
    columns: resolveColumns(scope, item),
    measures: resolveMeasures(scope, item),
    at: item.at,
  };
}

function partsOf<Kind extends RecordPart['kind']>(item: RecordItem, kind: Kind): PartOf<Kind>[] {
  return item.parts.filter((part): part is PartOf<Kind> => part.kind === kind);
}

/** Records may lie anywhere on the computer, but nothing is fetched. */
function tellAddress(scope: Scope, item: RecordItem): void {
  const files = [item.file, ...partsOf(item, 'totals').map(({ file }) => file)];
  for (const file of files) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) {
      scope.tell(
        pathRefused(file, 'it is an address, and nothing is fetched from the network'),
        item.at,
        file,
      );
    }
    if (file.trim() === '') scope.tell(pathRefused(file, 'the name is empty'), item.at);
  }
}

function resolveCovers(scope: Scope, item: RecordItem): DayInterval | null {
  const covers = partsOf(item, 'covers')[0];
  if (covers) return resolveInterval(scope, covers.from, covers.to, covers.at);
  scope.tell(recordWithoutCovers(item.file), item.at, item.file);
  return null;
}

function resolveMissing(scope: Scope, item: RecordItem, covers: DayInterval | null): DayInterval[] {
  const spells: DayInterval[] = [];
  for (const { from, to, at } of partsOf(item, 'missing')) {
    const spell = resolveInterval(scope, from, to, at);
    if (!spell) continue;
    const text = daysInWords(spell.first, spell.last);
    const overlapped = spells.find(({ first, last }) => first <= spell.last && spell.first <= last);
    if (overlapped) scope.tell(missingOverlaps(daysInWords(overlapped.first, overlapped.last), text), at);
    if (covers && (spell.first < covers.first || spell.last > covers.last)) {
      scope.tell(missingOutsideCovers(text, daysInWords(covers.first, covers.last)), at);
    }
    spells.push(spell);
  }
  return spells;
}

/** A mapping file decides how rows are read, so it must lie where the theatre lies, also when a stranger wrote it. */
function resolveMap(scope: Scope, item: RecordItem): string | null {
  const map = partsOf(item, 'map')[0];
  if (!map) return null;
  if (item.countsPer !== null) scope.tell(mapOfCounts(item.file), map.at);
  const found = resolvePath(map.file);
  if ('path' in found) return found.path;
  scope.tell(found.refused, map.at, map.file);
  return null;
}

function resolveTotals(scope: Scope, item: RecordItem): TheatreRecord['totals'] {
  const seen = new Set<string>();
  return partsOf(item, 'totals').map(({ file, of, at }) => {
    if (seen.has(file)) scope.tell(partTwice(`totals ${file}`, item.file), at, file);
    seen.add(file);
    return { file, of: of ? resolveAmount(scope, of) : null };
  });
}

function resolveColumns(scope: Scope, item: RecordItem): TheatreRecord['columns'] {
  const columns = partsOf(item, 'column');
  const counts = item.countsPer !== null;
  if (counts && columns.length === 0) scope.tell(countsWithoutColumns(item.file), item.at, item.file);
  const seen = new Set<string>();
  return columns.flatMap(({ column, amount, at }) => {
    if (!counts) scope.tell(columnsWithoutCounts(item.file), at);
    if (seen.has(column)) scope.tell(partTwice(`column ${column}`, item.file), at, column);
    seen.add(column);
    const resolved = resolveAmount(scope, amount);
    return resolved ? [{ column, amount: resolved }] : [];
  });
}

function resolveMeasures(scope: Scope, item: RecordItem): TheatreRecord['measures'] {
  const seen = new Set<string>();
  return partsOf(item, 'measure').map(({ name, column, at }) => {
    if (seen.has(name)) scope.tell(partTwice(`measure ${name}`, item.file), at, name);
    seen.add(name);
    return { name, column };
  });
}
