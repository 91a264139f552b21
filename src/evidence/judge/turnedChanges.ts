/**
 * Log rate ratios of a recurring window at every other place of its own record: window and base together are taken as a
 * ring, and the window is turned on it by one recorded step after another. Moved along the record instead, a window that is
 * compared with all other days soon leaves it. Half an event is added to each side, as for dates that are moved.
 */
export function turnedChanges(
  counts: Float64Array,
  recorded: Uint8Array,
  window: Uint8Array,
  base: Uint8Array,
): number[] {
  const ring = [...counts.keys()].filter((step) => recorded[step] && (window[step] || base[step]));
  const size = ring.length;
  const own = Float64Array.from(ring, (step) => counts[step]!);
  const inside = [...ring.keys()].filter((place) => window[ring[place]!]);
  const all = own.reduce((sum, count) => sum + count, 0);
  return Array.from({ length: Math.max(0, size - 1) }, (_, turn) => {
    let held = 0;
    for (const place of inside) held += own[(place + turn + 1) % size]!;
    return Math.log((held + 0.5) / inside.length / ((all - held + 0.5) / (size - inside.length)));
  });
}
