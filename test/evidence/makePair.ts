import { randomStream } from '../../src/stats/index.ts';

export interface MadePair {
  readonly days: number;
  readonly rate?: number;
  /** B answers A; A answers B. */
  readonly rhoAB?: number;
  readonly rhoBA?: number;
  readonly self?: number;
  readonly psi?: number;
  /** A shared AR(1) log-shock. */
  readonly wave?: { readonly tau: number; readonly deviation: number };
}

const BURN_IN = 60;
const DELAY = Array.from({ length: 14 }, (_, lag) => 0.3 * 0.7 ** lag);
const DELAY_SUM = DELAY.reduce((sum, weight) => sum + weight, 0);

/** A made record of two streams whose truth is known: NB2 counts, own history, answers with geometric delay. */
export function makePair(seed: number, options: MadePair): { a: Float64Array; b: Float64Array } {
  const { days, rate = 0.3, rhoAB = 0, rhoBA = 0, self = 0.15, psi = 0.5, wave } = options;
  const random = randomStream(seed, 'made pair', 0);
  const a = new Float64Array(days + BURN_IN);
  const b = new Float64Array(days + BURN_IN);
  let level = random.normal();
  for (let day = 0; day < a.length; day++) {
    let factor = 1;
    if (wave) {
      const phi = Math.exp(-1 / wave.tau);
      level = phi * level + Math.sqrt(1 - phi * phi) * random.normal();
      factor = Math.exp(wave.deviation * level - wave.deviation ** 2 / 2);
    }
    const recent = (counts: Float64Array) =>
      DELAY.reduce((sum, weight, index) => sum + (weight / DELAY_SUM) * (counts[day - 1 - index] ?? 0), 0);
    const [ofA, ofB] = [recent(a), recent(b)];
    a[day] = random.negativeBinomial(rate * factor + self * ofA + rhoBA * ofB, psi);
    b[day] = random.negativeBinomial(rate * factor + self * ofB + rhoAB * ofA, psi);
  }
  return { a: a.slice(BURN_IN), b: b.slice(BURN_IN) };
}
