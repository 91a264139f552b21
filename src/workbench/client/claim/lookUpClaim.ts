import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { OpenFile } from '../files/openFile.ts';
import { activePath, files, mainFile } from '../workbench.ts';

/**
 * Brings the text of a claim before the reader, in whichever file it stands; false where no text has it. Without
 * `focus` the keys stay where they are.
 */
export function lookUpClaim(name: string, focus = true): boolean {
  const main = mainFile.value;
  const ordered = [...(main ? [main] : []), ...files.value.filter((file) => file !== main)];
  for (const file of ordered) {
    const at = findClaim(file.view.state.doc.toString(), name);
    if (at === null) continue;
    reveal(file, at, focus);
    return true;
  }
  return false;
}

/** Brings a line of the theatre before the reader. */
export function lookUpLine(line: number): void {
  const file = mainFile.value;
  if (!file) return;
  const { doc } = file.view.state;
  reveal(file, doc.line(Math.min(Math.max(1, line), doc.lines)).from, true);
}

/** The name of the claim whose text holds a place, or null between claims. */
export function claimAt(text: string, place: number): string | null {
  const before = text.slice(0, text.indexOf('\n', place) === -1 ? text.length : text.indexOf('\n', place));
  const opener = before
    .split('\n')
    .reverse()
    .find((line) => /^[^\s/]/.test(line));
  return opener === undefined ? null : (/^claim\s+([\p{L}\p{N}_]+)/u.exec(opener)?.[1] ?? null);
}

function findClaim(text: string, name: string): number | null {
  let start = 0;
  for (const line of text.split('\n')) {
    const found = /^claim\s+([\p{L}\p{N}_]+)/u.exec(line)?.[1];
    if (found === name) return start;
    start += line.length + 1;
  }
  return null;
}

function reveal(file: OpenFile, at: number, focus: boolean): void {
  const isHidden = activePath.value !== file.path;
  activePath.value = file.path;
  const show = (): void => {
    file.view.dispatch({
      selection: EditorSelection.cursor(at),
      effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: 60 }),
    });
    if (focus) file.view.focus();
  };
  // An editor that is not drawn yet can be neither scrolled nor focused.
  if (isHidden) setTimeout(show, 30);
  else show();
}
