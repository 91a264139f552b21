import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../article.ts';

/** A word of a sentence with its part of speech and base form; offsets into the article. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part of speech, such as VERB. */
  readonly tag: string;
  readonly lemma: string;
}

/** Voices and acts are read from the same sentences. */
const tagged = new WeakMap<Span, { readonly text: string; readonly words: readonly Word[] }>();

let tagger: ReturnType<typeof winkNLP> | null = null;

/** Words whose part of speech the tagger often mistakes in this field: a noun behind a name is read as one. */
const NOUN_AFTER_NAME =
  /^(strikes?|attacks?|raids?|claims?|bases?|troops|forces|drones?|rockets?|response|shells?|supports?)$/;

/**
 * Cuts a stretch of text into words with parts of speech (wink-nlp, lite model). The words are those of the text in
 * their order; what the tagger changes is looked up again, so that `text.slice(start, end)` is the word.
 */
export function tagSentence(text: string, span: Span): readonly Word[] {
  const before = tagged.get(span);
  if (before?.text === text) return before.words;
  const words = cutWords(text, span);
  tagged.set(span, { text, words });
  return words;
}

function cutWords(text: string, span: Span): readonly Word[] {
  tagger ??= winkNLP(model, ['pos']);
  const { its } = tagger;
  const written = text.slice(span.start, span.end);
  const tokens = tagger.readDoc(written).tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as unknown as string[];
  const lemmas = tokens.out(its.lemma as never) as unknown as string[];
  const words: Word[] = [];
  let from = 0;
  values.forEach((value, index) => {
    const at = written.indexOf(value, from);
    if (at === -1) return;
    from = at + value.length;
    const lower = value.toLowerCase();
    const tag = tags[index] ?? 'X';
    const before = words.at(-1);
    // "Attacks by …", "Officials said …": a capital at the beginning of a sentence makes no name.
    const plural = before === undefined && tag === 'PROPN' && /^[A-Z][a-z]+s$/.test(value);
    words.push({
      start: span.start + at,
      end: span.start + from,
      text: value,
      lower,
      tag: plural ? 'NOUN' : corrected(before, tag, lower),
      lemma: plural ? singular(lower) : (lemmas[index] ?? lower).toLowerCase(),
    });
  });
  return words;
}

function corrected(before: Word | undefined, tag: string, lower: string): string {
  return before?.tag === 'PROPN' && tag === 'VERB' && NOUN_AFTER_NAME.test(lower) ? 'NOUN' : tag;
}

function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`;
  return /(?:sh|ch|ss|x)es$/.test(plural) ? plural.slice(0, -2) : plural.slice(0, -1);
}
