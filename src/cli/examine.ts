import { defaultThreads } from './defaultThreads.ts';
import type { DefineCommand } from './defineCommand.ts';
import { examineFile } from './examineFile.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import type { ExitCode, Shell } from './shell.ts';
import { writeReport } from './writeReport.ts';

interface ExamineOptions {
  readonly json?: true;
  readonly report?: string;
  readonly seed: number;
  readonly threads: number;
}

export const LARGEST_SEED = 2 ** 32 - 1;

export const defineExamine: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--json', 'print the examination as JSON')
    .option('--report <out>', 'also write the report, one HTML file')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .option(
      '--threads <n>',
      'threads that judge claims; never changes the result',
      readWholeNumber(1, 256),
      defaultThreads(),
    )
    .action(async (file: string, options: ExamineOptions) => done(await runExamine(file, options, shell)));
};

async function runExamine(file: string, options: ExamineOptions, shell: Shell): Promise<ExitCode> {
  const { report, seed, threads, json = false } = options;
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) {
    shell.writeError(`${target.message}\n`);
    return 2;
  }
  return examineFile(file, { seed, json, threads }, shell, async (examination) => {
    if (json) printJson(examination, shell);
    else {
      const { renderTable } = await import('../report/index.ts');
      shell.write(renderTable(examination, { width: shell.width, colour: shell.colour }));
    }
    return report === undefined ? 0 : writeReport(examination, report, shell);
  });
}
