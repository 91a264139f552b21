import type { Judged } from '../evidence/index.ts';
import type { ContextKey } from './keyOfContext.ts';

/** Verdicts of claims that were not asked for in this many examinations are forgotten. */
const REMEMBERED_EXAMINATIONS = 20;

/** A claim judged, and the pairs of streams beside which its judge looked at the rest of the theatre (`theatreKey`). */
export interface NotedVerdict {
  readonly judged: Judged;
  readonly lookedUp: readonly string[];
}

export interface VerdictMemory {
  /** The verdict of the same context, as far as the judge looked at it; null where it was never judged. */
  readonly find: (key: ContextKey) => Judged | null;
  /** Whether the claim was judged with the same numbers of its own, whatever the rest of the theatre was. */
  readonly knowsOwn: (key: ContextKey) => boolean;
  readonly keep: (key: ContextKey, verdict: NotedVerdict) => void;
  /** Another examination begins. */
  readonly turn: () => void;
}

interface Remembered {
  readonly judged: Judged;
  /** What the judge saw of the rest of the theatre; undefined where there was nothing. */
  readonly saw: readonly (readonly [pair: string, digest: string | undefined])[];
  asked: number;
}

/**
 * Remembers verdicts by what they rest on. The rest of the theatre changes with every claim of the file, and few judges
 * ever look at it: a verdict stands as long as what its judge saw of it is the same.
 */
export function rememberVerdicts(): VerdictMemory {
  const remembered = new Map<string, Remembered[]>();
  let turn = 0;
  return {
    find: ({ own, theatre }) => {
      const known = remembered
        .get(own)
        ?.find(({ saw }) => saw.every(([pair, seen]) => theatre.get(pair) === seen));
      if (known) known.asked = turn;
      return known?.judged ?? null;
    },
    knowsOwn: ({ own }) => remembered.has(own),
    keep: ({ own, theatre, namePair }, { judged, lookedUp }) => {
      const saw = lookedUp.map(namePair).map((pair) => [pair, theatre.get(pair)] as const);
      remembered.set(own, [...(remembered.get(own) ?? []), { judged, saw, asked: turn }]);
    },
    turn: () => {
      turn += 1;
      for (const [own, all] of remembered) {
        const kept = all.filter(({ asked }) => turn - asked <= REMEMBERED_EXAMINATIONS);
        if (kept.length > 0) remembered.set(own, kept);
        else remembered.delete(own);
      }
    },
  };
}
