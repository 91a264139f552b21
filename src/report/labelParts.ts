import type { Verdict } from '../evidence/index.ts';

/**
 * A name for each part of a claim, as the reader meets it: `timing`, `cause`; and where a claim has one part twice,
 * as a truce has for its two directions, `rate 1` and `rate 2`.
 */
export function labelParts(parts: readonly Verdict[]): readonly string[] {
  return parts.map(({ part }, index) => {
    const alike = parts.filter((other) => other.part === part).length;
    if (alike === 1) return part;
    return `${part} ${parts.slice(0, index + 1).filter((other) => other.part === part).length}`;
  });
}
