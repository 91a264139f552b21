import { RECORD_FORMATS } from '../record/index.ts';
import { openStore } from '../store/index.ts';
import { describeFault, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { listActs, type ActsReport } from './listActs.ts';
import { printActs } from './printActs.ts';
import { printJson } from './printJson.ts';
import { withRecords } from './withRecords.ts';

interface ActsOptions {
  readonly into?: string;
  readonly format?: string;
  readonly json?: true;
}

export const defineActs: DefineCommand = (command, shell, done) => {
  command
    .argument('[file]', 'a theatre (.tacit): its acts, and the codes of its records')
    .option('--into <dir>', 'look at the codes in the store of this folder')
    .option('--format <name>', 'only the codes of this format, one by one')
    .option('--json', 'print the result as JSON')
    .action(async (file: string | undefined, options: ActsOptions) =>
      done(await runActs(file, options, shell)),
    );
};

async function runActs(file: string | undefined, options: ActsOptions, shell: Shell): Promise<ExitCode> {
  const { into, json = false } = options;
  const format = options.format ?? null;
  const names = RECORD_FORMATS.map(({ name }) => name);
  const stop = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  if (format !== null && !names.includes(format)) {
    return stop(`No format is called ${format}. Formats: ${names.join(', ')}.`);
  }
  if (file !== undefined && into !== undefined) return stop('Name a theatre or --into, not both.');
  const show = (report: ActsReport): ExitCode => {
    if (json) printJson(report, shell);
    else shell.write(printActs(report, shell.width, { everyCode: format !== null }));
    return 0;
  };
  if (file !== undefined) {
    return withRecords(file, json, shell, async ({ theatre, records }) =>
      show(await listActs(format, records.store, theatre.acts)),
    );
  }
  if (into === undefined) return show(await listActs(format, null, null));
  const opening = await openStore(into);
  if (opening.kind !== 'open') return stop(describeFault(opening.fault));
  try {
    return show(await listActs(format, opening.store, null));
  } finally {
    await opening.store.close();
  }
}
