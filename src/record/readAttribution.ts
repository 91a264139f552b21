import { CellFault, shorten } from './cellFault.ts';
import type { Attribution } from './event.ts';

const ATTRIBUTIONS: readonly string[] = ['stated', 'claimed', 'attributed', 'unattributed', 'unknown'];

/** Reads who says that the initiator did it; an empty cell is "not told". */
export function readAttribution({
  column,
  text,
}: {
  readonly column: string;
  readonly text: string;
}): Attribution | CellFault {
  const word = text.toLowerCase() || 'unknown';
  if (ATTRIBUTIONS.includes(word)) return word as Attribution;
  return new CellFault(
    column,
    `${shorten(word)} is none of ${ATTRIBUTIONS.join(', ')}; leave the cell empty where it is not told`,
  );
}
