import { choleskyFactor, forwardSolve } from '../stats/index.ts';
import { bringDesign, viewOf, writeColumn, type StreamKernel } from './bringDesign.ts';
import type { StreamDesign } from './design.ts';
import type { StreamFit } from './fit.ts';
import { bringSlopes, evaluate, psiOf } from './likelihood.ts';
import { packDesign, type PackedDesign } from './packDesign.ts';
import { pickSteps } from './pickSteps.ts';
import { OWN } from './streamMemory.ts';

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
  const nuisance = factorNuisance(fit);
  // Which kind the memory is prepared for; many columns of one kind are tested in a row.
  let prepared: 0 | 1 | null = null;
  const score = (column: Float64Array, isAnswer: 0 | 1) => {
    const { kernel, isKept } = bringDesign(packed);
    if (!isKept || prepared !== isAnswer) {
      evaluate(packed, theta);
      bringSlopes(packed, theta, kernel);
      kernel.prepareScore(packed.memory.record, psiOf(packed, theta), isAnswer);
      prepared = isAnswer;
    }
    return projectOut(packed, kernel, column, nuisance);
  };
  return {
    design,
    fit,
    answer: (x) => score(x, 1),
    modifier: (z) => score(z, 0),
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

function projectOut(
  packed: PackedDesign,
  kernel: StreamKernel,
  column: Float64Array,
  { free, factor }: Nuisance,
): EfficientScore {
  const { at, memory } = packed;
  writeColumn(kernel.memory.buffer, memory, memory.added, pickSteps(column, at));
  const gradient = kernel.score(memory.record);
  const own = viewOf(kernel, memory.record + OWN, 1)[0]!;
  const cross = viewOf(kernel, memory.gradient, packed.names.length);
  const shared = new Float64Array(free.length);
  for (let a = 0; a < free.length; a++) shared[a] = cross[free[a]!]!;
  forwardSolve(factor, free.length, shared);
  // The squares of L⁻¹ shared are what the nuisance parameters can explain of it.
  let information = own;
  for (const part of shared) information -= part * part;
  // A column that the nuisance terms can build has no information of its own, but for rounding.
  if (!(information > 1e-10 * own)) return { gradient, information: 0, z: null, oneStep: null };
  return { gradient, information, z: gradient / Math.sqrt(information), oneStep: gradient / information };
}
