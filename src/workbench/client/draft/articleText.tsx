import { useEffect, useRef } from 'preact/hooks';
import { showControls } from '../../../report/index.ts';
import type { Draft } from '../../../reader/index.ts';
import { current, decisionOn } from './draftState.ts';
import { splitText } from './splitText.ts';

/** The articles with the passages of the suggestions marked. */
export function ArticleText({ draft }: { readonly draft: Draft }) {
  const place = useRef<HTMLDivElement>(null);
  const at = current.value;
  useEffect(() => {
    const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    place.current?.querySelector('mark[aria-current]')?.scrollIntoView({ block: 'center', behavior: smooth });
  }, [at]);
  return (
    <div class="article" ref={place} role="region" tabIndex={0} aria-label="Article">
      {draft.articles.map((article, index) => (
        <article>
          <p class="dim">
            {article.publisher ?? article.file}
            {article.published === null ? '' : `, ${article.published}`}
          </p>
          {article.title === null ? null : (
            <h3>{showControls(article.raw.slice(article.title.start, article.title.end))}</h3>
          )}
          {[...article.headings.map((span) => ({ ...span, number: null })), ...article.paragraphs]
            .sort((a, b) => a.start - b.start)
            .map((paragraph) => (
              <Paragraph draft={draft} article={index} {...paragraph} />
            ))}
        </article>
      ))}
    </div>
  );
}

interface ParagraphProps {
  readonly draft: Draft;
  readonly article: number;
  readonly number: number | null;
  readonly start: number;
  readonly end: number;
}

function Paragraph({ draft, article, number, start, end }: ParagraphProps) {
  const raw = draft.articles[article]?.raw ?? '';
  const passages = draft.suggestions.flatMap((suggestion, index) =>
    suggestion.article === article && suggestion.start < end && suggestion.end > start
      ? [{ suggestion, index }]
      : [],
  );
  const pieces = splitText(
    start,
    end,
    passages.map(({ suggestion }) => suggestion),
  );
  return (
    <p class={number === null ? 'heading' : undefined}>
      {number === null ? null : <span class="number">{number}</span>}
      {pieces.map((piece) => {
        const words = showControls(raw.slice(piece.start, piece.end));
        const on = piece.covered.flatMap((at) => passages[at] ?? []);
        const first = on.find(({ index }) => index === current.value) ?? on[0];
        if (first === undefined) return words;
        return (
          <mark
            class={decisionOn(first.suggestion).kind}
            aria-current={first.index === current.value ? 'true' : undefined}
            onClick={() => (current.value = first.index)}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
}
