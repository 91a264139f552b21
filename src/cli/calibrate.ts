import { join } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { tallyCalibration, type Calibration, type MadeKind, type MadeOutcome } from '../evidence/index.ts';
import { defaultThreads, startProgress, writeAtomically, type ExitCode, type Shell } from '../host/index.ts';
import { calibrateInThreads } from './calibrateInThreads.ts';
import { openCalibrationResults, type CalibrationResults } from './calibrationResults.ts';
import { chooseClaims } from './chooseClaims.ts';
import { chooseKinds } from './chooseKinds.ts';
import type { DefineCommand } from './defineCommand.ts';
import { fingerprintJudges } from './fingerprintJudges.ts';
import { LARGEST_SEED } from './examine.ts';
import { claimsOf, jobKey, planCalibration, type CalibrationSize } from './planCalibration.ts';
import { printJson } from './printJson.ts';
import { readWholeNumber } from './readWholeNumber.ts';
import { checkReportTarget } from './reportTarget.ts';

interface CalibrateOptions {
  readonly kind?: readonly string[];
  readonly claim?: readonly string[];
  readonly records?: number;
  readonly allClaims: number;
  readonly seed: number;
  readonly threads: number;
  readonly json?: true;
  readonly report?: string;
  readonly resume?: string;
}

const MOST_RECORDS = 100_000;
/** Enough to see a claim that is badly wrong; the first claim of each kind has more. */
const ALL_CLAIMS = 20;

export const defineCalibrate: DefineCommand = (command, shell, done) => {
  command
    .option('--kind <name...>', 'only these kinds of made records; part of a name is enough')
    .option('--claim <name...>', 'only these claims, each on every record of the kinds that have it')
    .option(
      '--records <n>',
      'records of each kind (default: 400 of shared waves and late causes, 100 of the others)',
      readWholeNumber(1, MOST_RECORDS),
    )
    .option(
      '--all-claims <n>',
      'on the first n records all claims are judged, on the others only the first',
      readWholeNumber(0, MOST_RECORDS),
      ALL_CLAIMS,
    )
    .option('--seed <n>', 'seed of every random draw', readWholeNumber(0, LARGEST_SEED), 1)
    .option(
      '--threads <n>',
      'threads that make and judge records; never changes the result',
      readWholeNumber(1, 256),
      defaultThreads(),
    )
    .option('--json', 'print the result as JSON')
    .option('--report <out>', 'also write the tables, one HTML file')
    .option(
      '--resume <file>',
      'keep the results here and go on from what it holds (default: .tacit/calibration-seed-N.jsonl)',
    )
    .action(async (options: CalibrateOptions) => done(await runCalibrate(options, shell)));
};

async function runCalibrate(options: CalibrateOptions, shell: Shell): Promise<ExitCode> {
  const { seed, threads, json = false, report, resume } = options;
  const stop = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const kinds = chooseKinds(options.kind);
  if (!kinds.ok) return stop(kinds.message);
  const claims = chooseClaims(options.claim);
  if (!claims.ok) return stop(claims.message);
  const target = report === undefined ? null : checkReportTarget(report);
  if (target && !target.ok) return stop(target.message);
  const path = resume ?? join('.tacit', `calibration-seed-${seed}.jsonl`);
  const origin = { tacit: packageFile.version, seed, program: fingerprintJudges() };
  const results = openCalibrationResults(path, origin, resume !== undefined);
  if (!results.ok) return stop(results.message);
  const size: CalibrationSize = {
    records: options.records ?? null,
    allClaims: options.allClaims,
    ...(claims.value ? { claims: claims.value } : {}),
  };
  // A kind without any of the claims named has nothing to tell.
  const asked = kinds.value.flatMap((kind) => {
    const wanted = claimsOf(kind, 0, { ...size, allClaims: 1 });
    return wanted.length === 0 ? [] : [{ ...kind, claims: wanted }];
  });
  const known = await makeRecords(asked, size, results.value, { seed, threads, path }, shell);
  const calibration: Calibration = {
    tacit: packageFile.version,
    seed,
    kinds: asked.map((kind) => tallyCalibration(kind, listOutcomes(kind, size, known))),
  };
  const date = new Date().toISOString().slice(0, 10);
  if (json) printJson(calibration, shell);
  else {
    const { renderCalibrationTable } = await import('../report/index.ts');
    shell.write(renderCalibrationTable(calibration, date, { width: shell.width, colour: shell.colour }));
  }
  return report === undefined ? 0 : writeCalibration(calibration, date, report, shell);
}

interface MakeSettings {
  readonly seed: number;
  readonly threads: number;
  readonly path: string;
}

/** Makes and judges what is not known yet; what is done is kept at once, so that interrupted work goes on. */
async function makeRecords(
  kinds: readonly MadeKind[],
  size: CalibrationSize,
  { known, keep }: CalibrationResults,
  { seed, threads, path }: MakeSettings,
  shell: Shell,
): Promise<Map<string, readonly MadeOutcome[]>> {
  const all = new Map(known);
  const jobs = planCalibration(kinds, size, known);
  if (known.size > 0)
    shell.writeError(`Records made earlier, kept in ${path}: ${known.size}. Left to do: ${jobs.length}.\n`);
  const claims = jobs.reduce((sum, job) => sum + job.claims.length, 0);
  const progress = startProgress('Judging', shell);
  let [doneJobs, doneClaims] = [0, 0];
  await calibrateInThreads(jobs, seed, threads, (job, outcomes) => {
    keep(job, outcomes);
    const key = jobKey(job.kind, job.index);
    all.set(key, [...(all.get(key) ?? []), ...outcomes]);
    doneJobs += 1;
    doneClaims += outcomes.length;
    progress.update({ rows: doneJobs, unit: 'records', share: doneClaims / claims });
  });
  progress.finish(null);
  return all;
}

/** The outcomes that were asked for, and no others that the file may hold. */
function listOutcomes(
  kind: MadeKind,
  size: CalibrationSize,
  known: ReadonlyMap<string, readonly MadeOutcome[]>,
): MadeOutcome[] {
  return Array.from({ length: size.records ?? kind.records }, (_, index) => {
    const wanted = claimsOf(kind, index, size);
    return (known.get(jobKey(kind.name, index)) ?? []).filter(({ claim }) => wanted.includes(claim));
  }).flat();
}

async function writeCalibration(
  calibration: Calibration,
  date: string,
  path: string,
  shell: Shell,
): Promise<ExitCode> {
  const { renderCalibration } = await import('../report/index.ts');
  const written = writeAtomically(path, renderCalibration(calibration, date));
  shell.writeError(written.ok ? `Report written to ${path}.\n` : `${written.message}\n`);
  return written.ok ? 0 : 2;
}
