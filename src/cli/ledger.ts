import { keepLedger, type Examination } from '../evidence/index.ts';
import { renderLedger } from '../report/index.ts';
import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { examineFile } from './examineFile.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';

interface LedgerOptions {
  readonly json?: boolean;
  readonly seed: number;
}

export const defineLedger: DefineCommand = (command, shell, done) => {
  command
    .argument('<files...>', 'theatres (.tacit)')
    .option('--json', 'print the result as JSON')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .action(async (files: string[], options: LedgerOptions) => done(await runLedger(files, options, shell)));
};

/** A file that cannot be examined ends the command: a ledger that lacks forecasts would be read as whole. */
async function runLedger(
  files: readonly string[],
  { json = false, seed }: LedgerOptions,
  shell: Shell,
): Promise<ExitCode> {
  const examined: Examination[] = [];
  for (const file of new Set(files)) {
    const code = await examineFile(file, { seed, json, threads: defaultThreads() }, shell, (one) => {
      examined.push({ ...one, theatre: { ...one.theatre, file } });
      return 0;
    });
    if (code !== 0) return code;
  }
  const sources = keepLedger(examined);
  if (json) printJson({ seed, sources }, shell);
  else if (sources.length > 0) shell.write(renderLedger(sources, shell.width));
  else shell.writeError('No claim of these files says what is expected.\n');
  return 0;
}
