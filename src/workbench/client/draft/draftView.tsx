import { useState } from 'preact/hooks';
import { DataTable } from '../../../report/index.ts';
import type { Draft } from '../../../reader/index.ts';
import { ArticleText } from './articleText.tsx';
import { draft, decisions, fault, isReading, readArticle } from './draftState.ts';
import { SuggestionList } from './suggestionList.tsx';

/** From an article to claims: nothing enters the theatre unasked. */
export function DraftView() {
  const found = draft.value;
  return (
    <>
      <h2>Draft</h2>
      <details open={found === null}>
        <summary>Read an article</summary>
        <ArticleForm />
      </details>
      {isReading.value ? (
        <p class="running" role="status">
          <progress aria-label="Reading the article" /> reading …
        </p>
      ) : null}
      {fault.value === null ? null : (
        <p class="notice" role="alert">
          {fault.value}
        </p>
      )}
      {found === null ? null : <Found draft={found} />}
    </>
  );
}

function ArticleForm() {
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  return (
    <form
      class="article-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void readArticle('pasted.txt', new Blob([text]), published);
      }}
    >
      <p>
        Text, HTML, PDF or Word. It is read on this machine and goes nowhere. Every suggestion hangs on its
        passage; what the article does not say is a “?” for you to fill.
      </p>
      <label class="field">
        Published on (needed where the article does not say)
        <input
          type="date"
          value={published}
          onInput={({ currentTarget }) => setPublished(currentTarget.value)}
        />
      </label>
      <label class="file-button">
        Choose a file
        <input
          type="file"
          class="hidden"
          accept=".txt,.html,.htm,.pdf,.docx,.md"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void readArticle(file.name, file, published);
            currentTarget.value = '';
          }}
        />
      </label>
      <label class="field">
        or paste its text
        <textarea rows={6} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <button type="submit" disabled={text.trim() === ''}>
        Draft claims from the text
      </button>
    </form>
  );
}

function Found({ draft: found }: { readonly draft: Draft }) {
  const settled = [...decisions.value.values()].filter(({ kind }) => kind !== 'open').length;
  return (
    <>
      <p role="status">
        {found.suggestions.length} suggestions, {settled} decided.
      </p>
      {found.asks.length + found.notes.length === 0 ? null : (
        <ul class="asks">
          {[...found.asks, ...found.notes].map((ask) => (
            <li>{ask}</li>
          ))}
        </ul>
      )}
      <div class="side-by-side">
        <ArticleText draft={found} />
        <SuggestionList draft={found} />
      </div>
      <details>
        <summary>Names no pack knows ({found.unknownNames.length})</summary>
        <DataTable
          caption="Capitalised words that were not recognised"
          columns={['Words', 'Times', 'Perhaps']}
          numeric={[1]}
          rows={found.unknownNames.map(({ words, count, didYouMean }) => [
            words,
            String(count),
            didYouMean ?? '',
          ])}
        />
      </details>
      <details>
        <summary>How reliable this reading is</summary>
        <DataTable
          caption="Measured on unseen articles, layer by layer"
          columns={['Layer', 'Figure', 'Measured on']}
          rows={found.reliability.map(({ layer, figure, measuredOn }) => [layer, figure, measuredOn])}
        />
      </details>
    </>
  );
}
