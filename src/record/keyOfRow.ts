import type { EventKey } from './selection.ts';

/** A row as one word, for looking it up. */
export function keyOfRow({ record, line }: EventKey): string {
  return `${line} ${record}`;
}
