import type { EventSelection } from './selection.ts';
import { selectionInside } from './selectionInside.ts';

/**
 * The same alternatives without those that another one covers: an event that fits several counts once, so that they add
 * nothing. In one order, so that the same question is known again.
 */
export function dropCovered(anyOf: readonly EventSelection[]): EventSelection[] {
  const distinct = new Map(anyOf.map((selection) => [JSON.stringify(selection), selection]));
  const ordered = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, selection]) => selection);
  const kept: EventSelection[] = [];
  for (const selection of ordered) {
    if (kept.some((wide) => selectionInside(selection, wide))) continue;
    for (let i = kept.length - 1; i >= 0; i--) if (selectionInside(kept[i]!, selection)) kept.splice(i, 1);
    kept.push(selection);
  }
  return kept;
}
