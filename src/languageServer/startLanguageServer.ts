import type {
  Connection,
  InitializeParams,
  InitializeResult,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver/lib/common/api.js';
import { defineAt, formatEdit, hoverAt, referencesAt, renameAt, renameTargetAt } from '../language/index.ts';
import { sameAddress } from './addresses.ts';
import {
  codeActions,
  completionList,
  documentSymbols,
  locationOf,
  shownEdit,
  workspaceEdit,
} from './answers.ts';
import { makeWorkspace, type ReadFile } from './makeWorkspace.ts';
import { offsetAt, rangeAt } from './places.ts';
import { publishDiagnostics } from './publishDiagnostics.ts';
import { SEMANTIC_LEGEND, semanticTokens } from './semanticTokens.ts';

export interface LanguageServerOptions {
  /**
   * Reads a file that an open theatre names and that is not open itself: `folder` is the address of the theatre's
   * folder, `path` the path in it. In a browser all files are open, and nothing is read.
   */
  readonly readFile?: ReadFile;
  /** How long after a keystroke the checks wait for the next one. */
  readonly delayMilliseconds?: number;
}

/** What the parameter `initializationOptions` may say. */
interface Settings {
  /** Also tell what is no mistake but may mislead. */
  readonly pedantic?: boolean;
}

const DELAY_MILLISECONDS = 10;
/** The protocol's code for a request that was understood and cannot be done. */
const REQUEST_FAILED = -32803;

/**
 * Speaks the language-server protocol on a connection until it is closed. The same server runs in Node, where used files
 * are read from disk, and in a browser's worker, where every file is an open document.
 */
export function startLanguageServer(connection: Connection, options: LanguageServerOptions = {}): void {
  const workspace = makeWorkspace(options.readFile ?? (() => Promise.resolve(null)));
  let pedantic = false;
  let snippets = false;
  const diagnoses = publishDiagnostics(connection, workspace, () => pedantic);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refreshSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      diagnoses.refresh().catch((fault: unknown) => connection.console.error(String(fault)));
    }, options.delayMilliseconds ?? DELAY_MILLISECONDS);
  };
  /** The document a request is about, the place in it, and all files tied to it. */
  const asked = async ({ textDocument, position }: TextDocumentPositionParams) => {
    const analysis = workspace.analysisOf(textDocument.uri);
    if (!analysis) return null;
    const files = await workspace.viewOf(textDocument.uri);
    return { analysis, files, address: sameAddress(textDocument.uri), offset: offsetAt(analysis, position) };
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    pedantic = (params.initializationOptions as Settings | undefined)?.pedantic === true;
    snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    return { capabilities: CAPABILITIES, serverInfo: { name: 'tacit' } };
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    workspace.put({ uri, version, text });
    refreshSoon();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    // The server asks for whole texts; the last one counts.
    const text = contentChanges.at(-1)?.text;
    if (text !== undefined) workspace.put({ uri, version, text });
    refreshSoon();
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    workspace.remove(textDocument.uri);
    refreshSoon();
  });
  connection.onDidSaveTextDocument(refreshSoon);
  connection.onDidChangeWatchedFiles(refreshSoon);

  connection.onCompletion(async (params) => {
    const place = await asked(params);
    return place && completionList(place.files, place.address, place.analysis, params.position, snippets);
  });
  connection.onHover(async (params) => {
    const place = await asked(params);
    const hover = place && hoverAt(place.files, place.address, place.offset);
    if (!place || !hover) return null;
    const range = rangeAt(place.analysis.lines, hover.start, hover.end);
    return { contents: { kind: 'markdown', value: hover.markdown }, range };
  });
  connection.onDefinition(async (params) => {
    const place = await asked(params);
    const found = place && defineAt(place.files, place.address, place.offset);
    return found ? locationOf(workspace, found) : null;
  });
  connection.onReferences(async (params) => {
    const place = await asked(params);
    const all = place ? referencesAt(place.files, place.address, place.offset) : [];
    return all
      .filter(({ declares }) => params.context.includeDeclaration || !declares)
      .flatMap((one) => locationOf(workspace, one));
  });
  connection.onPrepareRename(async (params) => {
    const place = await asked(params);
    const target = place && renameTargetAt(place.files, place.address, place.offset);
    if (!place || !target) return null;
    if (!target.ok) return new ResponseError(REQUEST_FAILED, target.message);
    const { start, end } = target.place;
    return { range: rangeAt(place.analysis.lines, start, end), placeholder: target.thing.name };
  });
  connection.onRenameRequest(async (params) => {
    const place = await asked(params);
    const renamed = place && renameAt(place.files, place.address, place.offset, params.newName);
    if (!renamed) return null;
    if (!renamed.ok) return new ResponseError(REQUEST_FAILED, renamed.message);
    if (renamed.note !== null) {
      void connection.sendNotification('window/showMessage', { type: 3, message: renamed.note });
    }
    return workspaceEdit(workspace, renamed.edits);
  });
  connection.onDocumentFormatting(({ textDocument }) => {
    const analysis = workspace.analysisOf(textDocument.uri);
    const edit = analysis && formatEdit(analysis);
    return analysis && edit ? [shownEdit(analysis, edit)] : [];
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const analysis = workspace.analysisOf(textDocument.uri);
    return analysis ? documentSymbols(analysis) : [];
  });
  connection.onCodeAction(async ({ textDocument, range }) => {
    await diagnoses.refresh();
    const files = await workspace.filesOf(textDocument.uri);
    return codeActions(workspace, files, diagnoses.of(textDocument.uri), range);
  });
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const analysis = workspace.analysisOf(textDocument.uri);
    return analysis ? semanticTokens(analysis, await workspace.viewOf(textDocument.uri)) : { data: [] };
  });
  connection.listen();
}

/** What the server can do. Texts are sent whole: even a large theatre is small beside a picture. */
const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: 1, save: true },
  // No character triggers it: behind a blank Enter must begin a new line.
  completionProvider: {},
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentFormattingProvider: true,
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix'] },
  semanticTokensProvider: { legend: SEMANTIC_LEGEND, full: true },
};
