import { existsSync, statSync } from 'node:fs';
import { readWrittenDate, type DayInterval } from '../calendar/index.ts';
import type { ExitCode, Outcome, Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { fetchSource, type FetchReport } from './fetchSource.ts';
import { printJson } from './printJson.ts';

interface FetchOptions {
  readonly into: string;
  readonly release?: string;
  readonly from?: string;
  readonly to?: string;
  readonly country?: readonly string[];
  readonly base?: string;
  readonly json?: true;
}

const SOURCES = ['ucdp', 'gdelt', 'acled'] as const;

export const defineFetch: DefineCommand = (command, shell, done) => {
  command
    .argument('<source>', 'ucdp, gdelt or acled')
    .requiredOption('--into <dir>', 'folder that takes the files')
    .option('--release <version>', 'ucdp: 25.1 (a year), 26.0.3 (a month of candidate events)')
    .option('--from <day>', 'gdelt, acled: the first day, as 2024-01-31')
    .option('--to <day>', 'gdelt, acled: the last day')
    .option('--country <name...>', 'acled: only these countries, as ACLED writes them')
    .option('--base <address>', 'another server that holds the same files')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nACLED asks who you are: TACIT_ACLED_EMAIL and TACIT_ACLED_PASSWORD, as for myACLED, are read from the environment.',
    )
    .action(async (source: string, options: FetchOptions) => done(await runFetch(source, options, shell)));
};

async function runFetch(source: string, options: FetchOptions, shell: Shell): Promise<ExitCode> {
  const stop = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const { into, base, json } = options;
  const known = SOURCES.find((one) => one === source);
  if (!known) return stop(`Nothing is fetched from ${source}. Sources: ${SOURCES.join(', ')}.`);
  if (!existsSync(into) || !statSync(into).isDirectory()) return stop(`There is no folder ${into}.`);
  if (base !== undefined && !URL.canParse(base))
    return stop(`${base} is no address, as https://example.org.`);
  const span = known === 'ucdp' ? null : readSpan(options);
  if (span?.ok === false) return stop(span.message);
  const { TACIT_ACLED_EMAIL: email, TACIT_ACLED_PASSWORD: password } = process.env;
  const report = await fetchSource(
    {
      source: known,
      folder: into,
      release: options.release ?? null,
      span: span?.value ?? null,
      countries: options.country ?? [],
      account: email && password ? { email, password } : null,
      base: base ?? null,
    },
    shell,
  );
  if (!report.ok) return stop(report.message);
  if (json) printJson(report.value, shell);
  else shell.write(printReport(report.value, into));
  for (const { name, message } of report.value.faults) shell.writeError(`${name}: ${message}\n`);
  return report.value.faults.length > 0 ? 2 : 0;
}

function readSpan({ from, to }: FetchOptions): Outcome<DayInterval> {
  if (from === undefined || to === undefined) {
    return { ok: false, message: 'Say which days: --from 2024-01-01 --to 2024-01-31.' };
  }
  const days: number[] = [];
  for (const text of [from, to]) {
    const date = readWrittenDate(text);
    if (date?.precision !== 'day') return { ok: false, message: `${text} is not a day, as 2024-01-31.` };
    days.push(date.first);
  }
  const [first = 0, last = 0] = days;
  if (last < first) return { ok: false, message: `The last day ${to} lies before the first ${from}.` };
  return { ok: true, value: { first, last } };
}

function printReport({ files, absentDays }: FetchReport, folder: string): string {
  const lines = files.map(
    ({ path, bytes, state }) =>
      `${path}: ${(bytes / 1e6).toFixed(1)} MB${state === 'present' ? ', was there already' : ''}`,
  );
  if (absentDays !== '') lines.push(`No file is offered for ${absentDays}.`);
  const [one] = files;
  if (one) lines.push(`Next: tacit import ${files.length === 1 ? one.path : folder} --into DIR`);
  return lines.map((line) => `${line}\n`).join('');
}
