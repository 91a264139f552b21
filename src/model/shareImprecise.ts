import type { CountCell } from '../record/index.ts';

/** Share of a stream's events whose day is not known exactly; null where it has no event. */
export function shareImprecise(cells: readonly CountCell[], stream: string): number | null {
  let events = 0;
  let imprecise = 0;
  for (const cell of cells) {
    if (cell.stream !== stream) continue;
    events += cell.events;
    if (cell.first !== cell.last) imprecise += cell.events;
  }
  return events === 0 ? null : imprecise / events;
}
