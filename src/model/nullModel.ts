import { choleskyFactor, choleskySolve } from '../stats/index.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { fillSlopes } from './estimatedDelays.ts';
import { evaluate } from './likelihood.ts';
import { weighLocalColumns } from './localColumns.ts';
import { packDesign, type PackedDesign } from './packDesign.ts';

/** What one null fit knows: tests of added columns cost one pass over the steps and one small solve each. */
export interface NullModel {
  readonly design: StreamDesign;
  readonly fit: StreamFit;
  /** Efficient gradient and information of an added answer x at rho = 0, nuisance parameters projected out. */
  answer(x: Float64Array): EfficientScore;
  /** The same for an added modifier z at gamma = 0. */
  modifier(z: Float64Array): EfficientScore;
}

/** Power to see an effect: about Φ(effect · √information − critical z). */
export interface EfficientScore {
  /** Slope of the log-likelihood at effect 0. */
  readonly gradient: number;
  readonly information: number;
  /** gradient/√information: standard normal where the null holds; null without information. */
  readonly z: number | null;
  /** One step from 0, gradient/information: a rough estimate of the effect; null without information. */
  readonly oneStep: number | null;
}

/** Factors the nuisance information of a null fit once. Terms of the design that ended at a bound stay there. */
export function nullModel(design: StreamDesign, fit: StreamFit): NullModel {
  const packed = packDesign(design);
  const size = packed.names.length;
  const theta = new Float64Array(size + 1);
  theta.set(fit.values);
  theta[size] = fit.psi > 0 ? Math.log(fit.psi) : 0;
  evaluate(packed, theta);
  fillSlopes(packed, theta);
  const nuisance = factorNuisance(fit);
  const weights = weighSteps(packed, fit.psi);
  const room = {
    weighted: new Float64Array(packed.at.length),
    spontaneous: new Float64Array(packed.at.length),
  };
  const score = (column: Float64Array, effect: Float64Array) =>
    projectOut(packed, column, effect, weights, nuisance, room);
  return {
    design,
    fit,
    answer: (x) => score(x, packed.h),
    modifier: (z) => score(z, packed.mu),
  };
}

interface Nuisance {
  readonly free: readonly number[];
  readonly factor: Float64Array;
}

function factorNuisance(fit: StreamFit): Nuisance {
  const size = fit.names.length;
  const free = fit.names.map((_, j) => j).filter((j) => fit.standardErrors[fit.names[j]!] !== null);
  const n = free.length;
  const factor = new Float64Array(n * n);
  free.forEach((j, a) => free.forEach((k, b) => (factor[a * n + b] = fit.information[j * size + k]!)));
  if (choleskyFactor(factor, n) >= 0) throw new Error('nullModel: the information of the fit is singular');
  return { free, factor };
}

interface StepWeights {
  /** d log f / d mu. */
  readonly slope: Float64Array;
  /** 1 / Var. */
  readonly precision: Float64Array;
}

/** Written anew by every test: weight times change of each step, and that times the spontaneous part of the mean. */
interface Room {
  readonly weighted: Float64Array;
  readonly spontaneous: Float64Array;
}

function weighSteps({ y, mu }: PackedDesign, psi: number): StepWeights {
  const precision = mu.map((mean) => 1 / (mean * (1 + psi * mean)));
  return { precision, slope: precision.map((weight, i) => weight * (y[i]! - mu[i]!)) };
}

function projectOut(
  packed: PackedDesign,
  column: Float64Array,
  effect: Float64Array,
  { slope, precision }: StepWeights,
  { free, factor }: Nuisance,
  { weighted, spontaneous }: Room,
): EfficientScore {
  const { at, columns, endemic, local, answers, e, h, mu } = packed;
  const size = packed.names.length;
  const lastAnswer = endemic + answers;
  const cross = new Float64Array(size);
  let gradient = 0;
  let own = 0;
  for (let i = 0; i < at.length; i++) {
    const value = column[at[i]!]!;
    if (value === 0) {
      weighted[i] = 0;
      spontaneous[i] = 0;
      continue;
    }
    const change = value * effect[i]!;
    const weight = precision[i]! * change;
    weighted[i] = weight;
    spontaneous[i] = weight * e[i]!;
    gradient += slope[i]! * change;
    own += weight * change;
  }
  if (local !== null) weighLocalColumns(local, spontaneous, cross, 0);
  for (const j of free) {
    if (j < (local?.count ?? 0)) continue;
    const nuisance = columns[j]!;
    const answered = j < lastAnswer ? h : mu;
    const factor = j < endemic ? e : answered;
    let sum = 0;
    for (let i = 0; i < at.length; i++) {
      // Triggers are rare.
      if (weighted[i] !== 0) sum += weighted[i]! * factor[i]! * nuisance[i]!;
    }
    cross[j] = sum;
  }
  const shared = Float64Array.from(free, (j) => cross[j]!);
  const solved = shared.slice();
  choleskySolve(factor, free.length, solved);
  const information = own - shared.reduce((sum, value, a) => sum + value * solved[a]!, 0);
  // A column that the nuisance terms can build has no information of its own, but for rounding.
  if (!(information > 1e-10 * own)) return { gradient, information: 0, z: null, oneStep: null };
  return { gradient, information, z: gradient / Math.sqrt(information), oneStep: gradient / information };
}
