import type { Analysis } from './analyse.ts';
import type { FilesInView } from './declarationsIn.ts';
import type { Station } from './grammarAutomaton.ts';
import type { Token } from './token.ts';

/** What may be written at a place. */
export interface Completion {
  readonly kind: 'keyword' | 'name' | 'act' | 'measure' | 'class' | 'date' | 'form';
  /** As it is shown, and as it is written unless `template` says otherwise. */
  readonly label: string;
  /** One line beside the label. */
  readonly detail: string;
  /** What it means, in a few sentences of Markdown; null where the detail says it all. */
  readonly meaning: string | null;
  /** The word by which it was found where that is not the label: an alias, a display name. */
  readonly foundBy: string | null;
  /** A whole sentence with fields to fill in, `${1:Who} strikes …`; null for a plain word. */
  readonly template: string | null;
  /** The part of the text that it takes the place of. */
  readonly start: number;
  readonly end: number;
}

/** A completion before it is known what it takes the place of. */
export type Proposal = Omit<Completion, 'start' | 'end'> & { readonly start?: number };

/** Everything the makers of proposals may look at. */
export interface Asked {
  readonly files: FilesInView;
  readonly file: string;
  readonly analysis: Analysis;
  /** Stations of the grammar that may come next. */
  readonly stations: readonly Station[];
  /** The words of the sentence before the place. */
  readonly before: readonly Token[];
  /** The letters already typed. */
  readonly typed: string;
  readonly offset: number;
}
