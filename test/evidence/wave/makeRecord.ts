import { randomStream } from '../../../src/stats/index.ts';
import type { RandomStream } from '../../../src/stats/index.ts';
import type { WavePair } from '../../../src/evidence/wave/index.ts';

/** A record whose truth is known: NB2 (psi 0.5), own histories 0.15, geometric delays .3 over 14 days. */
export interface MadeKind {
  readonly days?: number;
  readonly rateA?: number;
  readonly rateB?: number;
  /** B answers A; A answers B. */
  readonly rhoAB?: number;
  readonly rhoBA?: number;
  /** Log-rate wave with unit lag correlation exp(−1/tau); `late` days until it reaches B. */
  readonly wave?: {
    readonly tau: number;
    readonly sd: number;
    readonly smooth?: boolean;
    readonly late?: number;
  };
  readonly campaign?: { readonly days: number; readonly times: number };
  /** Hidden third stream: its events move A at once and B this many days later, this many each. */
  readonly third?: { readonly rate: number; readonly effect: number; readonly late: number };
  /** Share of A's events coded a second time as B's, one or two days later. */
  readonly codedTwice?: number;
  /** Share of B's answers that fall on the trigger's own day. */
  readonly sameDay?: number;
}

const PSI = 0.5;
const OWN = 0.15;
const DELAY = Float64Array.from({ length: 14 }, (_, k) => (0.3 * 0.7 ** k) / (1 - 0.7 ** 14));

export function makeRecord(kind: MadeKind, seed: number, purpose: string): WavePair {
  const random = randomStream(seed, purpose, 0);
  const n = kind.days ?? 1096;
  const waveA = new Float64Array(n);
  const waveB = new Float64Array(n);
  if (kind.wave !== undefined) {
    const late = kind.wave.late ?? 0;
    const z = makeWave(n + late, kind.wave.tau, kind.wave.smooth ?? false, random);
    for (let t = 0; t < n; t++) {
      waveA[t] = kind.wave.sd * z[t + late]! - kind.wave.sd ** 2 / 2;
      waveB[t] = kind.wave.sd * z[t]! - kind.wave.sd ** 2 / 2;
    }
  }
  if (kind.campaign !== undefined) {
    const first = random.integer(n - kind.campaign.days);
    for (let t = first; t < first + kind.campaign.days; t++) {
      waveA[t] = Math.log(kind.campaign.times);
      waveB[t] = Math.log(kind.campaign.times);
    }
  }
  const third = new Float64Array(n);
  if (kind.third !== undefined) {
    for (let t = 0; t < n; t++) third[t] = random.negativeBinomial(kind.third.rate, PSI);
  }
  const a = new Float64Array(n);
  const b = new Float64Array(n);
  const twice = new Float64Array(n + 2);
  for (let t = 0; t < n; t++) {
    const after = (x: Float64Array): number => {
      let sum = 0;
      for (let d = 1; d <= Math.min(14, t); d++) sum += DELAY[d - 1]! * x[t - d]!;
      return sum;
    };
    const cause = kind.third;
    const meanA =
      (kind.rateA ?? 0.3) * Math.exp(waveA[t]!) +
      OWN * after(a) +
      (kind.rhoBA ?? 0) * after(b) +
      (cause === undefined ? 0 : cause.effect * third[t]!);
    a[t] = random.negativeBinomial(meanA, PSI);
    const same = kind.sameDay ?? 0;
    const meanB =
      (kind.rateB ?? 0.3) * Math.exp(waveB[t]!) +
      OWN * after(b) +
      (kind.rhoAB ?? 0) * ((1 - same) * after(a) + same * a[t]!) +
      (cause === undefined || t < cause.late ? 0 : cause.effect * third[t - cause.late]!);
    b[t] = random.negativeBinomial(meanB, PSI);
    for (let k = 0; k < a[t]!; k++) {
      if (random.uniform() >= (kind.codedTwice ?? 0)) continue;
      const day = t + 1 + random.integer(2);
      twice[day] = twice[day]! + 1;
    }
  }
  for (let t = 0; t < n; t++) b[t] = b[t]! + twice[t]!;
  const all = new Uint8Array(n).fill(1);
  return { a, b, recordedA: all, recordedB: all, covariates: [], answerActive: null };
}

function makeWave(n: number, tau: number, smooth: boolean, random: RandomStream): Float64Array {
  const z = new Float64Array(n);
  const phi = Math.exp(-1 / tau);
  const lagOne = (2 * phi) / (1 + phi * phi);
  z[0] = random.normal();
  for (let t = 1; t < n; t++) {
    const e = random.normal();
    if (!smooth) z[t] = phi * z[t - 1]! + Math.sqrt(1 - phi * phi) * e;
    else if (t === 1) z[t] = lagOne * z[0] + Math.sqrt(1 - lagOne * lagOne) * e;
    else {
      const sd = Math.sqrt((1 - phi * phi) ** 3 / (1 + phi * phi));
      z[t] = 2 * phi * z[t - 1]! - phi * phi * z[t - 2]! + sd * e;
    }
  }
  return z;
}
