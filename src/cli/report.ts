import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { examineFile } from './examineFile.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { writeReport } from './writeReport.ts';

interface ReportOptions {
  readonly out: string;
  readonly seed: number;
}

export const defineReport: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .requiredOption('--out <out>', 'the HTML file to write')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .action(async (file: string, options: ReportOptions) => done(await runReport(file, options, shell)));
};

async function runReport(file: string, { out, seed }: ReportOptions, shell: Shell): Promise<ExitCode> {
  const target = checkReportTarget(out);
  if (!target.ok) {
    shell.writeError(`${target.message}\n`);
    return 2;
  }
  const settings = { seed, json: false, threads: defaultThreads(), pictures: 'all' } as const;
  return examineFile(file, settings, shell, (examination) => writeReport(examination, out, shell));
}
