import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export const isHelpOpen = signal(false);

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl-Space', 'propose words and names'],
  ['F1', 'explain the word under the cursor; Escape takes the note away'],
  ['F2', 'rename a name everywhere'],
  ['F12', 'go to where a name is declared'],
  ['Shift-F12', 'list where a name is used'],
  ['Shift-Alt-F', 'format the text'],
  ['F8', 'next message about the text'],
  ['Ctrl-.', 'what mends the message under the cursor'],
  ['Ctrl-F', 'find and replace'],
  ['Ctrl-Z, Ctrl-Y', 'undo, redo; also after a reload'],
  ['Ctrl-/', 'turn lines into a comment'],
  ['Alt-N', 'new claim by form'],
  ['Alt-V', 'from the claim under the cursor to its verdict'],
  ['Alt-T', 'from a verdict to the claim’s text'],
  ['Alt-0', 'the text'],
  ['Alt-1 to Alt-6', 'verdicts, claim, record, forward, draft, report'],
  ['↑ ↓ Home End', 'along the rows of a table or the marks of a list'],
  ['Escape, then Tab', 'leave the editor'],
];

/** The keys of the page, in a dialogue. */
export function Help() {
  const dialogue = useRef<HTMLDialogElement>(null);
  const isOpen = isHelpOpen.value;
  useEffect(() => {
    if (isOpen) dialogue.current?.showModal();
    else dialogue.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialogue} aria-labelledby="keys" onClose={() => (isHelpOpen.value = false)}>
      <h2 id="keys">Keys</h2>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
