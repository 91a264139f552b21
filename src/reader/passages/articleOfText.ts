import type { Day } from '../../calendar/index.ts';
import type { Article, Sentence, Span } from '../article.ts';
import { normaliseSigns } from './normaliseSigns.ts';
import { sortBlocks } from './sortBlocks.ts';
import { splitBlocks } from './splitBlocks.ts';
import { splitLead } from './splitLead.ts';
import { splitSentences } from './splitSentences.ts';

/** What is known about an article besides its text; what a person or the file's own data say goes before what is found. */
export interface ArticleFacts {
  readonly file: string;
  /** The day of publication as given; undefined where nobody said. */
  readonly published?: Day | null;
  readonly publisher?: string | null;
}

/** Finds title, byline, paragraphs and sentences in a text. Every offset counts in `raw` and in `text` alike. */
export function articleOfText(raw: string, facts: ArticleFacts): Article {
  const text = normaliseSigns(raw);
  const blocks = splitBlocks(text);
  const sorted = sortBlocks(text, blocks);
  const { title, byline, paragraphs, headings, boilerplate } = sorted;
  const whole: (Span & { paragraph: number | null })[] = [
    ...(title ? [{ ...title, paragraph: null }] : []),
    ...headings.map((span) => ({ ...span, paragraph: null })),
    ...paragraphs.map((span, paragraph) => ({ ...span, paragraph })),
  ].sort((a, b) => a.start - b.start);
  const sentences: Sentence[] = whole.flatMap(({ paragraph, ...span }) =>
    (paragraph === null ? [span] : sentencesOf(text, span)).map((sentence) => ({ ...sentence, paragraph })),
  );
  return {
    file: facts.file,
    raw,
    text,
    title,
    byline,
    publisher: facts.publisher ?? sorted.publisher,
    published: facts.published ?? sorted.published,
    paragraphs,
    headings,
    boilerplate,
    sentences,
  };
}

/** The sentences of a paragraph; a dateline before them is one of its own, so that no act is told of its place and day. */
function sentencesOf(text: string, span: Span): readonly Span[] {
  const { from, dateline } = splitLead(text, span);
  return [...(dateline ? [dateline] : []), ...splitSentences(text, { start: from, end: span.end })];
}
