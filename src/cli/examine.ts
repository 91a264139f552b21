import { Option } from 'commander';
import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { examineFile } from './examineFile.ts';
import { explainClaim } from './explainClaim.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { writeReport } from './writeReport.ts';

interface ExamineOptions {
  readonly json?: true;
  readonly report?: string;
  readonly why?: string;
  readonly deep?: number | true;
  readonly seed: number;
  readonly threads: number;
}

/** Records drawn for a deep check where the command does not say how many. */
const DRAWS = 199;
const MOST_DRAWS = 100_000;

export const LARGEST_SEED = 2 ** 32 - 1;

export const defineExamine: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--json', 'print the examination as JSON')
    .option('--report <out>', 'also write the report, one HTML file')
    .addOption(
      new Option('--why <claim>', 'print the chain from events to finding for one claim').conflicts('report'),
    )
    .addOption(
      new Option(
        '--deep [draws]',
        `draw so many records (${DRAWS}) from the shared wave for each claim that is supported, and ask whether as few as 5 % of them show as much; takes minutes`,
      )
        .argParser(readWholeNumber(19, MOST_DRAWS))
        .conflicts('why'),
    )
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
  const { report, why, seed, threads, json = false } = options;
  const deep = options.deep === true ? DRAWS : (options.deep ?? null);
  if (why !== undefined) {
    return explainClaim(file, why, { seed, json, threads }, shell, async (chain): Promise<ExitCode> => {
      const { renderWhy } = await import('../report/index.ts');
      if (json) printJson(chain, shell);
      else shell.write(renderWhy(chain, shell.width));
      return 0;
    });
  }
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) {
    shell.writeError(`${target.message}\n`);
    return 2;
  }
  return examineFile(file, { seed, json, threads, deep }, shell, async (examination) => {
    if (json) printJson(examination, shell);
    else {
      const { renderTable } = await import('../report/index.ts');
      shell.write(renderTable(examination, { width: shell.width, colour: shell.colour }));
    }
    return report === undefined ? 0 : writeReport(examination, report, shell);
  });
}
