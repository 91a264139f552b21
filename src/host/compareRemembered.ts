import { compareTwo, type CompareTwo, type JudgeContext, type RivalComparison } from '../evidence/index.ts';
import type { KeyedContext } from './keyContexts.ts';

/** Comparisons kept; those made first are forgotten first. */
const MOST_COMPARISONS = 200;

/** Compares two rival claims, unless it did so already on the same numbers: each comparison fits some dozen models. */
export function compareRemembered(keyed: (whole: JudgeContext) => KeyedContext): CompareTwo {
  const remembered = new Map<string, RivalComparison>();
  return (claims, one, other) => {
    const key = JSON.stringify([
      claims,
      keyed(one).key.own,
      keyed(other).key.own,
      sameStreams(keyed(one), keyed(other)),
    ]);
    const known = remembered.get(key);
    if (known) return known;
    const compared = compareTwo(claims, one, other);
    remembered.set(key, compared);
    for (const [oldest] of remembered) {
      if (remembered.size <= MOST_COMPARISONS) break;
      remembered.delete(oldest);
    }
    return compared;
  };
}

/** Which streams of the two are one: their keys name the streams of each claim by itself. */
function sameStreams(one: KeyedContext, other: KeyedContext): (readonly [string, string])[] {
  return one.context.panel.streams
    .filter((id) => other.context.panel.streams.includes(id))
    .map((id) => [one.key.namePair(id), other.key.namePair(id)] as const);
}
