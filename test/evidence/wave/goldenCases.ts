import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WavePair } from '../../../src/evidence/wave/index.ts';

const ROOT = fileURLToPath(new URL('../../../../shared/golden/wave', import.meta.url));

/** Names of all cases present; empty, and said aloud, where the golden files are missing. */
export const goldenNames: readonly string[] = existsSync(ROOT)
  ? readdirSync(ROOT)
      .filter((name) => existsSync(`${ROOT}/${name}/result.json`))
      .sort()
  : [];

if (goldenNames.length === 0)
  process.stderr.write(`No golden wave cases at ${ROOT}: these tests are skipped.\n`);

export type Parameters = Readonly<Record<string, number>>;

interface Point {
  readonly loglik: number;
  readonly gradient: Parameters;
  readonly loglik_with_c_A_and_c_B_zero: number;
  readonly loglik_with_tau_1: number;
  readonly loglik_with_tau_400: number;
}

interface Fit {
  readonly loglik: number;
  readonly loglik_laplace: number;
  readonly parameters: Parameters;
}

export interface GoldenResult {
  readonly point: Parameters;
  readonly at_point: Readonly<Record<string, Point>>;
  readonly smooth_at_point: { readonly loglik_laplace: number; readonly gradient: Parameters };
  readonly plain: { readonly null: Fit; readonly alternative: Fit };
  readonly wave: Readonly<Record<string, { readonly null: Fit; readonly alternative: Fit }>>;
  readonly smooth: { readonly null: Fit; readonly alternative: Fit };
  readonly lead_lag_z: { readonly block_30: number; readonly block_60: number };
  readonly tests: {
    readonly LR_plain: number;
    readonly LR1: number;
    readonly LR2: number;
    readonly LR3: number;
    readonly plain: boolean;
    readonly T1: boolean;
    readonly T2: boolean;
    readonly T3: boolean;
    readonly supported_by_these_tests: boolean;
    readonly supported_strict: boolean;
  };
  readonly rouwenhorst?: {
    readonly tau: number;
    readonly phi: number;
    readonly zeta: readonly number[];
    readonly pi: readonly number[];
    readonly Theta: readonly (readonly number[])[];
    readonly dTheta_dlogtau: readonly (readonly number[])[];
  };
}

export function readGolden(name: string): { pair: WavePair; result: GoldenResult } {
  const rows = readFileSync(`${ROOT}/${name}/data.csv`, 'utf8').trim().split('\n').slice(1);
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => Number(row.split(',')[k]));
  return {
    pair: madePair(column(1), column(2)),
    result: JSON.parse(readFileSync(`${ROOT}/${name}/result.json`, 'utf8')) as GoldenResult,
  };
}

/** Two fully recorded streams. */
export function madePair(a: ArrayLike<number>, b: ArrayLike<number>): WavePair {
  const all = new Uint8Array(a.length).fill(1);
  return {
    a: Float64Array.from(a),
    b: Float64Array.from(b),
    recordedA: all,
    recordedB: all,
    covariates: [],
    answerActive: null,
  };
}

/** Order of the common parameter vector without covariates. */
export const NAMES = [
  'beta_A0',
  'beta_A1',
  'beta_B0',
  'beta_B1',
  's_A',
  's_B',
  'rho_BA',
  'rho_AB',
  'kappa',
  'log_psi_A',
  'log_psi_B',
  'c_A',
  'c_B',
  'log_tau',
] as const;

export function vectorOf(parameters: Parameters, changes: Parameters = {}): Float64Array {
  return Float64Array.from(NAMES, (name) => changes[name] ?? parameters[name] ?? 0);
}
