import type { Item, SourceSpan } from './document.ts';
import type { Message } from './semanticMessages.ts';
import type { Act } from './theatre.ts';

export type NamedItem = Extract<
  Item,
  { kind: 'actor' | 'alliance' | 'place' | 'area' | 'route' | 'source' | 'period' | 'claim' }
>;

export interface NamedEntry {
  readonly item: NamedItem;
  readonly file: string | null;
}

/** Every declared name once: of two declarations of one name the first counts. */
export type NameTable = ReadonlyMap<string, NamedEntry>;

/** What every resolving function sees: all names, the acts, and where to tell what is wrong. */
export interface Scope {
  readonly names: NameTable;
  /** Names that broken sentences declare; the parser has told what is wrong there. */
  readonly lost: ReadonlySet<string>;
  /** Called with a name that is declared by a sentence in which a `?` is open: what names it is left out too. */
  miss(name: string): void;
  /** Claims that are left out so. */
  readonly leftOut: ReadonlySet<string>;
  /** Declared and standard acts by name. */
  readonly acts: ReadonlyMap<string, Act>;
  /** Measures that some record declares (`measure balloons from "balloons"`). */
  readonly measures: ReadonlySet<string>;
  /** First and last day that all `each` spans are laid out over. */
  readonly years: { readonly first: number; readonly last: number };
  /** The file of the declaration that is being resolved. */
  readonly file: string | null;
  /** Texts of the files that were asked for, by path. */
  readonly texts: ReadonlyMap<string, string>;
  tell(message: Message, at: SourceSpan, word?: string): void;
  /** The same about a place of another file, such as a row of a table. */
  tellIn(file: string, message: Message, at: SourceSpan): void;
}
