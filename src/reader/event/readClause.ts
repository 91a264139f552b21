import type { NameMention, Span } from '../article.ts';
import { findNounPhrases } from './findNounPhrases.ts';
import type { Clause } from './clause.ts';
import { tagSentence } from './tagSentence.ts';

/** A sentence as words and noun phrases, with the names of the article in it. */
export function readClause(
  text: string,
  span: Span,
  sentence: number,
  names: readonly NameMention[],
): Clause {
  const words = tagSentence(text, span);
  return {
    sentence,
    words,
    phrases: findNounPhrases(
      words,
      names.filter((name) => name.sentence === sentence),
    ),
  };
}
