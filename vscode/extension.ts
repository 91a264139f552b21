/**
 * Tacit in VS Code: starts the language server, tells it what is open and changed, shows what it answers. A client of
 * its own, because the usual client package brings more than the server itself.
 */
import * as vscode from 'vscode';
import type * as lsp from 'vscode-languageserver';
import { provideAnswers } from './provideAnswers.ts';
import * as shown from './shown.ts';
import { startServer, type Server } from './startServer.ts';

const MOST_RESTARTS = 3;

let stop: (() => void) | null = null;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const program = context.asAbsolutePath('server.js');
  const collection = vscode.languages.createDiagnosticCollection('tacit');
  let server: Server | null = null;
  let restarts = 0;

  const begin = async (): Promise<lsp.InitializeResult> => {
    const started = startServer(program, () => {
      server = null;
      collection.clear();
      restarts += 1;
      if (restarts <= MOST_RESTARTS) begin().catch(complain);
      else complain();
    });
    listen(started, collection);
    const result = await started.connection.sendRequest<lsp.InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: { pedantic: vscode.workspace.getConfiguration('tacit').get('pedantic', false) },
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    await started.connection.sendNotification('initialized', {});
    server = started;
    for (const document of vscode.workspace.textDocuments)
      if (isTacit(document)) await opened(started, document);
    return result;
  };

  const tell = (method: string, params: object): void => {
    server?.connection.sendNotification(method, params).catch(() => undefined);
  };
  const { capabilities } = await begin();
  const legend = capabilities.semanticTokensProvider?.legend ?? { tokenTypes: [], tokenModifiers: [] };
  const ask = <Result>(method: string, params: object): Promise<Result | null> =>
    server
      ? server.connection.sendRequest<Result | null>(`textDocument/${method}`, params)
      : Promise.resolve(null);
  stop = () => server?.stop();
  context.subscriptions.push(
    collection,
    { dispose: () => deactivate() },
    ...provideAnswers(ask, legend),
    ...watchDocuments(tell),
    ...watchFiles(tell),
  );
}

export function deactivate(): void {
  stop?.();
  stop = null;
}

function complain(): void {
  void vscode.window.showErrorMessage(
    'Tacit: the language server stopped. Reload the window to start it again.',
  );
}

function isTacit({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'tacit';
}

function listen({ connection }: Server, collection: vscode.DiagnosticCollection): void {
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: lsp.PublishDiagnosticsParams) =>
      collection.set(vscode.Uri.parse(uri), diagnostics.map(shown.diagnostic)),
  );
  connection.onNotification(
    'window/showMessage',
    ({ message }: lsp.ShowMessageParams) => void vscode.window.showInformationMessage(message),
  );
  connection.listen();
}

type Tell = (method: string, params: object) => void;

function opened({ connection }: Server, document: vscode.TextDocument): Promise<void> {
  return connection.sendNotification('textDocument/didOpen', { textDocument: openedDocument(document) });
}

function openedDocument(document: vscode.TextDocument): lsp.TextDocumentItem {
  const { uri, languageId, version } = document;
  return { uri: uri.toString(), languageId, version, text: document.getText() };
}

function watchDocuments(tell: Tell): vscode.Disposable[] {
  const { workspace } = vscode;
  const about = (document: vscode.TextDocument) => ({ textDocument: { uri: document.uri.toString() } });
  return [
    workspace.onDidOpenTextDocument((document) => {
      if (isTacit(document)) tell('textDocument/didOpen', { textDocument: openedDocument(document) });
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!isTacit(document)) return;
      tell('textDocument/didChange', {
        textDocument: { uri: document.uri.toString(), version: document.version },
        contentChanges: [{ text: document.getText() }],
      });
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (isTacit(document)) tell('textDocument/didSave', about(document));
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (isTacit(document)) tell('textDocument/didClose', about(document));
    }),
  ];
}

/** Used files and tables of periods that change outside of the editor's windows. */
function watchFiles(tell: Tell): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{tacit,csv}');
  const changed = (uri: vscode.Uri) =>
    tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type: 2 }] });
  return [watcher, watcher.onDidCreate(changed), watcher.onDidChange(changed), watcher.onDidDelete(changed)];
}
