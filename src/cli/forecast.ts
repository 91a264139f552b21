import packageFile from '../../package.json' with { type: 'json' };
import {
  drawTheatre,
  modelTheatre,
  stretches,
  tellUnstable,
  type FailedForecast,
  type TheatreModel,
} from '../forecast/index.ts';
import type { CountPanel } from '../model/index.ts';
import { defaultThreads, type ExitCode, type Shell } from '../host/index.ts';
import { backtestInThreads } from './backtestInThreads.ts';
import type { DefineCommand } from './defineCommand.ts';
import { describeBacktest } from './describeBacktest.ts';
import { describeForecast, type ForecastFacts } from './describeForecast.ts';
import { LARGEST_SEED } from './examine.ts';
import { exportDraws, planExport, type DrawsTarget } from './exportDraws.ts';
import { nameStreams } from './nameStreams.ts';
import { originOf } from './originOf.ts';
import { printJson } from './printJson.ts';
import { collectUnits, type UnitOptions } from './readUnits.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { simulateInThreads } from './simulateInThreads.ts';
import { withPanel, type CountedTheatre } from './withPanel.ts';
import { writePage } from './writePage.ts';

export interface ForecastCommandOptions extends UnitOptions {
  readonly days: number;
  readonly paths: number;
  readonly seed: number;
  readonly threads: number;
  readonly check: boolean;
  readonly draws?: string;
  readonly json?: boolean;
  readonly report?: string;
}

/** Ten years: beyond, everything that was fitted may have changed. */
const LONGEST_FORECAST_DAYS = 3_660;

/** Past days tried before a forecast: enough to see that a model is worse than a rule of thumb, and quick. */
const CHECK_ORIGINS = 8;
const CHECK_PATHS = 200;
/** Fewer are fitted before anybody wonders. */
const MANY_STREAMS = 8;

export const defineForecast: DefineCommand = (command, shell, done) => {
  command
    .argument('<file>', 'a theatre (.tacit)')
    .option('--days <n>', 'days to run forward', readWholeNumber(1, LONGEST_FORECAST_DAYS), 30)
    .option('--paths <n>', 'futures drawn', readWholeNumber(100, 100_000), 1_000)
    .option('--no-check', 'do not try past days first; the forecast then says “not checked”')
    .option(
      '--draws <out>',
      'also write the draws of whole months, as CSV in the layout of the VIEWS challenge',
    )
    .option(
      '--unit <id=pattern>',
      'in --draws: the unit of a pattern; only these are written',
      collectUnits,
      [],
    )
    .option('--unit-column <name>', 'in --draws: country_id, priogrid_gid or unit', 'unit')
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .option('--threads <n>', 'threads; never changes the result', readWholeNumber(1, 256), defaultThreads())
    .option('--json', 'print the forecast as JSON')
    .option('--report <out>', 'also write a page with pictures, one HTML file')
    .action(async (file: string, options: ForecastCommandOptions) =>
      done(await runForecast(file, options, shell)),
    );
};

async function runForecast(file: string, options: ForecastCommandOptions, shell: Shell): Promise<ExitCode> {
  const refuse = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const { report, json = false } = options;
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) return refuse(target.message);
  return withPanel(file, json, shell, async (found) => {
    const names = nameStreams(found.plan);
    const model = modelTheatre(found.plan, found.panel);
    const exporting = planExport(options, found.panel, model, names);
    if (!exporting.ok) return refuse(exporting.message);
    const run = await simulate(found, model, names, options, exporting.value, shell);
    if ('kind' in run) return refuse(describeFailure(run, names));
    const { facts } = run;
    const shown = describeForecast(facts);
    const { renderForecast, renderForecastReport } = await import('../report/index.ts');
    if (json) printJson(shown, shell);
    else shell.write(renderForecast(shown, shell.width));
    if (exporting.value !== null) {
      const written = await exportDraws(exporting.value, facts.ensemble, shell);
      if (written !== 0) return written;
    }
    return report === undefined ? 0 : writePage(renderForecastReport(shown), report, shell);
  });
}

async function simulate(
  found: CountedTheatre,
  model: TheatreModel,
  names: ReadonlyMap<string, string>,
  { days, paths, seed, threads, check }: ForecastCommandOptions,
  exporting: DrawsTarget | null,
  shell: Shell,
): Promise<{ readonly facts: ForecastFacts } | FailedForecast> {
  const { panel, plan } = found;
  const steps = Math.ceil(days / panel.stepDays);
  const whole = { name: `${steps * panel.stepDays} days`, first: 1, last: steps };
  const parts = stretches(1, steps, panel.stepDays);
  const windows = [whole, ...parts, ...(exporting?.months.map(({ window }) => window) ?? [])];
  if (model.streams.length >= MANY_STREAMS)
    shell.writeError(`Fitting ${model.streams.length} streams, one after the other.\n`);
  const draws = drawTheatre(model, panel, { seed });
  if (draws.kind === 'failed') return draws;
  const early = tellUnstable(draws, null);
  if (early) return early;
  const ensemble = await simulateInThreads(draws, panel, { seed, paths, steps, windows }, threads);
  const late = tellUnstable(draws, ensemble);
  if (late) return late;
  const origin = { ...(await originOf(found)), tacit: packageFile.version, seed };
  const tried = check
    ? await tryPastDays(model, panel, whole, seed, threads, shell)
    : { why: 'left out by --no-check' };
  const shownCheck =
    'why' in tried
      ? tried
      : { result: tried.result, shown: describeBacktest(tried, origin, CHECK_PATHS, names) };
  return { facts: { origin, plan, panel, draws, ensemble, whole, parts, names, check: shownCheck } };
}

async function tryPastDays(
  model: TheatreModel,
  panel: CountPanel,
  whole: { readonly name: string; readonly first: number; readonly last: number },
  seed: number,
  threads: number,
  shell: Shell,
): Promise<Awaited<ReturnType<typeof backtestInThreads>> | { readonly why: string }> {
  const options = { seed, origins: CHECK_ORIGINS, horizons: [whole], paths: CHECK_PATHS };
  const run = await backtestInThreads(model, panel, options, threads, shell);
  if (run.wanted === 0)
    return {
      why: `the record is too short to try ${whole.name} from a past day: half of it comes before the first one`,
    };
  return run;
}

function describeFailure(
  { stream, detail, advice }: FailedForecast,
  names: ReadonlyMap<string, string>,
): string {
  const about = stream === null ? '' : `“${names.get(stream) ?? stream}”: `;
  return `No forecast: ${about}${detail}.\n${advice}`;
}
