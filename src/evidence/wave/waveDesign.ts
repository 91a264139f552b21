import { countConstants } from './streamDesign.ts';
import type { StreamDesign, StreamPlace } from './streamDesign.ts';
import type { WaveOptions, WavePair } from './wavePair.ts';

/** Days at the start that only feed the histories, so that every shift of the wave sees the same data. */
export const FIRST_DAYS = 7;

/** Order of the common parameters, `columns` entries of each beta first. */
export interface WaveLayout {
  readonly columns: number;
  readonly size: number;
  readonly ownA: number;
  readonly ownB: number;
  /** rho of "A answers B". */
  readonly reverse: number;
  /** rho of "B answers A", the one tested. */
  readonly answer: number;
  readonly kappa: number;
  readonly logPsiA: number;
  readonly logPsiB: number;
  readonly cA: number;
  readonly cB: number;
  /** Own history, log psi and loading of a third stream, whose betas follow those of B; −1 without one. */
  readonly ownThird: number;
  readonly logPsiThird: number;
  readonly cThird: number;
  /** Always the last. */
  readonly logTau: number;
}

export interface WaveDesign {
  readonly steps: number;
  readonly a: StreamDesign;
  readonly b: StreamDesign;
  /** The rest of the theatre, or null. */
  readonly third: StreamDesign | null;
  readonly layout: WaveLayout;
  /** Delay weights of the answer, the reverse rule and own histories, entry d−1 at lag d. */
  readonly answerWeights: Float64Array;
  readonly reverseWeights: Float64Array;
  readonly ownWeights: Float64Array;
  /** Triggers the rule speaks about. */
  readonly triggers: Float64Array;
}

export function waveLayout(columns: number, third = false): WaveLayout {
  const p = (third ? 3 : 2) * columns;
  return {
    columns,
    size: p + (third ? 13 : 10),
    ownA: p,
    ownB: p + 1,
    reverse: p + 2,
    answer: p + 3,
    kappa: p + 4,
    logPsiA: p + 5,
    logPsiB: p + 6,
    cA: p + 7,
    cB: p + 8,
    ownThird: third ? p + 9 : -1,
    logPsiThird: third ? p + 10 : -1,
    cThird: third ? p + 11 : -1,
    logTau: p + (third ? 12 : 9),
  };
}

/** Turns two streams into what the likelihoods read: histories x_AA, x_AB, x_BA, x_BB, columns, masks. */
export function waveDesign(pair: WavePair, options: WaveOptions = {}): WaveDesign {
  const steps = pair.a.length;
  checkLengths(pair, steps);
  const layout = waveLayout(2 + pair.covariates.length, pair.third !== undefined);
  const own = normalised(options.ownWeights ?? geometricWeights(0.3, 14), 1);
  const answerWeights = normalised(
    options.answerWeights ?? geometricWeights(0.3, 14),
    options.answerFrom ?? 1,
  );
  const reverse =
    options.reverseWeights === undefined ? answerWeights : normalised(options.reverseWeights, 1);
  const a = seen(pair.a, pair.recordedA);
  const b = seen(pair.b, pair.recordedB);
  const triggers = pair.answerActive === null ? a : seen(a, pair.answerActive);
  const columns = [
    new Float64Array(steps).fill(1),
    Float64Array.from({ length: steps }, (_, t) => t / steps - 0.5),
    ...pair.covariates,
  ];
  const coverageA = pair.coverageA ?? null;
  const coverageB = pair.coverageB ?? null;
  const { columns: p } = layout;
  const third = pair.third && seen(pair.third.counts, pair.third.recorded);
  return {
    steps,
    layout,
    answerWeights,
    reverseWeights: reverse,
    ownWeights: own,
    triggers,
    a: stream(a, pair.recordedA, coverageA, columns, [lagSum(a, own), lagSum(b, reverse)], {
      beta: 0,
      terms: [layout.ownA, layout.reverse],
      logPsi: layout.logPsiA,
      loading: layout.cA,
    }),
    b: stream(b, pair.recordedB, coverageB, columns, [lagSum(b, own), lagSum(triggers, answerWeights), a], {
      beta: p,
      terms: [layout.ownB, layout.answer, layout.kappa],
      logPsi: layout.logPsiB,
      loading: layout.cB,
    }),
    third:
      pair.third && third
        ? stream(third, pair.third.recorded, null, columns, [lagSum(third, own)], {
            beta: 2 * p,
            terms: [layout.ownThird],
            logPsi: layout.logPsiThird,
            loading: layout.cThird,
          })
        : null,
  };
}

/** Geometric delay over lags 1 … window, divided by its sum. */
export function geometricWeights(p: number, window: number): Float64Array {
  return Float64Array.from({ length: window }, (_, k) => p * (1 - p) ** k);
}

/** Σ_d weights[d−1] · counts[t−d]; zero before the record. */
export function lagSum(counts: Float64Array, weights: Float64Array): Float64Array {
  const sums = new Float64Array(counts.length);
  for (let t = 0; t < counts.length; t++) {
    if (counts[t] === 0) continue;
    const last = Math.min(weights.length, counts.length - 1 - t);
    for (let d = 1; d <= last; d++) sums[t + d] = sums[t + d]! + weights[d - 1]! * counts[t]!;
  }
  return sums;
}

function normalised(weights: ArrayLike<number>, from: number): Float64Array {
  const lags = new Float64Array(from - 1 + weights.length);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    if (!(weights[k]! >= 0)) throw new Error(`delay weight ${k + 1} is ${String(weights[k])}`);
    sum += weights[k]!;
  }
  if (!(sum > 0)) throw new Error('delay weights sum to 0');
  for (let k = 0; k < weights.length; k++) lags[from - 1 + k] = weights[k]! / sum;
  return lags;
}

function seen(counts: Float64Array, mask: Uint8Array): Float64Array {
  return counts.map((count, t) => (mask[t] === 1 ? count : 0));
}

function stream(
  counts: Float64Array,
  recorded: Uint8Array,
  coverage: Float64Array | null,
  columns: readonly Float64Array[],
  terms: readonly Float64Array[],
  place: StreamPlace,
): StreamDesign {
  const recordedLate = recorded.map((one, t) => (t < FIRST_DAYS ? 0 : one));
  return {
    steps: counts.length,
    counts,
    columns,
    terms: coverage === null ? terms : terms.map((term) => term.map((x, t) => x * coverage[t]!)),
    coverage,
    recorded,
    recordedLate,
    constants: countConstants(counts, recorded),
    constantsLate: countConstants(counts, recordedLate),
    place,
  };
}

function checkLengths(pair: WavePair, steps: number): void {
  const all = [
    pair.b,
    pair.recordedA,
    pair.recordedB,
    ...pair.covariates,
    pair.answerActive ?? pair.b,
    pair.coverageA ?? pair.b,
    pair.coverageB ?? pair.b,
    pair.third?.counts ?? pair.b,
    pair.third?.recorded ?? pair.b,
  ];
  for (const one of all) {
    if (one.length !== steps) throw new Error(`wave pair: lengths ${steps} and ${one.length} differ`);
  }
}
