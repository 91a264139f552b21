import type { RivalComparison } from '../evidence/index.ts';

/** Rivals that cannot be compared, those of one reason together. */
export function groupRefused(
  rivals: readonly RivalComparison[],
): readonly { readonly why: string; readonly pairs: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { claims, notComparable } of rivals) {
    if (notComparable === null) continue;
    groups.set(notComparable, [...(groups.get(notComparable) ?? []), claims.join(' and ')]);
  }
  return [...groups].map(([why, pairs]) => ({ why, pairs }));
}
