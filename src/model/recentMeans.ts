/**
 * `recentMean` of many calendars on one record: of `events[k]` events on the step `places[k]`, all of which are recorded.
 * Written into `mean`. How much of the days before each step is recorded is looked up once.
 */
export function recentMeans(
  recorded: Uint8Array,
  days: number,
): (places: Int32Array, events: Float64Array, mean: Float64Array) => void {
  const steps = recorded.length;
  const seen = new Int32Array(steps);
  for (let t = 1; t < steps; t++)
    seen[t] = seen[t - 1]! + recorded[t - 1]! - (t - 1 - days >= 0 ? recorded[t - 1 - days]! : 0);
  /** By how much the sum over the days before rises on each step. */
  const rises = new Float64Array(steps);
  return (places, events, mean) => {
    rises.fill(0);
    for (let k = 0; k < places.length; k++) {
      const enters = places[k]! + 1;
      if (enters < steps) rises[enters]! += events[k]!;
      if (enters + days < steps) rises[enters + days]! -= events[k]!;
    }
    let sum = 0;
    for (let t = 0; t < steps; t++) {
      sum += rises[t]!;
      mean[t] = seen[t]! > 0 ? sum / seen[t]! : 0;
    }
  };
}
