import type { DefineCommand } from './defineCommand.ts';
import { loadTheatre } from './loadTheatre.ts';
import { countDiagnostics, hasErrors, printDiagnostics } from './printDiagnostics.ts';
import { printJson } from './printJson.ts';
import type { ExitCode, Shell } from './shell.ts';

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
  const { diagnostics, theatre } = loaded.value;
  if (options.json) {
    printJson({ diagnostics }, shell);
  } else {
    printDiagnostics(loaded.value, shell);
    const claims = theatre?.claims.length ?? 0;
    if (diagnostics.length === 0) shell.write(`${file}: ${countDiagnostics([])}, ${claims} claims.\n`);
  }
  return hasErrors(loaded.value) ? 1 : 0;
}
