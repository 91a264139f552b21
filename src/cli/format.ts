import { format, isUnread, parse } from '../language/index.ts';
import { readTextFile, writeAtomically, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { printDiagnostics } from './printDiagnostics.ts';

interface FormatOptions {
  readonly write?: true;
  readonly check?: true;
}

export const defineFormat: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--write', 'change the file instead of printing')
    .option('--check', 'print nothing; exit code 1 when the file is not in standard form')
    .action(async (file: string, options: FormatOptions) => done(await runFormat(file, options, shell)));
};

async function runFormat(file: string, options: FormatOptions, shell: Shell): Promise<ExitCode> {
  const read = await readTextFile(file);
  if (!read.ok) {
    shell.writeError(`${read.message}\n`);
    return 2;
  }
  const { text } = read.value;
  const { document, diagnostics } = parse(text, file);
  if (diagnostics.some(isUnread)) {
    // What could not be read could not be printed again either: the file stays as it is.
    printDiagnostics({ path: file, file, text, used: new Map(), diagnostics }, shell);
    shell.writeError(`${file} was not formatted.\n`);
    return 1;
  }
  const formatted = format(document);
  if (options.check) {
    if (formatted === text) return 0;
    shell.writeError(`${file} is not in standard form. tacit format --write ${file} changes it.\n`);
    return 1;
  }
  if (!options.write) {
    shell.write(formatted);
    return 0;
  }
  if (formatted === text) return 0;
  const written = writeAtomically(file, formatted);
  if (written.ok) return 0;
  shell.writeError(`${written.message}\n`);
  return 2;
}
