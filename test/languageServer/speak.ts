/** Both ends of a language-server connection for tests: a client that remembers what it was told. */
import type { MessageConnection } from 'vscode-jsonrpc';
import type { Diagnostic, Position, PublishDiagnosticsParams } from 'vscode-languageserver';

export interface Client {
  readonly request: <Result>(method: string, params: unknown) => Promise<Result>;
  readonly open: (uri: string, text: string) => void;
  readonly change: (uri: string, text: string) => void;
  readonly close: (uri: string) => void;
  /** Resolves with the next messages about a document that satisfy `wanted`. */
  readonly told: (
    uri: string,
    wanted?: (diagnostics: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  /** What was told last, by address. */
  readonly last: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly notes: readonly string[];
  readonly end: () => void;
}

/** A client at one end of a connection, initialised. */
export async function speak(
  connection: MessageConnection,
  initializationOptions: unknown = {},
): Promise<Client & { readonly capabilities: Record<string, unknown> }> {
  const last = new Map<string, readonly Diagnostic[]>();
  const versions = new Map<string, number>();
  const notes: string[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      last.set(uri, diagnostics);
      for (const look of [...waiting]) look();
    },
  );
  connection.onNotification(
    'window/showMessage',
    ({ message }: { message: string }) => void notes.push(message),
  );
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>(
    'initialize',
    {
      processId: null,
      rootUri: null,
      initializationOptions,
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    },
  );
  await connection.sendNotification('initialized', {});
  const send = (method: string, params: unknown) =>
    void connection.sendNotification(`textDocument/${method}`, params);
  return {
    capabilities,
    last,
    notes,
    request: (method, params) => connection.sendRequest(method, params),
    open: (uri, text) => {
      last.delete(uri);
      versions.set(uri, 1);
      send('didOpen', { textDocument: { uri, languageId: 'tacit', version: 1, text } });
    },
    change: (uri, text) => {
      last.delete(uri);
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      send('didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    close: (uri) => send('didClose', { textDocument: { uri } }),
    told: (uri, wanted = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const diagnostics = last.get(uri);
          if (!diagnostics || !wanted(diagnostics)) return;
          waiting.delete(look);
          resolve(diagnostics);
        };
        waiting.add(look);
        look();
      }),
    end: () => connection.dispose(),
  };
}

/** The position of the nth place where a piece of text begins, and `more` letters behind. */
export function positionOf(text: string, piece: string, more = 0): Position {
  const offset = text.indexOf(piece) + more;
  if (!text.includes(piece)) throw new Error(`the text does not hold ${piece}`);
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
