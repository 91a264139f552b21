import { wordAt } from './analyse.ts';
import type { PlacedWord } from './analyse.ts';
import { declarationsIn } from './declarationsIn.ts';
import type { DeclaredNames, Declaration, FilesInView } from './declarationsIn.ts';
import { nameMeant, wordMeaning } from './wordMeaning.ts';
import type { WordMeaning } from './wordMeaning.ts';

/** A place in one of the files. */
export interface FilePlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface Occurrence extends FilePlace {
  /** As it stands there: an act may stand in another number than it is declared in. */
  readonly written: string;
  readonly declares: boolean;
}

/** What the word at a place stands for: a declared name, act or measure, or one that nothing declares. */
export interface NamedThing {
  readonly of: WordMeaning['of'];
  readonly name: string;
  readonly declaration: Declaration | null;
  readonly word: PlacedWord;
}

/** The name, act or measure at a place of a file; null where another word stands, or none. */
export function thingAt(files: FilesInView, file: string, offset: number): NamedThing | null {
  const analysis = files.get(file);
  const word = analysis && wordAt(analysis, offset);
  const meaning = word ? wordMeaning(word) : null;
  if (!word || !meaning) return null;
  const declared = declarationsIn(files);
  const name = nameMeant(word, meaning, new Set(declared.acts.keys()));
  return { of: meaning.of, name, declaration: declarationOf(declared, meaning.of, name), word };
}

function declarationOf(declared: DeclaredNames, of: WordMeaning['of'], name: string): Declaration | null {
  const table = { name: declared.names, act: declared.acts, measure: declared.measures }[of];
  return table.get(name) ?? null;
}

/**
 * Every place in the files where a name, act or measure stands, in the order of files and places. Display names,
 * aliases and quotations are texts, not names, and are not among them.
 */
export function findOccurrences(
  files: FilesInView,
  { of, name }: Pick<NamedThing, 'of' | 'name'>,
): readonly Occurrence[] {
  const acts = new Set(declarationsIn(files).acts.keys());
  return [...files].flatMap(([file, { words }]) =>
    words.flatMap((word) => {
      const meaning = wordMeaning(word);
      if (meaning?.of !== of || nameMeant(word, meaning, acts) !== name) return [];
      return [
        { file, start: word.start, end: word.end, written: word.token.image, declares: meaning.declares },
      ];
    }),
  );
}
