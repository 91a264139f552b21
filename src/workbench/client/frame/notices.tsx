import type { KeptText } from '../../protocol/index.ts';
import { connection, files, forgetKept, keptTexts, refusal } from '../workbench.ts';
import { groupKept } from './groupKept.ts';

/** What went wrong, quietly: a server that is gone, a request that was refused, texts that were set aside. */
export function Notices() {
  const away = files.value
    .map(({ standing }) => standing.value)
    .flatMap((standing) => (standing.kind === 'away' ? [standing.since] : []));
  const since = away.length === 0 ? null : new Date(Math.min(...away)).toLocaleTimeString();
  const words = describeConnection(since);
  return (
    <section class="notices" aria-label="Notices">
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
      {groupKept(keptTexts.value.filter(isTold)).map(({ path, texts }) => (
        <Kept key={path} path={path} texts={texts} />
      ))}
    </section>
  );
}

/** While a file says itself that its text and the disk's have parted, its copy is no news. */
function isTold({ path, text }: KeptText): boolean {
  const file = files.value.find((one) => one.path === path);
  return file?.standing.value.kind !== 'conflict' || file.text() !== text;
}

/** The texts of one file that could not be written, in one notice however many they are. */
function Kept({ path, texts }: { readonly path: string; readonly texts: readonly (readonly KeptText[])[] }) {
  const count = texts.length;
  return (
    <details class="notice">
      <summary>
        {count === 1 ? `A text of ${path} was` : `${count} texts of ${path} were`} kept and not written,
        because the file had changed meanwhile.
      </summary>
      {texts.map((same, index) => {
        const which = count === 1 ? '' : ` ${index + 1} of ${count}`;
        return (
          <>
            <textarea
              readOnly
              rows={8}
              aria-label={`Kept text${which} of ${path}`}
              value={same[0]?.text ?? ''}
            />
            <div class="buttons">
              <button type="button" onClick={() => void forgetKept(same.map(({ id }) => id))}>
                Throw this text away<span class="hidden">{which}</span>
              </button>
            </div>
          </>
        );
      })}
    </details>
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
