import { randomStream } from '../stats/index.ts';
import { delayWeights, type DelayChoice } from './delays/index.ts';

/** A made theatre whose truth is known, as declared numbers. Paths have one value a step. */
export interface DeclaredTheatre {
  readonly steps: number;
  readonly streams: readonly DeclaredStream[];
  readonly rules: readonly DeclaredRule[];
  readonly modifiers?: readonly DeclaredModifier[];
  /** Steps before the first one, so that answers are under way; they keep the first step's rate. Default 60. */
  readonly burnIn?: number;
}

export interface DeclaredStream {
  readonly name: string;
  /** ln of the spontaneous events a step; a path takes trends, seasons and hidden waves. */
  readonly logRate: number | Float64Array;
  readonly psi: number;
}

export interface DeclaredRule {
  readonly from: string;
  readonly to: string;
  readonly rho: number;
  readonly delay: DelayChoice;
  /** 1 on the steps on which the rule holds; default all. */
  readonly active?: Uint8Array;
}

/** Multiplies a stream's rate by exp(gamma z): z declared, or the mean of another stream over its last steps. */
export interface DeclaredModifier {
  readonly to: string;
  readonly gamma: number;
  readonly z: Float64Array | { readonly meanOf: string; readonly steps: number };
}

/**
 * Counts of a declared theatre, step by step: y ~ NB2(exp(Σ gamma z)(exp(log rate) + Σ rho Σ_d g(d) y[t − d]), psi).
 * The same seed and replicate give the same counts. Throws on unknown names and on rates that run away.
 */
export function simulateCounts(
  theatre: DeclaredTheatre,
  seed: number,
  replicate = 0,
): Record<string, Float64Array> {
  const random = randomStream(seed, 'simulate counts', replicate);
  const burnIn = theatre.burnIn ?? 60;
  const counts = theatre.streams.map(() => new Float64Array(burnIn + theatre.steps));
  const find = (name: string) => {
    const index = theatre.streams.findIndex((stream) => stream.name === name);
    if (index < 0) throw new Error(`the theatre has no stream "${name}"`);
    return index;
  };
  const rules = theatre.rules.map((rule) => ({
    ...rule,
    source: counts[find(rule.from)]!,
    target: find(rule.to),
    weights: delayWeights(rule.delay),
  }));
  const modifiers = (theatre.modifiers ?? []).map((modifier) => ({ ...modifier, target: find(modifier.to) }));
  const streams = theatre.streams.map((stream, k) => ({
    ...stream,
    constantRate: typeof stream.logRate === 'number' ? Math.exp(stream.logRate) : null,
    rules: rules.filter(({ target }) => target === k),
    modifiers: modifiers.filter(({ target }) => target === k),
  }));
  for (let t = 0; t < burnIn + theatre.steps; t++) {
    const step = Math.max(0, t - burnIn);
    for (let k = 0; k < streams.length; k++) {
      const { name, logRate, constantRate, psi, rules: answers, modifiers: factors } = streams[k]!;
      let mean = constantRate ?? Math.exp((logRate as Float64Array)[step]!);
      for (const { source, weights, delay, rho, active } of answers) {
        if (!active || active[step]) mean += rho * sumBefore(source, t, weights, delay.from);
      }
      for (const { gamma, z } of factors) {
        const value = z instanceof Float64Array ? z[step]! : meanBefore(counts[find(z.meanOf)]!, t, z.steps);
        mean *= Math.exp(gamma * value);
      }
      if (!(mean < 1e9))
        throw new Error(`stream "${name}" runs away at step ${step}: ${mean} events expected`);
      counts[k]![t] = random.negativeBinomial(mean, psi);
    }
  }
  return Object.fromEntries(theatre.streams.map(({ name }, k) => [name, counts[k]!.slice(burnIn)]));
}

function sumBefore(source: Float64Array, t: number, weights: Float64Array, from: number): number {
  let sum = 0;
  const last = Math.min(weights.length, t - from + 1);
  for (let d = 0; d < last; d++) sum += weights[d]! * source[t - from - d]!;
  return sum;
}

function meanBefore(source: Float64Array, t: number, steps: number): number {
  let sum = 0;
  for (let d = 1; d <= Math.min(steps, t); d++) sum += source[t - d]!;
  return t === 0 ? 0 : sum / Math.min(steps, t);
}
