import { randomStream } from '../../src/stats/index.ts';

export interface MadePair {
  readonly days: number;
  /** Base rate of both sides; `rateB` where the second differs. */
  readonly rate?: number;
  readonly rateB?: number;
  /** B answers A; A answers B. */
  readonly rhoAB?: number;
  readonly rhoBA?: number;
  readonly self?: number;
  readonly psi?: number;
  /** A shared AR(1) log-shock. */
  readonly wave?: { readonly tau: number; readonly deviation: number };
  /** What else multiplies both sides' rates on a day: a trend, a campaign. */
  readonly factor?: (day: number) => number;
  /** What multiplies the rate of B alone on a day: a truce, a change. */
  readonly factorB?: (day: number) => number;
  /** B's whole mean is multiplied by exp(gamma · acts of A in the last `days` days): deterrence below 0, backlash above. */
  readonly shift?: { readonly gamma: number; readonly days: number };
  /** Share of A's events coded a second time as B's, one or two days later. */
  readonly codedTwice?: number;
}

const BURN_IN = 60;
const DELAY = Array.from({ length: 14 }, (_, lag) => 0.3 * 0.7 ** lag);
const DELAY_SUM = DELAY.reduce((sum, weight) => sum + weight, 0);

/** A made record of two streams whose truth is known: NB2 counts, own history, answers with geometric delay. */
export function makePair(seed: number, options: MadePair): { a: Float64Array; b: Float64Array } {
  const {
    days,
    rate = 0.3,
    rateB = rate,
    rhoAB = 0,
    rhoBA = 0,
    self = 0.15,
    psi = 0.5,
    wave,
    shift,
  } = options;
  const random = randomStream(seed, 'made pair', 0);
  const a = new Float64Array(days + BURN_IN);
  const b = new Float64Array(days + BURN_IN);
  let level = random.normal();
  for (let day = 0; day < a.length; day++) {
    let factor = options.factor?.(day - BURN_IN) ?? 1;
    if (wave) {
      const phi = Math.exp(-1 / wave.tau);
      level = phi * level + Math.sqrt(1 - phi * phi) * random.normal();
      factor *= Math.exp(wave.deviation * level - wave.deviation ** 2 / 2);
    }
    const recent = (counts: Float64Array) =>
      DELAY.reduce((sum, weight, index) => sum + (weight / DELAY_SUM) * (counts[day - 1 - index] ?? 0), 0);
    const [ofA, ofB] = [recent(a), recent(b)];
    const moved = (options.factorB?.(day - BURN_IN) ?? 1) * (shift ? shifted(a, day, shift) : 1);
    a[day] = random.negativeBinomial(rate * factor + self * ofA + rhoBA * ofB, psi);
    b[day] = random.negativeBinomial(moved * (rateB * factor + self * ofB + rhoAB * ofA), psi);
  }
  const cut = { a: a.slice(BURN_IN), b: b.slice(BURN_IN) };
  if (options.codedTwice) codeTwice(seed, cut, options.codedTwice);
  return cut;
}

function shifted(a: Float64Array, day: number, shift: NonNullable<MadePair['shift']>): number {
  let recent = 0;
  for (let lag = 1; lag <= shift.days; lag++) recent += a[day - lag] ?? 0;
  return Math.exp(shift.gamma * recent);
}

function codeTwice(seed: number, { a, b }: { a: Float64Array; b: Float64Array }, share: number): void {
  const random = randomStream(seed, 'incidents coded twice', 0);
  a.forEach((count, day) => {
    for (let event = 0; event < count; event++) {
      if (random.uniform() >= share) continue;
      const again = day + 1 + random.integer(2);
      if (again < b.length) b[again] = (b[again] ?? 0) + 1;
    }
  });
}
