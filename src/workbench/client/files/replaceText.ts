import type { EditorView } from '@codemirror/view';

/** Makes the editor show another text by changing only what differs, so that the cursor and undo stay meaningful. */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.sliceDoc();
  if (before === text) return;
  const { doc } = view.state;
  const wanted = view.state.toText(text);
  const shortest = Math.min(doc.length, wanted.length);
  const from = sharedLength(doc.toString(), wanted.toString(), shortest);
  const to = sharedEnd(doc.toString(), wanted.toString(), shortest - from);
  view.dispatch({
    changes: { from, to: doc.length - to, insert: wanted.slice(from, wanted.length - to) },
    userEvent: 'input.replace',
  });
}

function sharedLength(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function sharedEnd(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length += 1;
  return length;
}
