import packageFile from '../../package.json' with { type: 'json' };
import { keepLedger, type Examination } from '../evidence/index.ts';
import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { examineFile } from './examineFile.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { writePage } from './writePage.ts';

interface LedgerOptions {
  readonly json?: boolean;
  readonly seed: number;
  readonly threads: number;
  readonly report?: string;
}

export const defineLedger: DefineCommand = (command, shell, done) => {
  command
    .argument('<files...>', 'theatres (.tacit)')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .option('--threads <n>', 'threads; never changes the result', readWholeNumber(1, 256), defaultThreads())
    .option('--json', 'print the result as JSON')
    .option('--report <out>', 'also write a page, one HTML file')
    .action(async (files: string[], options: LedgerOptions) => done(await runLedger(files, options, shell)));
};

/** A file that cannot be examined ends the command: a ledger that lacks forecasts would be read as whole. */
async function runLedger(
  files: readonly string[],
  { json = false, seed, threads, report }: LedgerOptions,
  shell: Shell,
): Promise<ExitCode> {
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) {
    shell.writeError(`${target.message}\n`);
    return 2;
  }
  const examined: Examination[] = [];
  for (const file of new Set(files)) {
    const code = await examineFile(file, { seed, json, threads }, shell, (one) => {
      examined.push({ ...one, theatre: { ...one.theatre, file } });
      return 0;
    });
    if (code !== 0) return code;
  }
  const sources = keepLedger(examined);
  const { renderLedger, renderLedgerPage } = await import('../report/index.ts');
  if (json) printJson({ seed, sources }, shell);
  else if (sources.length > 0) shell.write(renderLedger(sources, shell.width));
  else shell.writeError('No claim of these files says what is expected.\n');
  if (report === undefined) return 0;
  const tacit = packageFile.version;
  return writePage(renderLedgerPage({ tacit, seed, sources, theatres: examined }), report, shell);
}
