import { useState } from 'preact/hooks';
import type { OpenFile } from '../files/openFile.ts';

/** What to do with a file whose text here and text on disk have parted; nothing is overwritten unasked. */
export function FileBanner({ file }: { readonly file: OpenFile }) {
  const [isOpen, setOpen] = useState(false);
  const standing = file.standing.value;
  if (standing.kind === 'refused') {
    return (
      <div class="notice" role="alert">
        <p>
          {file.path} was not saved: {standing.message} {standing.hint ?? ''} The text is kept in this
          browser.
        </p>
      </div>
    );
  }
  if (standing.kind !== 'conflict') return null;
  const { disk } = standing;
  return (
    <div class="notice" role="alert">
      <p>
        {disk === null
          ? `${file.path} was removed from the disk while its text stood open here.`
          : `${file.path} was changed elsewhere meanwhile, in another window of this page or by another program. Neither text has been overwritten; nothing more is saved until you choose.`}
      </p>
      <div class="buttons">
        <button type="button" onClick={file.keepMine}>
          {disk === null ? 'Write my text again' : 'Keep my text as the file'}
        </button>
        {disk === null ? null : (
          <>
            <button type="button" onClick={file.takeDisk}>
              Take the other text
            </button>
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Close the other text' : 'Show the other text'}
            </button>
          </>
        )}
      </div>
      {disk === null || !isOpen ? null : (
        <textarea readOnly rows={12} aria-label={`Text of ${file.path} on disk`} value={disk.text} />
      )}
    </div>
  );
}
