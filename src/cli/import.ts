import { existsSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import type { ImportResult } from '../store/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { importRecord } from './importRecord.ts';
import { printJson } from './printJson.ts';
import type { ExitCode, Shell } from './shell.ts';

interface CommandOptions {
  readonly format?: string;
  readonly into: string;
  readonly json?: true;
}

const ROWS_PRINTED = 10;

export const defineImport: DefineCommand = (command, shell, done) => {
  command
    .argument('<files...>', 'event files')
    .option('--format <name>', 'format of the files; left out, the header tells')
    .requiredOption('--into <dir>', 'folder whose store takes the events; the theatre lies there')
    .option('--json', 'print the result as JSON')
    .action(async (files: string[], options: CommandOptions) => done(await runImport(files, options, shell)));
};

async function runImport(files: readonly string[], options: CommandOptions, shell: Shell): Promise<ExitCode> {
  const { into, format, json } = options;
  if (!existsSync(into) || !statSync(into).isDirectory()) {
    shell.writeError(`There is no folder ${into}.\n`);
    return 2;
  }
  const results: ImportResult[] = [];
  let code: ExitCode = 0;
  for (const file of files) {
    const settings = { name: nameInside(into, file), ...(format === undefined ? {} : { format }) };
    const imported = await importRecord(into, file, settings, shell);
    if (imported.ok) results.push(imported.value);
    else {
      // The other files are imported all the same; each is whole or not there at all.
      shell.writeError(`${imported.message}\n`);
      code = 2;
    }
  }
  if (json) {
    // One file, one object, as the contract has it; several files make a list.
    const [only] = results;
    if (files.length > 1) printJson(results, shell);
    else if (only) printJson(only, shell);
  } else for (const result of results) printSetAside(result, shell);
  return code;
}

/** The name a theatre in the folder would use for the file. */
function nameInside(folder: string, file: string): string {
  const way = relative(resolve(folder), resolve(file)).replaceAll('\\', '/');
  return way.startsWith('../') || way === '..' ? basename(file) : way;
}

function printSetAside(
  { setAside, setAsideCount, duplicatesProposed, unusedColumns }: ImportResult,
  shell: Shell,
): void {
  for (const { line, column, reason } of setAside.slice(0, ROWS_PRINTED)) {
    shell.writeError(`  line ${line}${column === null ? '' : `, ${column}`}: ${reason}\n`);
  }
  const more = setAsideCount - Math.min(ROWS_PRINTED, setAside.length);
  if (more > 0) shell.writeError(`  and ${more} more; --json lists the first 100\n`);
  if (duplicatesProposed > 0)
    shell.writeError(`  ${duplicatesProposed} pairs of events may be one incident coded twice\n`);
  if (unusedColumns.length > 0) shell.writeError(`  columns not used: ${unusedColumns.join(', ')}\n`);
}
