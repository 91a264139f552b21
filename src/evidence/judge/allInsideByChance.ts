/** How surprising it is that no event lies outside. */
export interface InsideChance {
  /** Stretches of events with calm between them: as good as independent. */
  readonly clusters: number;
  /** Chance that so many independent clusters all fall inside. */
  readonly ofClusters: number;
  /** Share of all shifts of the record in time that leave no event outside. */
  readonly ofShifts: number;
  /** Twice the smaller of the two, at most 1: each is a test of its own, so the better of them counts at half its level. */
  readonly pValue: number;
}

/**
 * The chance that all events of a record lie inside a period they have nothing to do with. Events come in bursts, so days
 * are no independent witnesses: counted are clusters, or the record is moved in time as a whole. `active` and `inside`
 * are the usable steps in order, unrecorded ones left out; `calmSteps` without an event end a cluster. Many short
 * clusters speak by their number, one long stretch that fills the period from end to end by the shifts.
 */
export function allInsideByChance(active: Uint8Array, inside: Uint8Array, calmSteps: number): InsideChance {
  const events: number[] = [];
  active.forEach((on, step) => on && events.push(step));
  const clusters = events.filter((step, k) => k === 0 || step - events[k - 1]! > calmSteps).length;
  const covered = inside.reduce((sum, on) => sum + on, 0) / Math.max(1, inside.length);
  const ofClusters = Math.pow(covered, clusters);
  let fitting = 0;
  for (let shift = 0; shift < inside.length; shift++) {
    if (events.every((step) => inside[(step + shift) % inside.length] === 1)) fitting++;
  }
  const ofShifts = inside.length === 0 ? 1 : fitting / inside.length;
  return { clusters, ofClusters, ofShifts, pValue: Math.min(1, 2 * Math.min(ofClusters, ofShifts)) };
}
