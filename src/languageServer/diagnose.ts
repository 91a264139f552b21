import type { Diagnostic as ShownDiagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { check, type Diagnostic } from '../language/index.ts';
import { sameAddress } from './addresses.ts';
import { isTheatre, type TheatreFiles, type Workspace } from './makeWorkspace.ts';
import { rangeAt } from './places.ts';

const SEVERITIES: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  hint: 3,
};

/** A message and the document it stands in, by its address. */
export interface PlacedDiagnostic {
  readonly address: string;
  readonly diagnostic: Diagnostic;
}

/** What is wrong in a theatre and the files it uses. */
export function diagnose(
  workspace: Workspace,
  { uri, name, texts, addresses }: TheatreFiles,
  pedantic: boolean,
): readonly PlacedDiagnostic[] {
  const analysis = workspace.analysisOf(uri);
  if (!analysis) return [];
  const { text, parsed } = analysis;
  const checked = check(parsed.document, { file: name, files: texts, pedantic, text });
  return [...parsed.diagnostics, ...checked.diagnostics].flatMap((diagnostic): PlacedDiagnostic[] => {
    const { file } = diagnostic;
    if (file === null || file === name) return [{ address: sameAddress(uri), diagnostic }];
    const address = addresses.get(file);
    if (address === undefined) return [];
    const there = { address: sameAddress(address), diagnostic };
    // A table is seldom open: what is wrong in it is also told where the theatre names it.
    return isTheatre(address)
      ? [there]
      : [there, { address: sameAddress(uri), diagnostic: atName(text, diagnostic) }];
  });
}

/** The message about another file, at the place where the text names that file. */
function atName(text: string, diagnostic: Diagnostic): Diagnostic {
  const quoted = `"${diagnostic.file ?? ''}"`;
  const found = text.indexOf(quoted);
  const start = Math.max(0, found);
  return { ...diagnostic, file: null, start, end: found === -1 ? start : start + quoted.length };
}

/** A message as editors show it: the hint stands below the sentence. */
export function shownDiagnostic(
  workspace: Workspace,
  { address, diagnostic }: PlacedDiagnostic,
): ShownDiagnostic {
  const { start, end, severity, code, message, hint, line, column } = diagnostic;
  const lines = workspace.analysisOf(address)?.lines;
  const place = { line: line - 1, character: column - 1 };
  return {
    range: lines ? rangeAt(lines, start, end) : { start: place, end: place },
    severity: SEVERITIES[severity],
    code,
    source: 'tacit',
    message: hint === null ? message : `${message}\n${hint}`,
  };
}
