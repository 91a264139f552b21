import type { KeptText } from '../../protocol/index.ts';

/**
 * Kept texts by file, and of a file each text once: the same words may have been kept again and again, each time on the
 * way to another text of the disk.
 */
export function groupKept(
  kept: readonly KeptText[],
): readonly { readonly path: string; readonly texts: readonly (readonly KeptText[])[] }[] {
  const paths = new Map<string, Map<string, KeptText[]>>();
  for (const one of kept) {
    const texts = paths.get(one.path) ?? new Map<string, KeptText[]>();
    paths.set(one.path, texts.set(one.text, [...(texts.get(one.text) ?? []), one]));
  }
  return [...paths].map(([path, texts]) => ({ path, texts: [...texts.values()] }));
}
