import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CLAIM_TEXTS, type Finding, type MadeClaim, type MadeOutcome } from '../evidence/index.ts';
import type { Outcome } from '../host/index.ts';
import { jobKey, type CalibrationJob, type KnownOutcomes } from './planCalibration.ts';

/** What results must share to stand in one table. */
export interface CalibrationOrigin {
  readonly tacit: string;
  readonly seed: number;
  /** `fingerprintJudges()`. */
  readonly program: string;
}

/** The file in which results are kept, and what it holds already. */
export interface CalibrationResults {
  readonly known: KnownOutcomes;
  readonly keep: (job: CalibrationJob, outcomes: readonly MadeOutcome[]) => void;
}

/** 42 kinds of 400 records with all claims have about 6 MB. */
const LARGEST_FILE = 512 * 1024 * 1024;

const originSchema = z.object({ tacit: z.string(), seed: z.number(), program: z.string() });
const FINDINGS: readonly Finding[] = [
  'supported',
  'contradicted',
  'not separable',
  'too few events',
  'not testable',
  'disputed',
];
const lineSchema = z.object({
  kind: z.string(),
  index: z.number().int().min(0),
  outcomes: z.array(
    z.object({
      claim: z.enum(Object.keys(CLAIM_TEXTS) as [MadeClaim, ...MadeClaim[]]),
      finding: z.enum(FINDINGS as [Finding, ...Finding[]]),
      reason: z.string().nullable(),
      plain: z.boolean(),
      rival: z.boolean(),
    }),
  ),
});

/**
 * Opens the file of results, one line for each record made. Where it holds results of another seed or program, `named`
 * decides: a file that a person named is left alone, Tacit's own is begun anew. A line cut short is made again.
 */
export function openCalibrationResults(
  path: string,
  origin: CalibrationOrigin,
  named: boolean,
): Outcome<CalibrationResults> {
  const refuse = (message: string) => ({ ok: false, message }) as const;
  const known = new Map<string, MadeOutcome[]>();
  try {
    if (existsSync(path) && !statSync(path).isFile()) return refuse(`${path} is not a file.`);
    if (existsSync(path) && statSync(path).size > LARGEST_FILE)
      return refuse(`${path} is larger than any file of calibration results.`);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const [head = '', ...lines] = text.split('\n');
    const found = originSchema.safeParse(parseJson(head));
    if (text !== '' && !found.success)
      return refuse(`${path} holds no results of \`tacit calibrate\`. Name another file.`);
    const same = found.success && isSame(found.data, origin);
    if (found.success && !same && named) return refuse(wordOther(path, found.data, origin));
    if (same) {
      for (const line of lines) readLine(line, known);
      if (!text.endsWith('\n')) appendFileSync(path, '\n');
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${JSON.stringify(origin)}\n`);
    }
  } catch (error) {
    return refuse(`The results cannot be kept in ${path}: ${(error as Error).message}.`);
  }
  const keep: CalibrationResults['keep'] = ({ kind, index }, outcomes) =>
    appendFileSync(path, `${JSON.stringify({ kind, index, outcomes })}\n`);
  return { ok: true, value: { known, keep } };
}

function readLine(line: string, known: Map<string, MadeOutcome[]>): void {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) return;
  const { kind, index, outcomes } = parsed.data;
  const key = jobKey(kind, index);
  const before = known.get(key) ?? [];
  known.set(key, [...before, ...outcomes.filter(({ claim }) => !before.some((one) => one.claim === claim))]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isSame(a: CalibrationOrigin, b: CalibrationOrigin): boolean {
  return a.tacit === b.tacit && a.seed === b.seed && a.program === b.program;
}

function wordOther(path: string, found: CalibrationOrigin, origin: CalibrationOrigin): string {
  const other =
    found.seed === origin.seed ? 'of another version of Tacit' : `of seed ${found.seed}, not ${origin.seed}`;
  return `${path} holds results ${other}. Results of two cannot stand in one table: name another file.`;
}
