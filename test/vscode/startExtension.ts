/** An editor made for tests: just the part of VS Code's interface that the extension uses. */
import { EventEmitter } from 'node:events';
import childProcess, { type ChildProcess } from 'node:child_process';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';

interface ShownDiagnostic {
  readonly message: string;
  readonly severity: number;
  readonly code?: string;
}

interface EditedDocument {
  readonly uri: { toString: () => string };
  readonly languageId: string;
  version: number;
  text: string;
  getText: () => string;
}

type Provider = Record<string, (...args: unknown[]) => Promise<unknown>>;
type Loader = { _load: (request: string, ...rest: unknown[]) => unknown };

const require = createRequire(import.meta.url);

export function startExtension(folder: string) {
  const diagnostics = new Map<string, readonly ShownDiagnostic[]>();
  const changed = new EventEmitter();
  const events = new EventEmitter();
  const providers = new Map<string, Provider>();
  const shown: string[] = [];
  const documents: EditedDocument[] = [];
  const children: ChildProcess[] = [];
  const disposable = () => ({ dispose: () => undefined });
  const on = (event: string) => (listener: (value: unknown) => void) => {
    events.on(event, listener);
    return disposable();
  };
  const register = (name: string) => (_: string, provider: Provider) => {
    providers.set(name, provider);
    return disposable();
  };
  /** A class whose fields are the parameters of its constructor. */
  const fields = (...names: readonly string[]) =>
    class {
      constructor(...values: readonly unknown[]) {
        names.forEach((name, index) => Object.assign(this, { [name]: values[index] }));
      }
    };
  const names = [
    'CompletionItem',
    'Hover',
    'Definition',
    'Reference',
    'Rename',
    'DocumentFormattingEdit',
    'DocumentSymbol',
    'CodeActions',
    'DocumentSemanticTokens',
  ];
  const vscode = {
    Uri: { parse: (text: string) => ({ text, toString: () => text }) },
    Position: fields('line', 'character'),
    Range: fields('start', 'end'),
    Location: fields('uri', 'range'),
    MarkdownString: fields('value'),
    SnippetString: fields('value'),
    TextEdit: fields('range', 'newText'),
    WorkspaceEdit: class {
      readonly edits: unknown[] = [];
      replace(...edit: unknown[]) {
        this.edits.push(edit);
      }
    },
    Diagnostic: fields('range', 'message', 'severity'),
    CompletionItem: fields('label', 'kind'),
    CompletionList: fields('items', 'isIncomplete'),
    Hover: fields('contents', 'range'),
    DocumentSymbol: fields('name', 'detail', 'kind', 'range', 'selectionRange'),
    CodeActionKind: { QuickFix: { value: 'quickfix' } },
    CodeAction: fields('title', 'kind'),
    SemanticTokensLegend: fields('tokenTypes', 'tokenModifiers'),
    SemanticTokens: fields('data'),
    languages: {
      createDiagnosticCollection: () => ({
        set: (uri: { toString: () => string }, list: readonly ShownDiagnostic[]) => {
          diagnostics.set(uri.toString(), list);
          changed.emit('change');
        },
        clear: () => {
          diagnostics.clear();
          changed.emit('change');
        },
        ...disposable(),
      }),
      ...Object.fromEntries(names.map((name) => [`register${name}Provider`, register(name)])),
    },
    workspace: {
      textDocuments: documents,
      getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
      onDidOpenTextDocument: on('open'),
      onDidChangeTextDocument: on('change'),
      onDidSaveTextDocument: on('save'),
      onDidCloseTextDocument: on('close'),
      createFileSystemWatcher: () => ({
        onDidCreate: on('created'),
        onDidChange: on('changed'),
        onDidDelete: on('deleted'),
        ...disposable(),
      }),
    },
    window: {
      showInformationMessage: (message: string) => void shown.push(message),
      showErrorMessage: (message: string) => void shown.push(message),
    },
  };

  // The bundle asks Node for `vscode`; its child processes are remembered on the way.
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const spawn = (...args: Parameters<typeof childProcess.spawn>) => {
    const child = childProcess.spawn(...args);
    children.push(child);
    return child;
  };
  loader._load = (request, ...rest) => {
    if (request === 'vscode') return vscode;
    return request === 'node:child_process' ? { ...childProcess, spawn } : load(request, ...rest);
  };
  const path = join(folder, 'extension.js');
  delete require.cache[path];
  const extension = require(path) as {
    activate: (context: unknown) => Promise<void>;
    deactivate: () => void;
  };
  loader._load = load;

  return {
    shown,
    document: (uri: string, text: string): EditedDocument => {
      const document: EditedDocument = {
        uri: { toString: () => uri },
        languageId: 'tacit',
        version: 1,
        text,
        getText: () => document.text,
      };
      return document;
    },
    activate: (open: readonly EditedDocument[]) => {
      documents.push(...open);
      return extension.activate({ subscriptions: [], asAbsolutePath: (name: string) => join(folder, name) });
    },
    change: (document: EditedDocument, text: string) => {
      document.text = text;
      document.version += 1;
      events.emit('change', { document });
    },
    ask: <Result>(provider: string, method: string, ...args: unknown[]) =>
      providers.get(provider)?.[method]?.(...args) as Promise<Result>,
    diagnosed: (uri: string, wanted: (list: readonly ShownDiagnostic[]) => boolean) =>
      new Promise<readonly ShownDiagnostic[]>((resolve) => {
        const look = () => {
          const list = diagnostics.get(uri) ?? [];
          if (!wanted(list)) return;
          changed.off('change', look);
          resolve(list);
        };
        changed.on('change', look);
        look();
      }),
    killServer: () => void children.at(-1)?.kill('SIGKILL'),
    /** Gives the exit code of the server. */
    deactivate: () => {
      const child = children.at(-1);
      const ended = new Promise<number | null>((resolve) => child?.on('exit', resolve));
      extension.deactivate();
      return ended;
    },
  };
}
