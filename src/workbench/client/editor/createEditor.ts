import {
  acceptCompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyField, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  activateHover,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { highlightTacit } from './highlightTacit.ts';
import { mendHere } from './showMessages.ts';

interface EditorOptions {
  readonly path: string;
  readonly text: string;
  /** Undo steps kept by the browser: used where they belong to exactly this text. */
  readonly undo: unknown;
  readonly language: Extension;
  readonly changed: () => void;
}

const darkness = new Compartment();

/** An editor for one file: its text, its undo steps of before, and the language. */
export function createEditor({ path, text, undo, language, changed }: EditorOptions): EditorView {
  const night = matchMedia('(prefers-color-scheme: dark)');
  const extensions: Extension = [
    // A file with Windows line ends keeps them: otherwise the first letter typed would change every line.
    /\r\n/.test(text) && !/(^|[^\r])\n/.test(text) ? EditorState.lineSeparator.of('\r\n') : [],
    darkness.of(EditorView.darkTheme.of(night.matches)),
    lineNumbers(),
    highlightSpecialChars({ addSpecialChars: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g }),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    lintGutter(),
    EditorView.lineWrapping,
    highlightTacit(),
    language,
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      { key: 'F1', run: explainWord },
      { key: 'Mod-.', run: mendHere },
      ...completionKeymap,
      ...closeBracketsKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap,
    ]),
    EditorView.cspNonce.of(document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''),
    EditorView.contentAttributes.of({ 'aria-label': `Text of ${path}`, spellcheck: 'false', tabindex: '0' }),
    // A file that is dropped is a record or an article for the page, and no text for the theatre.
    EditorView.domEventHandlers({ drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0 }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed();
    }),
  ];
  const view = new EditorView({ state: restoreState(text, undo, extensions) });
  night.addEventListener('change', () =>
    view.dispatch({ effects: darkness.reconfigure(EditorView.darkTheme.of(night.matches)) }),
  );
  return view;
}

/** Shows the note on the word under the cursor, as the pointer would, until the cursor moves. */
function explainWord(view: EditorView): boolean {
  activateHover(view, view.state.selection.main.head, 1, {
    until: ({ docChanged, selection }) => docChanged || selection !== undefined,
  });
  return true;
}

/** What `createEditor` takes as `undo`. */
export function saveUndo(view: EditorView): unknown {
  return view.state.toJSON({ history: historyField });
}

function restoreState(text: string, undo: unknown, extensions: Extension): EditorState {
  const fresh = EditorState.create({ doc: text, extensions });
  if (typeof undo !== 'object' || undo === null) return fresh;
  try {
    const restored = EditorState.fromJSON(undo, { extensions }, { history: historyField });
    return restored.doc.eq(fresh.doc) ? restored : fresh;
  } catch {
    return fresh;
  }
}
