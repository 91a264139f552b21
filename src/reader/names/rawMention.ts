import type { NameMention } from '../article.ts';
import type { Form } from './formTree.ts';

/** A mention with what joining needs to know. */
export interface RawMention extends NameMention {
  readonly sense: Form['sense'] | 'unknown';
  readonly possessive: boolean;
}
