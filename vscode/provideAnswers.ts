import * as vscode from 'vscode';
import type * as lsp from 'vscode-languageserver';
import * as shown from './shown.ts';

const LANGUAGE = 'tacit';

/** Asks the server; null where it is not running. Its refusals are errors with a sentence for people. */
export type Ask = <Result>(method: string, params: object) => Promise<Result | null>;

/** Answers the editor's questions about Tacit files by asking the server. */
export function provideAnswers(ask: Ask, legend: lsp.SemanticTokensLegend): vscode.Disposable[] {
  const { languages } = vscode;
  const about = (document: vscode.TextDocument) => ({ textDocument: { uri: document.uri.toString() } });
  const at = (document: vscode.TextDocument, { line, character }: vscode.Position) => ({
    ...about(document),
    position: { line, character },
  });
  return [
    languages.registerCompletionItemProvider(LANGUAGE, {
      provideCompletionItems: async (document, position) => {
        const list = await ask<lsp.CompletionList>('completion', at(document, position));
        return list && new vscode.CompletionList(list.items.map(shown.completion), list.isIncomplete);
      },
    }),
    languages.registerHoverProvider(LANGUAGE, {
      provideHover: async (document, position) => {
        const hover = await ask<lsp.Hover>('hover', at(document, position));
        if (!hover?.range || typeof hover.contents !== 'object' || !('value' in hover.contents)) return null;
        return new vscode.Hover(shown.markdown(hover.contents.value), shown.range(hover.range));
      },
    }),
    languages.registerDefinitionProvider(LANGUAGE, {
      provideDefinition: async (document, position) => {
        const found = await ask<lsp.Location[]>('definition', at(document, position));
        return found && found.map(shown.location);
      },
    }),
    languages.registerReferenceProvider(LANGUAGE, {
      provideReferences: async (document, position, { includeDeclaration }) => {
        const context = { includeDeclaration };
        const found = await ask<lsp.Location[]>('references', { ...at(document, position), context });
        return found && found.map(shown.location);
      },
    }),
    languages.registerRenameProvider(LANGUAGE, {
      provideRenameEdits: async (document, position, newName) => {
        const edit = await ask<lsp.WorkspaceEdit>('rename', { ...at(document, position), newName });
        return edit && shown.workspaceEdit(edit);
      },
      prepareRename: async (document, position) => {
        const place = await ask<{ range: lsp.Range; placeholder: string }>(
          'prepareRename',
          at(document, position),
        );
        return place && { range: shown.range(place.range), placeholder: place.placeholder };
      },
    }),
    languages.registerDocumentFormattingEditProvider(LANGUAGE, {
      provideDocumentFormattingEdits: async (document) => {
        const edits = await ask<lsp.TextEdit[]>('formatting', { ...about(document), options: {} });
        return edits && edits.map((edit) => new vscode.TextEdit(shown.range(edit.range), edit.newText));
      },
    }),
    languages.registerDocumentSymbolProvider(LANGUAGE, {
      provideDocumentSymbols: async (document) => {
        const symbols = await ask<lsp.DocumentSymbol[]>('documentSymbol', about(document));
        return symbols && symbols.map(shown.documentSymbol);
      },
    }),
    languages.registerCodeActionsProvider(
      LANGUAGE,
      {
        provideCodeActions: async (document, { start, end }) => {
          const range = { start: { ...place(start) }, end: { ...place(end) } };
          const params = { ...about(document), range, context: { diagnostics: [] } };
          const actions = await ask<lsp.CodeAction[]>('codeAction', params);
          return actions && actions.map(shown.codeAction);
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    languages.registerDocumentSemanticTokensProvider(
      LANGUAGE,
      {
        provideDocumentSemanticTokens: async (document) => {
          const tokens = await ask<lsp.SemanticTokens>('semanticTokens/full', about(document));
          return tokens && new vscode.SemanticTokens(Uint32Array.from(tokens.data));
        },
      },
      new vscode.SemanticTokensLegend(legend.tokenTypes, legend.tokenModifiers),
    ),
  ];
}

function place({ line, character }: vscode.Position): lsp.Position {
  return { line, character };
}
