/** What this extension uses of the editor's interface (https://code.visualstudio.com/api/references/vscode-api). */
declare module 'vscode' {
  export interface Disposable {
    dispose(): void;
  }
  export class Uri {
    static parse(value: string): Uri;
    toString(): string;
  }
  export class Position {
    constructor(line: number, character: number);
    readonly line: number;
    readonly character: number;
  }
  export class Range {
    constructor(start: Position, end: Position);
    readonly start: Position;
    readonly end: Position;
  }
  export class Location {
    constructor(uri: Uri, range: Range);
  }
  export class MarkdownString {
    constructor(value: string);
    supportHtml?: boolean;
  }
  export class SnippetString {
    constructor(value: string);
  }
  export class TextEdit {
    constructor(range: Range, newText: string);
  }
  export class WorkspaceEdit {
    replace(uri: Uri, range: Range, newText: string): void;
  }
  export class Diagnostic {
    constructor(range: Range, message: string, severity: number);
    code?: string;
    source?: string;
  }
  export class CompletionItem {
    constructor(label: string, kind: number);
    detail?: string;
    documentation?: MarkdownString;
    filterText?: string;
    sortText?: string;
    insertText?: string | SnippetString;
    range?: Range;
  }
  export class CompletionList {
    constructor(items: CompletionItem[], isIncomplete: boolean);
  }
  export class Hover {
    constructor(contents: MarkdownString, range: Range);
  }
  export class DocumentSymbol {
    constructor(name: string, detail: string, kind: number, range: Range, selectionRange: Range);
  }
  export class CodeActionKind {
    static readonly QuickFix: CodeActionKind;
  }
  export class CodeAction {
    constructor(title: string, kind: CodeActionKind);
    edit?: WorkspaceEdit;
    isPreferred?: boolean;
    diagnostics?: Diagnostic[];
  }
  export class SemanticTokensLegend {
    constructor(tokenTypes: string[], tokenModifiers: string[]);
  }
  export class SemanticTokens {
    constructor(data: Uint32Array);
  }
  export interface TextDocument {
    readonly uri: Uri;
    readonly languageId: string;
    readonly version: number;
    getText(): string;
  }
  export interface DiagnosticCollection extends Disposable {
    set(uri: Uri, diagnostics: Diagnostic[]): void;
    clear(): void;
  }
  export interface ExtensionContext {
    readonly subscriptions: Disposable[];
    asAbsolutePath(path: string): string;
  }
  export interface FileSystemWatcher extends Disposable {
    onDidCreate(listener: (uri: Uri) => void): Disposable;
    onDidChange(listener: (uri: Uri) => void): Disposable;
    onDidDelete(listener: (uri: Uri) => void): Disposable;
  }
  type Provided<Value> = Promise<Value | null>;
  export namespace languages {
    function createDiagnosticCollection(name: string): DiagnosticCollection;
    function registerCompletionItemProvider(
      selector: string,
      provider: {
        provideCompletionItems(document: TextDocument, position: Position): Provided<CompletionList>;
      },
    ): Disposable;
    function registerHoverProvider(
      selector: string,
      provider: { provideHover(document: TextDocument, position: Position): Provided<Hover> },
    ): Disposable;
    function registerDefinitionProvider(
      selector: string,
      provider: { provideDefinition(document: TextDocument, position: Position): Provided<Location[]> },
    ): Disposable;
    function registerReferenceProvider(
      selector: string,
      provider: {
        provideReferences(
          document: TextDocument,
          position: Position,
          context: { readonly includeDeclaration: boolean },
        ): Provided<Location[]>;
      },
    ): Disposable;
    function registerRenameProvider(
      selector: string,
      provider: {
        provideRenameEdits(
          document: TextDocument,
          position: Position,
          newName: string,
        ): Provided<WorkspaceEdit>;
        prepareRename(
          document: TextDocument,
          position: Position,
        ): Provided<{ range: Range; placeholder: string }>;
      },
    ): Disposable;
    function registerDocumentFormattingEditProvider(
      selector: string,
      provider: { provideDocumentFormattingEdits(document: TextDocument): Provided<TextEdit[]> },
    ): Disposable;
    function registerDocumentSymbolProvider(
      selector: string,
      provider: { provideDocumentSymbols(document: TextDocument): Provided<DocumentSymbol[]> },
    ): Disposable;
    function registerCodeActionsProvider(
      selector: string,
      provider: { provideCodeActions(document: TextDocument, range: Range): Provided<CodeAction[]> },
      metadata: { readonly providedCodeActionKinds: readonly CodeActionKind[] },
    ): Disposable;
    function registerDocumentSemanticTokensProvider(
      selector: string,
      provider: { provideDocumentSemanticTokens(document: TextDocument): Provided<SemanticTokens> },
      legend: SemanticTokensLegend,
    ): Disposable;
  }
  export namespace workspace {
    const textDocuments: readonly TextDocument[];
    function getConfiguration(section: string): { get<Value>(name: string, otherwise: Value): Value };
    function onDidOpenTextDocument(listener: (document: TextDocument) => void): Disposable;
    function onDidCloseTextDocument(listener: (document: TextDocument) => void): Disposable;
    function onDidSaveTextDocument(listener: (document: TextDocument) => void): Disposable;
    function onDidChangeTextDocument(
      listener: (event: { readonly document: TextDocument }) => void,
    ): Disposable;
    function createFileSystemWatcher(pattern: string): FileSystemWatcher;
  }
  export namespace window {
    function showInformationMessage(message: string): void;
    function showErrorMessage(message: string): void;
  }
}
