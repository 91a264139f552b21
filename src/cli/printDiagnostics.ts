import { dirname, join } from 'node:path';
import { printDiagnostic } from '../language/index.ts';
import type { LoadedTheatre, Shell } from '../host/index.ts';

const COLOURS = { error: '1;31', warning: '1;33', hint: '1;36' } as const;

/** Prints each message with its excerpt on standard error, then how many there are. */
export function printDiagnostics(
  {
    path,
    file,
    text,
    used,
    diagnostics,
  }: Pick<LoadedTheatre, 'path' | 'file' | 'text' | 'used' | 'diagnostics'>,
  shell: Shell,
): void {
  for (const diagnostic of diagnostics) {
    const own = diagnostic.file === null || diagnostic.file === file;
    const excerptFrom = own ? text : (used.get(diagnostic.file) ?? '');
    // The path as typed, so that a terminal or an editor can follow it.
    const place = own ? path : join(dirname(path), diagnostic.file);
    const printed = printDiagnostic(excerptFrom, { ...diagnostic, file: place });
    shell.writeError(`${shell.colourError ? paint(printed, COLOURS[diagnostic.severity]) : printed}\n\n`);
  }
  if (diagnostics.length > 0) shell.writeError(`${path}: ${countDiagnostics(diagnostics)}\n`);
}

function paint(printed: string, colour: string): string {
  return printed.replace(/^(.*?: )(error|warning|note):/, `$1\u001b[${colour}m$2\u001b[0m:`);
}

/** `2 errors, 1 warning`; `no mistakes found` where there is nothing to tell. */
export function countDiagnostics(diagnostics: LoadedTheatre['diagnostics']): string {
  const parts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no mistakes found' : parts.join(', ');
}
