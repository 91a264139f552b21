import { randomStream, segmentCost, type SegmentModel } from '../../stats/index.ts';

/** Two neighbouring segments in steps of the stream that hold a number. */
export interface ChangeStretch {
  readonly before: { readonly steps: number; readonly rate: number };
  readonly after: { readonly steps: number; readonly rate: number };
  readonly psi: number;
  /** How much more sums vary than for independent steps; errors of a date grow with it. */
  readonly clustering: number;
  /** Shortest segment. */
  readonly shortest: number;
}

const DRAWS = 399;

/**
 * How far from its estimated place a change may lie, in steps: counts with both rates and the overdispersion are drawn
 * many times, the place of their best single change is found again, and the errors found are turned round:
 * [place − q(0.95) · clustering, place − q(0.05) · clustering] for level 0.9, inside the stretch. The size of such errors
 * goes with the long-run variance, hence the factor. Source: bai1997.
 */
export function placeInterval(
  stretch: ChangeStretch,
  level: number,
  seed: number,
  purpose: string,
): { readonly lower: number; readonly upper: number } {
  const { before, after, psi, clustering, shortest } = stretch;
  const random = randomStream(seed, purpose, 0);
  const steps = before.steps + after.steps;
  const values = new Float64Array(steps);
  const errors: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let t = 0; t < steps; t++) {
      values[t] = random.negativeBinomial(t < before.steps ? before.rate : after.rate, psi);
    }
    errors.push(
      bestPlace(values, { kind: 'NB2', psi }, Math.min(shortest, before.steps, after.steps)) - before.steps,
    );
  }
  errors.sort((a, b) => a - b);
  const at = (share: number) => errors[Math.round(share * (DRAWS - 1))]! * clustering;
  const tail = (1 - level) / 2;
  return {
    lower: Math.max(1 - before.steps, Math.floor(-at(1 - tail))),
    upper: Math.min(after.steps - 1, Math.ceil(-at(tail))),
  };
}

/** Where one change splits the values best. */
function bestPlace(values: Float64Array, model: SegmentModel, shortest: number): number {
  const cost = segmentCost(values, model);
  let best = shortest;
  let least = Infinity;
  for (let place = shortest; place <= values.length - shortest; place++) {
    const value = cost.of(0, place) + cost.of(place, values.length);
    if (value < least) [best, least] = [place, value];
  }
  return best;
}
