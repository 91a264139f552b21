import type { ClaimTest } from '../../../src/model/index.ts';
import { randomStream } from '../../../src/stats/index.ts';

type ChangeTest = Extract<ClaimTest, { kind: 'change' }>;

const STEPS = 1096;
const FIRST = 700;
const LAST = 882;

/** `rises | falls from D to D` on half a year, against the half year before. */
export const HALF_YEAR: ChangeTest = {
  kind: 'change',
  stream: 's2',
  trend: 'falls',
  steadily: false,
  windows: [{ first: FIRST, last: LAST }],
  base: [{ first: FIRST - 183, last: FIRST - 1 }],
  baseText: 'the days before',
  comparison: null,
  by: null,
};

/** The same half year, `steadily`. */
export const STEADY: ChangeTest = { ...HALF_YEAR, steadily: true, base: [] };

interface Swings {
  /** A log-rate wave of this time scale and standard deviation. */
  readonly tau: number;
  readonly sd: number;
  readonly rate?: number;
  /** On the claimed days: so many times the rate, or falling to so many times of it. */
  readonly step?: number;
  readonly slide?: number;
  /** A regular rise and fall of so many days. */
  readonly cycle?: number;
}

/** Three years of overdispersed counts that swing by themselves. */
export function makeSwings(
  index: number,
  { tau, sd, rate = 0.6, step = 1, slide = 1, cycle }: Swings,
): Float64Array {
  const random = randomStream(31, `swings ${tau} ${sd}`, index);
  const phi = Math.exp(-1 / tau);
  let wave = random.normal();
  return Float64Array.from({ length: STEPS }, (_, day) => {
    wave = phi * wave + Math.sqrt(1 - phi * phi) * random.normal();
    const inside = day >= FIRST && day <= LAST;
    const along = (day - FIRST) / (LAST - FIRST);
    const change = inside ? Math.log(step) + along * Math.log(slide) : 0;
    const round = cycle === undefined ? 0 : 1.2 * Math.sin((2 * Math.PI * day) / cycle);
    return random.negativeBinomial(rate * Math.exp(sd * wave - sd ** 2 / 2 + change + round), 0.3);
  });
}
