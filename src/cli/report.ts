import type { Examination } from '../evidence/index.ts';
import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { LARGEST_SEED } from './examine.ts';
import { examineFile } from './examineFile.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { writePage } from './writePage.ts';
import { writeReport } from './writeReport.ts';

interface ReportOptions {
  readonly out: string;
  readonly seed: number;
}

/** The page for people, all numbers for programs, and the verdicts as a table for a spreadsheet. */
interface ReportFiles {
  readonly html: string;
  readonly json: string;
  readonly csv: string;
}

export const defineReport: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .requiredOption('--out <out>', 'the HTML file to write; the same name with .json and .csv goes beside it')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .action(async (file: string, options: ReportOptions) => done(await runReport(file, options, shell)));
};

async function runReport(file: string, { out, seed }: ReportOptions, shell: Shell): Promise<ExitCode> {
  const files = nameFiles(out);
  for (const path of Object.values(files) as string[]) {
    const target = checkReportTarget(path);
    if (target.ok) continue;
    shell.writeError(`${target.message}\n`);
    return 2;
  }
  const settings = { seed, json: false, threads: defaultThreads(), pictures: 'all' } as const;
  return examineFile(file, settings, shell, (examination) => writeFiles(examination, files, shell));
}

/** `report`, `report.html`, `report.json` and `report.csv` all name the same three files. */
function nameFiles(out: string): ReportFiles {
  const ending = /\.(html?|json|csv)$/i.exec(out)?.[0] ?? '';
  const stem = out.slice(0, out.length - ending.length);
  return {
    html: /^\.html?$/i.test(ending) ? out : `${stem}.html`,
    json: ending.toLowerCase() === '.json' ? out : `${stem}.json`,
    csv: ending.toLowerCase() === '.csv' ? out : `${stem}.csv`,
  };
}

async function writeFiles(examination: Examination, files: ReportFiles, shell: Shell): Promise<ExitCode> {
  const { writeVerdictsCsv } = await import('../report/index.ts');
  const page = await writeReport(examination, files.html, shell);
  if (page !== 0) return page;
  const json = writePage(`${JSON.stringify(examination, null, 2)}\n`, files.json, shell);
  return json === 0 ? writePage(writeVerdictsCsv(examination), files.csv, shell) : json;
}
