import type {
  CodeAction,
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  DocumentSymbol,
  Location,
  Position,
  Range,
  SymbolKind,
  TextEdit as ShownEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  completeAt,
  fixesFor,
  outline,
  type Analysis,
  type Completion,
  type FilePlace,
  type FilesInView,
  type TextEdit,
} from '../language/index.ts';
import { shownDiagnostic, type PlacedDiagnostic } from './diagnose.ts';
import type { TheatreFiles, Workspace } from './makeWorkspace.ts';
import { offsetAt, rangeAt } from './places.ts';

const ITEM_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  keyword: 14,
  name: 6,
  act: 2,
  measure: 10,
  class: 20,
  date: 12,
  form: 15,
};

/** Sentences first, then names, then words; within a kind as they were proposed. */
const ORDER: readonly Completion['kind'][] = ['form', 'name', 'act', 'measure', 'class', 'date', 'keyword'];

/** Never complete: one letter more may make the word a whole one, and then nothing must be offered. */
export function completionList(
  files: FilesInView,
  address: string,
  analysis: Analysis,
  position: Position,
  snippets: boolean,
): CompletionList {
  const offset = offsetAt(analysis, position);
  const found = completeAt(files, address, offset).filter(({ template }) => snippets || template === null);
  const items = found.map((completion, index): CompletionItem => {
    const { kind, label, detail, meaning, foundBy, template, start, end } = completion;
    const rank = `${String(ORDER.indexOf(kind))}${String(index).padStart(5, '0')}`;
    return {
      label,
      kind: ITEM_KINDS[kind],
      detail,
      sortText: rank,
      ...(foundBy === null ? {} : { filterText: foundBy }),
      ...(meaning === null ? {} : { documentation: { kind: 'markdown' as const, value: meaning } }),
      insertTextFormat: template === null ? 1 : 2,
      textEdit: { range: rangeAt(analysis.lines, start, end), newText: template ?? label },
    };
  });
  return { isIncomplete: true, items };
}

const SYMBOL_KINDS: Readonly<Record<string, SymbolKind>> = {
  record: 1,
  use: 2,
  actor: 5,
  alliance: 11,
  place: 3,
  area: 3,
  route: 3,
  act: 6,
  source: 26,
  period: 10,
  claim: 12,
  rivals: 25,
  whatif: 24,
  assume: 14,
};

export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  return outline(analysis).map(({ kind, name, detail, start, end, nameStart, nameEnd }) => ({
    name,
    detail: detail === '' ? kind : `${kind}: ${detail}`,
    kind: SYMBOL_KINDS[kind] ?? 13,
    range: rangeAt(analysis.lines, start, end),
    selectionRange: rangeAt(analysis.lines, nameStart, nameEnd),
  }));
}

export function shownEdit({ lines }: Analysis, { start, end, text }: TextEdit): ShownEdit {
  return { range: rangeAt(lines, start, end), newText: text };
}

export function locationOf(workspace: Workspace, { file, start, end }: FilePlace): Location[] {
  const analysis = workspace.analysisOf(file);
  return analysis ? [{ uri: workspace.spellingOf(file), range: rangeAt(analysis.lines, start, end) }] : [];
}

export function workspaceEdit(
  workspace: Workspace,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): WorkspaceEdit {
  const changes: Record<string, ShownEdit[]> = {};
  for (const [address, list] of edits) {
    const analysis = workspace.analysisOf(address);
    if (analysis) changes[workspace.spellingOf(address)] = list.map((edit) => shownEdit(analysis, edit));
  }
  return { changes };
}

/** The fixes for the messages that touch a range. */
export function codeActions(
  workspace: Workspace,
  { uri, name, texts }: TheatreFiles,
  placed: readonly PlacedDiagnostic[],
  range: Range,
): CodeAction[] {
  const analysis = workspace.analysisOf(uri);
  if (!analysis) return [];
  const [from, to] = [offsetAt(analysis, range.start), offsetAt(analysis, range.end)];
  return placed
    .filter(({ diagnostic }) => diagnostic.start <= to && from <= diagnostic.end)
    .flatMap((one) => {
      const fixes = fixesFor(analysis.text, one.diagnostic, { file: name, files: texts });
      return fixes.map(({ title, edit }) => ({
        title,
        kind: 'quickfix',
        diagnostics: [shownDiagnostic(workspace, one)],
        isPreferred: fixes.length === 1,
        edit: { changes: { [uri]: [shownEdit(analysis, edit)] } },
      }));
    });
}
