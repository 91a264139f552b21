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
            {message} {hint === null ? null : <span class="dim">{hint}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
