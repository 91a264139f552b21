import { distance } from 'fastest-levenshtein';
import type { FormNode } from './formTree.ts';
import { keyOf } from './tokeniseWords.ts';

/** Shorter names have too many neighbours. */
const SHORTEST = 5;

export type Speller = (written: string) => string | null;

/**
 * The spelling of a pack that a name is close to: one letter off, two in names of ten and more. A proposal for a person,
 * never a match.
 */
export function makeSpeller(root: FormNode): Speller {
  const spellings = new Map<number, { readonly key: string; readonly written: string }[]>();
  collect(root, spellings);
  return (written) => {
    const key = keyOf(written).replace(/[\s-]+/g, ' ');
    if (key.length < SHORTEST) return null;
    const allowed = key.length >= 10 ? 2 : 1;
    let best: { readonly written: string; readonly off: number } | null = null;
    for (let length = key.length - allowed; length <= key.length + allowed; length += 1) {
      for (const other of spellings.get(length) ?? []) {
        if (other.key[0] !== key[0]) continue;
        const off = distance(key, other.key);
        if (off <= allowed && (best === null || off < best.off)) best = { written: other.written, off };
      }
    }
    return best?.written ?? null;
  };
}

function collect({ next, forms }: FormNode, into: Map<number, { key: string; written: string }[]>): void {
  for (const { written, sense } of forms) {
    if (sense === 'adjective' || sense === 'short') continue;
    const spelling = written.join(' ');
    const key = keyOf(spelling);
    const list = into.get(key.length) ?? [];
    list.push({ key, written: spelling });
    into.set(key.length, list);
  }
  for (const node of next.values()) collect(node, into);
}
