import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Waiting } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';
import { mainFile } from '../workbench.ts';
import { WhatIfForm } from './whatIfForm.tsx';

type Outlook = 'forecast' | 'whatif';
type Standing =
  | { readonly kind: 'working'; readonly seconds: number }
  | { readonly kind: 'there'; readonly address: string; readonly json: string }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

const standings = signal<Readonly<Partial<Record<Outlook, Standing>>>>({});

/** The theatre run forward: what the record leads one to expect, and what changes under other rules. */
export function ForwardView() {
  const [days, setDays] = useState('60');
  const [anyway, setAnyway] = useState(false);
  const file = mainFile.value;
  const text = file && file.edits.value >= 0 ? file.text() : '';
  const asksWhatIf = /^whatif\s/m.test(text);
  const isFit = /^[1-9]\d{0,3}$/.test(days) && Number(days) <= LONGEST_DAYS;
  return (
    <>
      <h2>Forward</h2>
      <p>
        What may happen if the past goes on as the fitted rules say. It is no prediction of decisions. The
        page also says how well such forecasts did before.
      </p>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          if (isFit) void ask('forecast', `?days=${days}`);
        }}
      >
        <label>
          Days ahead
          <input
            type="number"
            min={1}
            max={LONGEST_DAYS}
            value={days}
            onInput={({ currentTarget }) => setDays(currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={!isFit}>
          Forecast
        </button>
        <p class="dim" role="status">
          {isFit ? '' : `A whole number of days, from 1 to ${LONGEST_DAYS}.`}
        </p>
      </form>
      <Result outlook="forecast" title="Forecast" />
      <details open={!asksWhatIf}>
        <summary>{asksWhatIf ? 'Another what-if' : 'The text asks no what-if yet'}</summary>
        <WhatIfForm />
      </details>
      {asksWhatIf ? (
        <form
          class="filters"
          onSubmit={(event) => {
            event.preventDefault();
            void ask('whatif', anyway ? '?anyway=1' : '');
          }}
        >
          <button type="submit">Answer the what-ifs of the text</button>
          <label class="tick">
            <input
              type="checkbox"
              checked={anyway}
              onChange={({ currentTarget }) => setAnyway(currentTarget.checked)}
            />
            also where the record does not support a rule, and mark it
          </label>
        </form>
      ) : null}
      <Result outlook="whatif" title="What-ifs" />
    </>
  );
}

function Result({ outlook, title }: { readonly outlook: Outlook; readonly title: string }) {
  const standing = standings.value[outlook];
  if (standing === undefined) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {standing.kind === 'working' ? (
        <p class="running" role="status">
          <progress aria-label={`${title} in progress`} /> working, {standing.seconds} s
        </p>
      ) : null}
      {standing.kind === 'refused' ? (
        <p class="notice" role="alert">
          {standing.message} {standing.hint}
        </p>
      ) : null}
      {standing.kind === 'there' ? (
        <>
          <p class="documents">
            <a href={standing.address} download={`${outlook}.html`}>
              Download HTML
            </a>{' '}
            <a href={standing.json} download={`${outlook}.json`}>
              Download JSON
            </a>
          </p>
          <iframe class="document" title={title} sandbox="" src={standing.address} />
        </>
      ) : null}
    </section>
  );
}

const LONGEST_DAYS = 3660;
const SAVED_SOON_MILLISECONDS = 100;
const ASK_AGAIN_MILLISECONDS = 700;

async function ask(outlook: Outlook, query: string): Promise<void> {
  const started = Date.now();
  const address = `/${outlook}.html${query}`;
  // What is answered is the text on the disk.
  while (mainFile.value?.standing.value.kind === 'unsaved') await sleep(SAVED_SOON_MILLISECONDS);
  for (;;) {
    put(outlook, { kind: 'working', seconds: Math.round((Date.now() - started) / 1000) });
    const answer = await askServer<string | Waiting>(address);
    if (answer.kind === 'gone')
      return put(outlook, { kind: 'refused', message: 'The server does not answer.', hint: '' });
    if (answer.kind === 'refused') {
      const { message, hint = '' } = answer.refusal;
      return put(outlook, { kind: 'refused', message, hint });
    }
    if (typeof answer.value === 'string') {
      return put(outlook, { kind: 'there', address: `/api${address}`, json: `/api/${outlook}.json${query}` });
    }
    await sleep(ASK_AGAIN_MILLISECONDS);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function put(outlook: Outlook, standing: Standing): void {
  standings.value = { ...standings.value, [outlook]: standing };
}
