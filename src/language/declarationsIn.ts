import { itemAt } from './analyse.ts';
import type { Analysis, PlacedWord } from './analyse.ts';
import type { Item } from './document.ts';
import { scanDeclarations } from './scanDeclarations.ts';
import type { NameKind } from './semanticMessages.ts';
import { nameMeant, wordMeaning } from './wordMeaning.ts';

/** Where a name, an act or a measure is declared. */
export interface Declaration {
  readonly kind: NameKind | 'act' | 'measure';
  readonly name: string;
  /** Display name and aliases. */
  readonly also: readonly string[];
  readonly file: string;
  /** The name itself: half-open offsets. */
  readonly start: number;
  readonly end: number;
  /** Null where the declaration has a mistake. */
  readonly item: Item | null;
}

/** Files that belong together because they `use` one another, by path; an editor asks about places in one of them. */
export type FilesInView = ReadonlyMap<string, Analysis>;

export interface DeclaredNames {
  /** Of two declarations of one name the first. */
  readonly names: ReadonlyMap<string, Declaration>;
  readonly acts: ReadonlyMap<string, Declaration>;
  readonly measures: ReadonlyMap<string, Declaration>;
}

const known = new WeakMap<Analysis, Map<string, readonly Declaration[]>>();

/** Everything the files declare, also in sentences with mistakes. */
export function declarationsIn(files: FilesInView): DeclaredNames {
  const found = { names: new Map(), acts: new Map(), measures: new Map() };
  for (const [file, analysis] of files) {
    for (const declaration of declarationsOf(analysis, file)) {
      const table = tableFor(found, declaration);
      if (!table.has(declaration.name)) table.set(declaration.name, declaration);
    }
  }
  return found;
}

function tableFor(
  found: Record<keyof DeclaredNames, Map<string, Declaration>>,
  { kind }: Declaration,
): Map<string, Declaration> {
  if (kind === 'act') return found.acts;
  return kind === 'measure' ? found.measures : found.names;
}

function declarationsOf(analysis: Analysis, file: string): readonly Declaration[] {
  const byFile = known.get(analysis) ?? new Map<string, readonly Declaration[]>();
  known.set(analysis, byFile);
  const before = byFile.get(file);
  if (before) return before;
  const also = new Map(scanDeclarations(analysis.run.tokens).names.map((one) => [one.name, one.also]));
  const declarations = analysis.words.flatMap((word) => declarationAt(analysis, file, word, also));
  byFile.set(file, declarations);
  return declarations;
}

function declarationAt(
  analysis: Analysis,
  file: string,
  word: PlacedWord,
  also: ReadonlyMap<string, readonly string[]>,
): readonly Declaration[] {
  const meaning = word.role && wordMeaning(word);
  if (!meaning?.declares) return [];
  const name = nameMeant(word, meaning, new Set());
  const item = itemAt(analysis, word.start);
  const { start, end } = word;
  const base = { name, file, start, end, item };
  if (meaning.of !== 'name') return [{ ...base, kind: meaning.of, also: [] }];
  const isTruce = item?.kind === 'claim' && item.form.kind === 'truce';
  const kind = isTruce ? 'truce claim' : meaning.kinds[0];
  return kind ? [{ ...base, kind, also: also.get(name) ?? [] }] : [];
}
