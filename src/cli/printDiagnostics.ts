import { printDiagnostic } from '../language/index.ts';
import type { LoadedTheatre } from './loadTheatre.ts';
import type { Shell } from './shell.ts';

/** Prints each message with its excerpt on standard error, then how many there are. */
export function printDiagnostics(
  { path, text, texts, diagnostics }: Pick<LoadedTheatre, 'path' | 'text' | 'texts' | 'diagnostics'>,
  shell: Shell,
): void {
  for (const diagnostic of diagnostics) {
    const excerptFrom = diagnostic.file === null ? text : (texts.get(diagnostic.file) ?? text);
    shell.writeError(`${printDiagnostic(diagnostic, excerptFrom)}\n\n`);
  }
  if (diagnostics.length > 0) shell.writeError(`${path}: ${countDiagnostics(diagnostics)}\n`);
}

/** `2 errors, 1 warning`; `no mistakes found` where there is nothing to tell. */
export function countDiagnostics(diagnostics: LoadedTheatre['diagnostics']): string {
  const parts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no mistakes found' : parts.join(', ');
}

export function hasErrors({ diagnostics, theatre }: LoadedTheatre): boolean {
  return theatre === null || diagnostics.some(({ severity }) => severity === 'error');
}
