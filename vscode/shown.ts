/** The protocol's plain objects as the editor's own. */
import * as vscode from 'vscode';
import type * as lsp from 'vscode-languageserver';

export function range({ start, end }: lsp.Range): vscode.Range {
  return new vscode.Range(
    new vscode.Position(start.line, start.character),
    new vscode.Position(end.line, end.character),
  );
}

export function diagnostic({ range: place, message, severity, code }: lsp.Diagnostic): vscode.Diagnostic {
  // The protocol counts from 1, the editor from 0; what is no severity is an error.
  const shown = new vscode.Diagnostic(range(place), message, (severity ?? 1) - 1);
  if (code !== undefined) shown.code = String(code);
  shown.source = 'tacit';
  return shown;
}

export function completion(item: lsp.CompletionItem): vscode.CompletionItem {
  const { label, kind, detail, documentation, filterText, sortText, textEdit, insertTextFormat } = item;
  const shown = new vscode.CompletionItem(label, (kind ?? 1) - 1);
  if (detail !== undefined) shown.detail = detail;
  if (typeof documentation === 'object') shown.documentation = markdown(documentation.value);
  if (filterText !== undefined) shown.filterText = filterText;
  if (sortText !== undefined) shown.sortText = sortText;
  if (textEdit && 'range' in textEdit) {
    shown.range = range(textEdit.range);
    const { newText } = textEdit;
    shown.insertText = insertTextFormat === 2 ? new vscode.SnippetString(newText) : newText;
  }
  return shown;
}

/** Without HTML and without commands: the text may come from a stranger's file. */
export function markdown(value: string): vscode.MarkdownString {
  return new vscode.MarkdownString(value);
}

export function location({ uri, range: place }: lsp.Location): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), range(place));
}

export function workspaceEdit({ changes }: lsp.WorkspaceEdit): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(changes ?? {})) {
    for (const { range: place, newText } of edits) edit.replace(vscode.Uri.parse(uri), range(place), newText);
  }
  return edit;
}

export function codeAction({ title, edit, isPreferred, diagnostics }: lsp.CodeAction): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (edit) action.edit = workspaceEdit(edit);
  if (isPreferred !== undefined) action.isPreferred = isPreferred;
  if (diagnostics) action.diagnostics = diagnostics.map(diagnostic);
  return action;
}

export function documentSymbol(symbol: lsp.DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail, kind, range: place, selectionRange } = symbol;
  return new vscode.DocumentSymbol(name, detail ?? '', kind - 1, range(place), range(selectionRange));
}
