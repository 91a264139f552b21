import { hasErrors, loadTheatre, lookAtRecords, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { countDiagnostics, printDiagnostics } from './printDiagnostics.ts';
import { printJson } from './printJson.ts';

interface CheckOptions {
  readonly json?: true;
  readonly pedantic?: true;
}

export const defineCheck: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--pedantic', 'also tell what is no mistake but may mislead')
    .option('--json', 'print the messages as JSON')
    .action(async (file: string, options: CheckOptions) => done(await runCheck(file, options, shell)));
};

async function runCheck(file: string, options: CheckOptions, shell: Shell): Promise<ExitCode> {
  const loaded = await loadTheatre(file, options.pedantic);
  if (!loaded.ok) {
    shell.writeError(`${loaded.message}\n`);
    return 2;
  }
  const { theatre } = loaded.value;
  const asksRecords = options.pedantic && theatre !== null && !hasErrors(loaded.value);
  // The store is slow to load beside a check of the text: only those who want to know all wait for it.
  const looked = asksRecords ? await lookAtRecords(loaded.value, theatre, shell) : null;
  const diagnostics = [...loaded.value.diagnostics, ...(looked?.diagnostics ?? [])];
  if (options.json) {
    printJson({ diagnostics }, shell);
  } else {
    printDiagnostics({ ...loaded.value, diagnostics }, shell);
    const claims = theatre?.claims.length ?? 0;
    if (diagnostics.length === 0) shell.write(`${file}: ${countDiagnostics([])}, ${claims} claims.\n`);
  }
  if (looked?.obstacle) shell.writeError(`The record was not looked at. ${looked.obstacle}\n`);
  return hasErrors(loaded.value) ? 1 : 0;
}
