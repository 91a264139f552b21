import { OWN_WEIGHTS } from '../judge/ownHistory.ts';
import { randomStream, segmentCost, type RandomStream, type SegmentCost } from '../../stats/index.ts';

/** Two neighbouring segments in steps of the stream that hold a number. */
export interface ChangeStretch {
  /** Counts of both segments, and the first step of the second. */
  readonly values: Float64Array;
  readonly place: number;
  readonly psi: number;
  /** How much more sums vary than for independent steps: likelihoods fall that much more slowly. */
  readonly clustering: number;
  /** Events that each event is followed by in its own stream, on average. */
  readonly following: number;
  /** Shortest segment. */
  readonly shortest: number;
}

const DRAWS = 399;
/** A stream that follows on itself one to one has no level to settle at. */
const MOST_FOLLOWING = 0.9;

/**
 * How far from its estimated place a change may lie, in steps: every place whose likelihood is not too far below the best.
 * How far it may fall at the true place is found by drawing counts with both rates many times: the quantile of −2
 * log-likelihood there less that of the best place. Twice: of independent overdispersed counts, times the clustering
 * (with dependent steps such differences grow with the long-run variance), and of counts that follow on themselves, whose
 * rate builds up only after the change; the larger counts. The set is filled up to an interval. Source: siegmund1988, bai1997.
 */
export function placeInterval(
  { values, place, psi, clustering, following, shortest }: ChangeStretch,
  level: number,
  seed: number,
  purpose: string,
): { readonly lower: number; readonly upper: number } {
  const model = { kind: 'NB2', psi } as const;
  const steps = values.length;
  const least = Math.max(1, Math.min(shortest, place, steps - place));
  const mean = (from: number, to: number) =>
    values.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
  const rates = [mean(0, place), mean(place, steps)] as const;
  const fallAt = (history: number) => {
    const random = randomStream(seed, purpose, history > 0 ? 1 : 0);
    const falls = Array.from({ length: DRAWS }, () => {
      const cost = segmentCost(drawCounts(rates, place, steps, psi, history, random), model);
      return splitCost(cost, place) - lowest(cost, least);
    }).sort((a, b) => a - b);
    return falls[Math.round(level * (DRAWS - 1))]!;
  };
  const itself = Math.min(following, MOST_FOLLOWING);
  const allowed = Math.max(fallAt(0) * clustering, itself > 0 ? fallAt(itself) : 0);
  const cost = segmentCost(values, model);
  const best = splitCost(cost, place);
  let [lower, upper] = [place, place];
  for (let at = 1; at < steps; at++) {
    if (splitCost(cost, at) - best > allowed) continue;
    lower = Math.min(lower, at);
    upper = Math.max(upper, at);
  }
  return { lower: lower - place, upper: upper - place };
}

/** Counts whose expected rate settles at one level before the place and at another after it. */
function drawCounts(
  [before, after]: readonly [number, number],
  place: number,
  steps: number,
  psi: number,
  history: number,
  random: RandomStream,
): Float64Array {
  const drawn = new Float64Array(steps);
  for (let t = 0; t < steps; t++) {
    const level = t < place ? before : after;
    let recent = 0;
    if (history > 0) {
      for (let lag = 1; lag <= OWN_WEIGHTS.length; lag++)
        recent += OWN_WEIGHTS[lag - 1]! * (t - lag < 0 ? before : drawn[t - lag]!);
    }
    drawn[t] = random.negativeBinomial((1 - history) * level + history * recent, psi);
  }
  return drawn;
}

function splitCost(cost: SegmentCost, place: number): number {
  return cost.of(0, place) + cost.of(place, cost.steps);
}

function lowest(cost: SegmentCost, shortest: number): number {
  let least = Infinity;
  for (let place = shortest; place <= cost.steps - shortest; place++) {
    least = Math.min(least, splitCost(cost, place));
  }
  return least;
}
