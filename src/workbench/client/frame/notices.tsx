import { connection, files, forgetKept, keptTexts, refusal } from '../workbench.ts';

/** What went wrong, quietly: a server that is gone, a request that was refused, texts that were set aside. */
export function Notices() {
  const away = files.value
    .map(({ standing }) => standing.value)
    .flatMap((standing) => (standing.kind === 'away' ? [standing.since] : []));
  const since = away.length === 0 ? null : new Date(Math.min(...away)).toLocaleTimeString();
  const words = describeConnection(since);
  return (
    <div class="notices">
      {words === null ? null : (
        <p class="notice" role="alert">
          {words}
        </p>
      )}
      {refusal.value === null ? null : (
        <p class="notice" role="alert">
          {refusal.value.message} {refusal.value.hint ?? ''}{' '}
          <button type="button" class="quiet" onClick={() => (refusal.value = null)}>
            Dismiss
          </button>
        </p>
      )}
      {keptTexts.value.map((kept) => (
        <details class="notice">
          <summary>
            A text of {kept.path} that could not be written was kept, because the file had changed meanwhile.
          </summary>
          <textarea readOnly rows={8} aria-label={`Kept text of ${kept.path}`} value={kept.text} />
          <div class="buttons">
            <button type="button" onClick={() => void forgetKept(kept.id)}>
              Throw this text away
            </button>
          </div>
        </details>
      ))}
    </div>
  );
}

function describeConnection(since: string | null): string | null {
  if (connection.value === 'locked out') {
    return 'The server was started anew and does not know this page: open the address it printed. Your text is kept in this browser.';
  }
  if (since !== null) {
    return `Not saved since ${since}: the server does not answer. Your text is kept in this browser and saved as soon as the server is back.`;
  }
  return connection.value === 'lost' ? 'The server does not answer; trying again.' : null;
}
