import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  LSPPlugin,
  renameKeymap,
  serverCompletionSource,
  signatureHelp,
  Workspace,
  type Transport,
  type WorkspaceFile,
} from '@codemirror/lsp-client';
import { ViewPlugin, keymap, type EditorView } from '@codemirror/view';
import { sanitiseMarkup } from './sanitiseMarkup.ts';
import { showMessages } from './showMessages.ts';

interface LanguageOptions {
  /** Brings a file before the reader, for definitions in other files. */
  readonly display: (uri: string) => EditorView | null;
  /** How many messages of each kind a file has. */
  readonly counted: (uri: string, counts: { readonly errors: number; readonly warnings: number }) => void;
}

/** The address under which the language server knows a file of the theatre's folder. */
export function uriOf(path: string): string {
  return `file:///theatre/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The language server in its worker, ready for editors. */
export function connectLanguage({ display, counted }: LanguageOptions): LSPClient {
  const client = new LSPClient({
    rootUri: 'file:///theatre',
    sanitizeHTML: sanitiseMarkup,
    timeout: 10_000,
    workspace: (connected) => new OpenFiles(connected, display),
    notificationHandlers: {
      'textDocument/publishDiagnostics': (_, { uri, diagnostics }) => {
        const severities = (diagnostics as readonly { severity?: number }[]).map(
          ({ severity = 1 }) => severity,
        );
        counted(uri, {
          errors: severities.filter((severity) => severity === 1).length,
          warnings: severities.filter((severity) => severity === 2).length,
        });
        return false;
      },
    },
    extensions: [
      autocompletion({ override: [completeUnlessTyped], icons: false }),
      hoverTooltips({ hoverTime: 350 }),
      keymap.of([...formatKeymap, ...renameKeymap, ...jumpToDefinitionKeymap, ...findReferencesKeymap]),
      signatureHelp(),
      showMessages(),
      synchroniseAtOnce,
    ],
  });
  return client.connect(openWorker());
}

function openWorker(): Transport {
  const worker = new Worker('/languageWorker.js', { type: 'module' });
  const handlers = new Map<(value: string) => void, (event: MessageEvent) => void>();
  return {
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe(handler) {
      const listener = ({ data }: MessageEvent) =>
        handler(typeof data === 'string' ? data : JSON.stringify(data));
      handlers.set(handler, listener);
      worker.addEventListener('message', listener);
    },
    unsubscribe(handler) {
      const listener = handlers.get(handler);
      if (listener) worker.removeEventListener('message', listener);
      handlers.delete(handler);
    },
  };
}

/**
 * The server's proposals, asked anew at every keystroke and without the word that stands there already: with the list
 * open, Enter would take that word instead of ending the line.
 */
async function completeUnlessTyped(context: CompletionContext): Promise<CompletionResult | null> {
  const result = await serverCompletionSource(context);
  if (result === null) return null;
  const options = result.options.filter(({ label, apply }) => {
    const typed = context.state.sliceDoc(result.from, context.pos);
    return label !== typed && apply !== typed;
  });
  return options.length === 0 ? null : { from: result.from, options };
}

/** The client would wait half a second before it tells the server of a keystroke; the checks are faster than that. */
const SYNCHRONISE_MILLISECONDS = 25;

const synchroniseAtOnce = ViewPlugin.define((view) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    update(update) {
      if (!update.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => LSPPlugin.get(view)?.client.sync(), SYNCHRONISE_MILLISECONDS);
    },
    destroy: () => clearTimeout(timer),
  };
});

/** Every file of the theatre's folder has its editor, shown or not, so the server knows all of them. */
class OpenFiles extends Workspace {
  files: (WorkspaceFile & { view: EditorView })[] = [];
  private readonly versions = new Map<string, number>();
  private readonly display: LanguageOptions['display'];

  constructor(client: LSPClient, display: LanguageOptions['display']) {
    super(client);
    this.display = display;
  }

  private nextVersion(uri: string): number {
    const version = (this.versions.get(uri) ?? -1) + 1;
    this.versions.set(uri, version);
    return version;
  }

  override openFile(uri: string, languageId: string, view: EditorView): void {
    const file = {
      uri,
      languageId,
      version: this.nextVersion(uri),
      doc: view.state.doc,
      view,
      getView: () => view,
    };
    this.files.push(file);
    this.client.didOpen(file);
  }

  override closeFile(uri: string): void {
    this.files = this.files.filter((file) => file.uri !== uri);
    this.client.didClose(uri);
  }

  override syncFiles() {
    return this.files.flatMap((file) => {
      const plugin = LSPPlugin.get(file.view);
      if (plugin === null || plugin.unsyncedChanges.empty) return [];
      const update = { changes: plugin.unsyncedChanges, file, prevDoc: file.doc };
      file.doc = file.view.state.doc;
      file.version = this.nextVersion(file.uri);
      plugin.clear();
      return [update];
    });
  }

  override displayFile(uri: string): Promise<EditorView | null> {
    return Promise.resolve(this.display(uri));
  }
}
