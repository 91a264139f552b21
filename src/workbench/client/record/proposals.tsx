import type { ProposedLine } from '../../protocol/index.ts';
import { insertText } from '../editor/insertText.ts';
import { mainFile } from '../workbench.ts';

/** Gaps and possible duplicates of a record: a press inserts the line that decides. */
export function Proposals({
  proposals,
  of,
}: {
  readonly proposals: readonly ProposedLine[];
  readonly of: string;
}) {
  const text = mainFile.value && mainFile.value.edits.value >= 0 ? mainFile.value.text() : '';
  const open = proposals.filter(({ line }) => !text.includes(line.trim()));
  if (open.length === 0) return null;
  return (
    <details>
      <summary>
        Gaps and possible duplicates of {of} to decide ({open.length})
      </summary>
      <p class="dim">
        Nothing is masked or merged unasked. Insert a line where you know that nobody looked, or that two rows
        are one incident.
      </p>
      <ul class="to-declare">
        {open.map(({ line, under, about }) => (
          <li>
            <button type="button" onClick={() => insertText({ kind: 'record line', text: line, under })}>
              Insert<span class="hidden"> {line}</span>
            </button>{' '}
            <code>{line}</code> <span class="dim">{about}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
