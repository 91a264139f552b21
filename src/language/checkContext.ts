import type { Diagnostic } from './document.ts';
import type { Theatre } from './theatre.ts';

/** What `check` may know besides the Document. It reads nothing itself: the shell hands every text over. */
export interface CheckContext {
  /** Name under which messages speak of the checked file; null for a text without a file. */
  readonly file: string | null;
  /** Texts of used files and period tables, by the path in `RequestedFile.path`. */
  readonly files: ReadonlyMap<string, string>;
  /** Also tell what is no mistake but may mislead. */
  readonly pedantic: boolean;
  /** Texts of shipped packs by name; a pack not among them is unknown. */
  readonly packs?: ReadonlyMap<string, string>;
  /** The text the Document was read from; with it messages point at the very word instead of the whole sentence. */
  readonly text?: string;
}

export interface Checked {
  /** Null when errors outside claims leave nothing that could be examined; claims with errors are left out of it. */
  readonly theatre: Theatre | null;
  /** In the order of files and places; messages of the parser about the checked text itself are not among them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A text that must be read before checking. Paths are relative to the theatre's folder, with `/`, without `..`. */
export interface RequestedFile {
  readonly kind: 'use' | 'pack' | 'table';
  /** The path in the theatre's folder, or the pack's name. */
  readonly path: string;
}
