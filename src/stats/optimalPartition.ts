import type { SegmentCost } from './segmentCost.ts';

export interface PartitionOptions {
  /** What every change costs. */
  readonly penalty: number;
  /** Shortest segment in steps. */
  readonly shortest: number;
}

export interface Partition {
  /** Number of steps before each change, rising: a change at 150 lies between the 150th and the 151st step. */
  readonly changes: readonly number[];
  /** Σ costs + penalty × number of changes. */
  readonly objective: number;
}

/**
 * The segmentation with the least cost, Σ cost(segment) + penalty × changes: exact, F(t) = min over s of F(s) +
 * cost(s, t) + penalty. A start s is given up once F(s) + cost(s, t) > F(t) and t may itself begin a segment, which
 * changes nothing for costs that never rise by splitting (all of `segmentCost`). Of equal segmentations the one whose
 * last change is earliest. Fewer steps than two segments: no change. Sources: jackson2005, killick2012.
 */
export function optimalPartition(cost: SegmentCost, { penalty, shortest }: PartitionOptions): Partition {
  if (!(shortest >= 1 && penalty >= 0)) throw new Error(`optimalPartition: ${shortest}, ${penalty}`);
  const { steps } = cost;
  if (steps < shortest) return { changes: [], objective: steps === 0 ? 0 : cost.of(0, steps) };
  const best = new Float64Array(steps + 1).fill(Infinity);
  const previous = new Int32Array(steps + 1);
  best[0] = -penalty;
  let open: { readonly start: number; until: number }[] = [{ start: 0, until: Infinity }];
  for (let t = shortest; t <= steps; t++) {
    const joining = t - shortest;
    if (joining >= shortest) open.push({ start: joining, until: Infinity });
    // Shorter than one segment after the step that beat it, a start may still be the only one allowed.
    open = open.filter(({ until }) => t < until);
    for (const { start } of open) {
      const value = best[start]! + cost.of(start, t) + penalty;
      if (value < best[t]!) {
        best[t] = value;
        previous[t] = start;
      }
    }
    for (const one of open) {
      if (one.until < Infinity) continue;
      if (best[one.start]! + cost.of(one.start, t) > best[t]!) one.until = t + shortest;
    }
  }
  const changes: number[] = [];
  for (let t = previous[steps]!; t > 0; t = previous[t]!) changes.unshift(t);
  return { changes, objective: best[steps]! };
}
