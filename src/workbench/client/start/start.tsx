import { useState } from 'preact/hooks';
import type { Workspace } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';
import { go, type Sheet } from '../route.ts';
import { refusal } from '../workbench.ts';
import { beginTheatre } from './beginTheatre.ts';

/** The page of a folder without a theatre: three ways to begin. */
export function Start() {
  const [title, setTitle] = useState('');
  const begin = (sheet: Sheet): void => {
    beginTheatre(title);
    go({ sheet });
  };
  return (
    <main class="start">
      <h2>What do you have?</h2>
      <p>
        Tacit tests claims about a conflict against a record of events. A theatre is the text in which claims,
        names and records are written down. This folder has none yet.
      </p>
      <label class="field">
        Title of the theatre
        <input
          type="text"
          value={title}
          placeholder="Border incidents, 2020 to 2024"
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </label>
      <ul class="choices">
        <Choice
          title="A record of events"
          words="An export of ACLED, UCDP GED, GDELT, ICEWS or POLECAT, or a table of your own; it may be dropped here. Its names become declarations with one press each."
          act="Start from a record"
          run={() => begin('record')}
        />
        <Choice
          title="An article"
          words="Text, HTML, PDF or Word. Tacit drafts its claims, each with its passage; you accept, change or discard them."
          act="Start from an article"
          run={() => begin('draft')}
        />
        <Choice
          title="Nothing yet"
          words="Look at a finished theatre first: claims of two articles about eastern Syria and a small record."
          act="Open the example"
          run={() => void openExample()}
        />
      </ul>
    </main>
  );
}

function Choice(props: { title: string; words: string; act: string; run: () => void }) {
  return (
    <li>
      <h3>{props.title}</h3>
      <p>{props.words}</p>
      <button type="button" class="primary" onClick={props.run}>
        {props.act}
      </button>
    </li>
  );
}

async function openExample(): Promise<void> {
  const answer = await askServer<Workspace>('/example', { method: 'POST', json: {} });
  if (answer.kind === 'ok') location.reload();
  else if (answer.kind === 'refused') refusal.value = answer.refusal;
}
