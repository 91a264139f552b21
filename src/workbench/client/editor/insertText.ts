import { EditorView } from '@codemirror/view';
import { findInsertion, type Addition } from '../../../language/index.ts';
import { createFile, mainFile, said, workspace } from '../workbench.ts';

/** What a theatre that does not exist yet begins with. */
const BEGINNING = 'tacit 1\ntheatre "A theatre without a title yet"\n';

/** Puts lines into the theatre's text at the place of their kind, shows them, and says so. */
export function insertText(addition: Addition): void {
  const path = workspace.value?.main ?? 'theatre.tacit';
  const file = mainFile.value ?? createFile(path, BEGINNING);
  const { view } = file;
  const { at, text } = findInsertion(view.state.doc.toString(), addition);
  view.dispatch({
    changes: { from: at, insert: view.state.toText(text) },
    selection: { anchor: at + text.length },
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
    userEvent: 'input.insert',
  });
  const [first = ''] = text.trim().split('\n');
  said.value = `Inserted into ${file.path}: ${first}`;
}
