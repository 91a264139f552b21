import type { Article, NameMention, Span, Voice } from '../article.ts';
import type { Clause } from '../event/clause.ts';
import { readClause } from '../event/readClause.ts';
import type { FoundCue } from './foundCue.ts';
import { findPhraseVoices } from './findPhraseVoices.ts';
import { findVerbVoices } from './findVerbVoices.ts';
import { HEDGES } from './speechWords.ts';

/**
 * Who is speaking: attribution cues (according to …, … said, reportedly, … is seen as …), the words that name the
 * source, and the part of the sentence the cue covers. A pronoun carries the last named source on for three sentences.
 */
export function findVoices(
  article: Pick<Article, 'text' | 'sentences'>,
  names: readonly NameMention[],
): readonly Voice[] {
  const voices: Voice[] = [];
  let last: { readonly source: Span; readonly sentence: number } | null = null;
  article.sentences.forEach((span, sentence) => {
    const clause: Clause = readClause(article.text, span, sentence, names);
    const found = withoutOverlaps([...findPhraseVoices(article.text, span), ...findVerbVoices(span, clause)]);
    for (const { cue, source, scope, pronoun } of found) {
      const carried: boolean = pronoun && last !== null && sentence - last.sentence <= 3;
      const named: Span | null = carried && last ? last.source : source;
      if (source && !pronoun) last = { source, sentence };
      else if (carried && last) last = { source: last.source, sentence };
      voices.push({
        start: Math.min(cue.start, scope.start),
        end: Math.max(cue.end, scope.end),
        sentence,
        cue,
        source: named,
        scope,
        carried,
        hedged: HEDGES.test(article.text.slice(span.start, span.end)),
      });
    }
  });
  return voices;
}

/** Of two cues that overlap, the one that names a source stays, else the first. */
function withoutOverlaps(cues: readonly FoundCue[]): readonly FoundCue[] {
  const sorted = [...cues].sort((a, b) => a.cue.start - b.cue.start);
  return sorted.filter(
    (one, index) =>
      !sorted.some(
        (other, place) =>
          other !== one &&
          other.cue.start < one.cue.end &&
          one.cue.start < other.cue.end &&
          (one.source === null
            ? other.source !== null || place < index
            : other.source !== null && place < index),
      ),
  );
}
