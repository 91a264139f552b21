import type { PackName } from '../article.ts';

export type Sense = 'name' | 'adjective' | 'metonym' | 'loaded' | 'short';

export interface Form {
  readonly entry: PackName;
  readonly sense: Sense;
  /** As the pack writes it, word by word. */
  readonly written: readonly string[];
}

/** Spellings as a tree of words. */
export interface FormNode {
  readonly next: Map<string, FormNode>;
  readonly forms: Form[];
}
