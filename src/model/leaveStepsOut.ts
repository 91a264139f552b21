import { leaveCountsOut } from './overdispersion.ts';
import type { PackedDesign } from './packDesign.ts';

/** The same design without some packed steps, in the same memory: what is left of its likelihood, slopes and curvature. */
export function leaveStepsOut(packed: PackedDesign, steps: readonly number[]): PackedDesign {
  const counts = steps.map((i) => packed.y[i]!);
  return { ...packed, left: steps, table: leaveCountsOut(packed.table, counts) };
}
