import { existsSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { Option } from 'commander';
import type { RecordFault } from '../record/index.ts';
import {
  DEFAULT_LIMITS,
  importFile,
  listInputs,
  readTableMap,
  type ImportOptions,
  type InputOutcome,
  type RecordInput,
} from '../store/index.ts';
import { describeFault, importTables, type ExitCode, type Outcome, type Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { draftMap } from './draftMap.ts';
import { printJson } from './printJson.ts';
import { printSetAside } from './printSetAside.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';
import { spoolStandardInput } from './spoolStandardInput.ts';
import { writeSetAside } from './writeSetAside.ts';

interface CommandOptions {
  readonly into?: string;
  readonly format?: string;
  readonly name?: string;
  readonly dates?: NonNullable<ImportOptions['dates']>;
  readonly map?: string;
  readonly draftMap?: true;
  readonly out?: string;
  readonly report?: string;
  readonly json?: true;
  readonly memory?: number;
  readonly time?: number;
  readonly maxBytes?: number;
  readonly maxExpansion?: number;
}

export const defineImport: DefineCommand = (command, shell, done) => {
  command
    .argument('<files...>', 'event files, also .gz and .zip, folders of them, or - for standard input')
    .option('--into <dir>', 'folder whose store takes the events; the theatre lies there')
    .option('--format <name>', 'format of the files; left out, the first row tells')
    .option('--name <name>', 'under which name the store keeps the record')
    .addOption(new Option('--dates <order>', 'how the file writes its dates').choices(['dmy', 'mdy', 'ymd']))
    .option('--map <file>', 'confirmed map of the columns of any other table')
    .option('--draft-map', 'import nothing: draft such a map from the header')
    .option('--out <file>', 'where the draft goes; standard output when left out')
    .option('--report <file>', 'write every row set aside, as a page (.html) or a table (.csv)')
    .option('--json', 'print the results as JSON')
    .option('--memory <MB>', 'memory of the reading process', readWholeNumber(64, 1024 ** 2))
    .option('--time <seconds>', 'time for each file', readWholeNumber(1, 10 ** 7))
    .option('--max-bytes <n>', 'bytes of one table, unpacked', readWholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--max-expansion <n>', 'times a compressed table may grow', readWholeNumber(1, 10 ** 6))
    .action(async (files: string[], options: CommandOptions) => done(await runImport(files, options, shell)));
};

async function runImport(files: readonly string[], options: CommandOptions, shell: Shell): Promise<ExitCode> {
  const fail = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const { into, name, report } = options;
  const [first = ''] = files;
  if (options.draftMap) {
    if (files.length > 1) return fail('A map is drafted from one table at a time.');
    return draftMap(first, options.out ?? null, shell);
  }
  if (into === undefined) return fail("Required option '--into <dir>' is not given.");
  if (!existsSync(into) || !statSync(into).isDirectory()) return fail(`There is no folder ${into}.`);
  if (name !== undefined && files.length > 1) return fail('--name names one file; several were given.');
  if (files.includes('-') && (name === undefined || name === ''))
    return fail('Standard input has no name: say --name NAME.');
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) return fail(target.message);
  const settings = readSettings(options);
  if (!settings.ok) return fail(settings.message);
  if (options.format === 'counts') return checkCounts(files, into, options, shell);
  const limits = { ...DEFAULT_LIMITS, ...settings.value };
  const spooled = files.includes('-') ? await spoolStandardInput(into, limits.largestBytes) : null;
  if (spooled && !spooled.ok) return fail(spooled.message);
  try {
    const inputs: RecordInput[] = [];
    const outcomes: InputOutcome[] = [];
    for (const file of files) {
      const path = file === '-' && spooled ? spooled.value.path : file;
      const listing = await listInputs(path, name ?? nameInside(into, file), limits);
      inputs.push(...listing.inputs);
      for (const fault of listing.faults) {
        shell.writeError(`${describeFault(fault)}\n`);
        outcomes.push({ kind: 'fault', fault });
      }
    }
    outcomes.push(...(await importTables(into, inputs, settings.value, shell)));
    return await tell(outcomes, files, { into, report: report ?? null, json: options.json ?? false }, shell);
  } finally {
    if (spooled?.ok) spooled.value.remove();
  }
}

function readSettings(options: CommandOptions): Outcome<ImportOptions> {
  const { format, dates, map, memory, time, maxBytes, maxExpansion } = options;
  const reading = map === undefined ? null : readTableMap(map);
  if (reading?.kind === 'fault') return { ok: false, message: describeFault(reading.fault) };
  return {
    ok: true,
    value: {
      ...(format === undefined ? {} : { format }),
      ...(dates === undefined ? {} : { dates }),
      ...(reading === null ? {} : { map: reading.map }),
      ...(memory === undefined ? {} : { memoryMegabytes: memory }),
      ...(time === undefined ? {} : { timeLimitSeconds: time }),
      ...(maxBytes === undefined ? {} : { largestBytes: maxBytes }),
      ...(maxExpansion === undefined ? {} : { largestExpansion: maxExpansion }),
    },
  };
}

/** The name a theatre in the folder would use for the file. */
function nameInside(folder: string, file: string): string {
  const way = relative(resolve(folder), resolve(file)).replaceAll('\\', '/');
  return way.startsWith('../') || way === '..' ? basename(resolve(file)) : way;
}

interface Telling {
  readonly into: string;
  readonly report: string | null;
  readonly json: boolean;
}

async function tell(
  outcomes: readonly InputOutcome[],
  files: readonly string[],
  { into, report, json }: Telling,
  shell: Shell,
): Promise<ExitCode> {
  const results = outcomes.flatMap((outcome) => (outcome.kind === 'imported' ? [outcome.result] : []));
  if (json) {
    const [only] = outcomes;
    // One file, one object, as the contract has it; several make a list.
    if (files.length === 1 && outcomes.length === 1 && only) printJson(describeOutcome(only), shell);
    else printJson(outcomes.map(describeOutcome), shell);
  } else for (const result of results) printSetAside(result, { report, named: results.length > 1 }, shell);
  if (report !== null) {
    const written = await writeSetAside(
      into,
      results.map(({ file }) => file),
      report,
    );
    if (!written.ok) {
      shell.writeError(`${written.message}\n`);
      return 2;
    }
  }
  if (results.length === 0 && outcomes.every(({ kind }) => kind === 'skipped')) {
    shell.writeError('None of these files is known to be an event record.\n');
    return 2;
  }
  const unread = results.filter(({ rows, right }) => rows > 0 && right === 0);
  for (const { file, rows } of unread) {
    shell.writeError(
      `${file}: none of its ${rows} ${rows === 1 ? 'row' : 'rows'} could be read, so it holds no event. Is it of another format, or written otherwise?\n`,
    );
  }
  return unread.length > 0 || outcomes.some(({ kind }) => kind === 'fault') ? 2 : 0;
}

function describeOutcome(outcome: InputOutcome): unknown {
  if (outcome.kind === 'imported') return outcome.result;
  if (outcome.kind === 'skipped') return { file: outcome.file, skipped: outcome.reason };
  return describeFailure(outcome.fault);
}

function describeFailure({ file, line, message, hint }: RecordFault): unknown {
  return { file, fault: { line, message, hint } };
}

/** Tables of counts are not stored: each is looked at and told of. */
async function checkCounts(
  files: readonly string[],
  into: string,
  { json, name }: CommandOptions,
  shell: Shell,
): Promise<ExitCode> {
  const outcomes: InputOutcome[] = [];
  for (const file of files) {
    const outcome = await importFile(into, file, { format: 'counts', name: name ?? nameInside(into, file) });
    outcomes.push(outcome);
    if (outcome.kind === 'fault') shell.writeError(`${describeFault(outcome.fault)}\n`);
    else {
      const { rows, right, setAsideCount } = outcome.result;
      shell.writeError(`${outcome.result.file}: ${rows} rows, ${right} right, ${setAsideCount} set aside\n`);
    }
  }
  return tell(outcomes, files, { into, report: null, json: json ?? false }, shell);
}
