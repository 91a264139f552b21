import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Waiting } from '../../protocol/index.ts';
import { askServer } from '../connection/askServer.ts';

type Outlook = 'forecast' | 'whatif';
type Standing =
  | { readonly kind: 'working'; readonly seconds: number }
  | { readonly kind: 'there'; readonly address: string; readonly json: string }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

const standings = signal<Readonly<Partial<Record<Outlook, Standing>>>>({});

/** The theatre run forward: what the record leads one to expect, and what changes under other rules. */
export function ForwardView() {
  const [days, setDays] = useState(60);
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
          void ask('forecast', `?days=${days}`);
        }}
      >
        <label>
          Days ahead
          <input
            type="number"
            min={1}
            max={365}
            value={days}
            onInput={({ currentTarget }) => setDays(Number(currentTarget.value))}
          />
        </label>
        <button type="submit">Forecast</button>
        <button type="button" onClick={() => void ask('whatif', '')}>
          What-ifs of the text
        </button>
      </form>
      <Result outlook="forecast" title="Forecast" />
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

const ASK_AGAIN_MILLISECONDS = 700;

async function ask(outlook: Outlook, query: string): Promise<void> {
  const started = Date.now();
  const address = `/${outlook}.html${query}`;
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
    await new Promise((done) => setTimeout(done, ASK_AGAIN_MILLISECONDS));
  }
}

function put(outlook: Outlook, standing: Standing): void {
  standings.value = { ...standings.value, [outlook]: standing };
}
