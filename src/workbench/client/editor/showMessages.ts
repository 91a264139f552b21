import { forEachDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { LSPPlugin, type LSPClient, type LSPClientExtension } from '@codemirror/lsp-client';
import { activateHover, type EditorView } from '@codemirror/view';

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface Message {
  readonly range: Range;
  readonly severity?: number;
  readonly message: string;
}
interface CodeAction {
  readonly title: string;
  readonly edit?: {
    readonly changes?: Readonly<
      Record<string, readonly { readonly range: Range; readonly newText: string }[]>
    >;
  };
}

/**
 * Draws the language server's messages into the text. Who looks at one is also offered what would mend it; that is
 * asked for only then, since every fix is tried before it is offered.
 */
export function showMessages(): LSPClientExtension {
  return {
    clientCapabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    notificationHandlers: {
      'textDocument/publishDiagnostics': (client, { uri, version, diagnostics }) => {
        const file = client.workspace.getFile(uri as string);
        const view = file?.getView();
        const plugin = view && LSPPlugin.get(view);
        if (!file || !view || !plugin || (version ?? file.version) !== file.version) return false;
        const place = (position: Position) =>
          plugin.unsyncedChanges.mapPos(plugin.fromPosition(position, plugin.syncedDoc));
        const shown = (diagnostics as readonly Message[]).map(
          ({ range, severity = 1, message }): Diagnostic => ({
            from: place(range.start),
            to: place(range.end),
            severity: SEVERITIES[severity] ?? 'error',
            message,
            renderMessage: (drawnIn) => drawMessage(client, drawnIn, message, range),
          }),
        );
        view.dispatch(setDiagnostics(view.state, shown));
        return true;
      },
    },
  };
}

const SEVERITIES: Readonly<Record<number, Diagnostic['severity']>> = {
  1: 'error',
  2: 'warning',
  3: 'info',
  4: 'hint',
};

/** Shows the message under the cursor and puts the focus on the first thing that would mend it. */
export function mendHere(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  let at: number | null = null;
  forEachDiagnostic(view.state, (_, from, to) => {
    if (from <= head && head <= to) at ??= from;
  });
  if (at === null) return false;
  activateHover(view, at, 1, { until: ({ docChanged }) => docChanged });
  focusFix(view, FOCUS_TRIES);
  return true;
}

const FOCUS_TRIES = 40;

/** The fixes are asked for, so they may come a moment later. */
function focusFix(view: EditorView, tries: number): void {
  const first = view.dom.ownerDocument.querySelector<HTMLElement>('.cm-tooltip-hover .cm-fix');
  if (first) first.focus();
  else if (tries > 0) setTimeout(() => focusFix(view, tries - 1), 50);
}

function drawMessage(client: LSPClient, view: EditorView, message: string, range: Range): Node {
  const drawn = document.createElement('span');
  drawn.append(message);
  const plugin = LSPPlugin.get(view);
  if (plugin === null) return drawn;
  client.sync();
  const { doc } = view.state;
  client
    .request<unknown, readonly CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: plugin.uri },
      range,
      context: { diagnostics: [] },
    })
    .then((actions) => {
      for (const { title, edit } of actions ?? []) {
        const changes = edit?.changes?.[plugin.uri] ?? [];
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'cm-fix';
        button.textContent = title;
        button.addEventListener('click', () => {
          // What was tried was tried on that text.
          if (!view.state.doc.eq(doc)) return;
          view.dispatch({
            changes: changes.map(({ range: { start, end }, newText }) => ({
              from: plugin.fromPosition(start, doc),
              to: plugin.fromPosition(end, doc),
              insert: view.state.toText(newText),
            })),
            userEvent: 'input.fix',
          });
          view.focus();
        });
        drawn.append(button);
      }
    })
    // A message stays a message where nothing is known to mend it.
    .catch(() => undefined);
  return drawn;
}
