import type { ExaminationState } from '../../protocol/index.ts';
import { lookUpLine } from '../claim/lookUpClaim.ts';

type Refused = Extract<ExaminationState, { kind: 'refused' }>;

/** Why the text could not be examined: every message leads to its line. */
export function Diagnostics({ diagnostics }: Pick<Refused, 'diagnostics'>) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <section class="notice" aria-labelledby="messages">
      <h3 id="messages">The text has {errors.length === 1 ? 'one error' : `${errors.length} errors`}</h3>
      <p>Verdicts come back as soon as it can be read.</p>
      <ul class="messages">
        {errors.map(({ file, line, message, hint }) => (
          <li>
            <button type="button" class="link" onClick={() => lookUpLine(line)}>
              {file === null ? '' : `${file}, `}line {line}
            </button>{' '}
            <WithCode text={message} /> {hint === null ? null : <WithCode text={hint} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands between backquotes is to be written as it is. */
function WithCode({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}
