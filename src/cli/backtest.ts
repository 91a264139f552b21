import packageFile from '../../package.json' with { type: 'json' };
import {
  defaultHorizons,
  modelTheatre,
  type BacktestOptions,
  type EnsembleWindow,
} from '../forecast/index.ts';
import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import { backtestInThreads } from './backtestInThreads.ts';
import type { DefineCommand } from './defineCommand.ts';
import { describeBacktest } from './describeBacktest.ts';
import { LARGEST_SEED } from './examine.ts';
import { nameStreams } from './nameStreams.ts';
import { originOf } from './originOf.ts';
import { printJson } from './printJson.ts';
import { collectUnits, type UnitOptions } from './readUnits.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { scoreDrawsFile } from './scoreDrawsFile.ts';
import { withPanel } from './withPanel.ts';
import { writePage } from './writePage.ts';

export interface BacktestCommandOptions extends UnitOptions {
  readonly origins: number;
  readonly days?: number;
  readonly paths: number;
  readonly rules?: boolean;
  readonly score?: string;
  readonly seed: number;
  readonly threads: number;
  readonly json?: boolean;
  readonly report?: string;
}

export const defineBacktest: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--origins <n>', 'past days to forecast from', readWholeNumber(1, 1_000), 24)
    .option('--days <h>', 'days ahead (else 1, 7 and 30; of weeks 1, 4 and 13)', readWholeNumber(1, 3_660))
    .option('--paths <n>', 'futures drawn at each', readWholeNumber(100, 100_000), 500)
    .option('--rules', 'also leave out each claim in turn, to see what it adds')
    .option('--score <draws>', 'score the draws of another system (CSV in the layout of the VIEWS challenge)')
    .option(
      '--unit <id=pattern>',
      'with --score: the pattern that a unit of the file counts',
      collectUnits,
      [],
    )
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .option('--threads <n>', 'threads; never changes the result', readWholeNumber(1, 256), defaultThreads())
    .option('--json', 'print the back-test as JSON')
    .option('--report <out>', 'also write a page with pictures, one HTML file')
    .action(async (file: string, options: Omit<BacktestCommandOptions, 'unitColumn'>) =>
      done(await runBacktest(file, { ...options, unitColumn: 'unit' }, shell)),
    );
};

async function runBacktest(file: string, options: BacktestCommandOptions, shell: Shell): Promise<ExitCode> {
  const refuse = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const { report, json = false, score } = options;
  if (score !== undefined && report !== undefined)
    return refuse('--score prints a table of its own and has no page. Leave --report out.');
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) return refuse(target.message);
  return withPanel(file, json, shell, async (found) => {
    const { plan, panel } = found;
    const names = nameStreams(plan);
    const model = modelTheatre(plan, panel);
    if (model.streams.length === 0)
      return refuse('No claim of the theatre speaks of a stream that can be forecast.');
    if (score !== undefined) return scoreDrawsFile(score, found, model, names, options, shell);
    const asked: BacktestOptions = {
      seed: options.seed,
      origins: options.origins,
      paths: options.paths,
      horizons: chooseHorizons(options.days, panel.stepDays),
      ruleByRule: options.rules ?? false,
    };
    const run = await backtestInThreads(model, panel, asked, options.threads, shell);
    const origin = { ...(await originOf(found)), tacit: packageFile.version, seed: options.seed };
    const shown = describeBacktest(run, origin, options.paths, names);
    const { renderBacktest, renderBacktestReport } = await import('../report/index.ts');
    if (json) printJson(shown, shell);
    else shell.write(renderBacktest(shown, shell.width));
    if (run.result.origins.length === 0) return 2;
    return report === undefined ? 0 : writePage(renderBacktestReport(shown), report, shell);
  });
}

function chooseHorizons(days: number | undefined, stepDays: 1 | 7): readonly EnsembleWindow[] {
  if (days === undefined) return defaultHorizons(stepDays);
  const steps = Math.ceil(days / stepDays);
  return [{ name: `${steps * stepDays} ${steps * stepDays === 1 ? 'day' : 'days'}`, first: 1, last: steps }];
}
