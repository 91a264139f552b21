/** A name that exists, with the other words under which people know it. */
export interface Candidate {
  readonly name: string;
  readonly also: readonly string[];
}

/** The candidate that was probably meant; `via` is the display name or alias that led to it, null when the name itself did. */
export interface Meant {
  readonly name: string;
  readonly via: string | null;
}

const LONGEST_COMPARED = 80;
/** Shorter words inside a display name (`of`, `the`) would match too much. */
const SHORTEST_WORD = 5;

/**
 * The name a person probably meant by `written`, or null when nothing is near.
 * Names, display names and aliases are compared without case, accents, spaces and punctuation (`IslamicState` finds
 * IS, also called "Islamic State"), by the number of letters left out, added, changed or swapped with their neighbour;
 * at most a third of the letters may differ. Of equally near names the first candidate wins, names before aliases.
 */
export function didYouMean(written: string, candidates: readonly Candidate[]): Meant | null {
  const wanted = bareLetters(written);
  if (wanted === '') return null;
  const limit = Math.max(1, Math.floor([...wanted].length / 3));
  let best: (Meant & { readonly distance: number }) | null = null;
  for (const { name, also } of candidates) {
    const words = also.flatMap((alias) => alias.split(/\s+/).filter((word) => word.length >= SHORTEST_WORD));
    for (const word of [name, ...also, ...words]) {
      const distance = distanceTo(wanted, bareLetters(word));
      if (distance > limit || (best !== null && best.distance <= distance)) continue;
      const via = also.find((alias) => alias.includes(word)) ?? null;
      best = { name, via: word === name ? null : via, distance };
    }
  }
  return best ? { name: best.name, via: best.via } : null;
}

function bareLetters(text: string): string {
  return text
    .slice(0, LONGEST_COMPARED)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Beginnings count as near too: `Kataib` finds KataibHezbollah, though more than a third of its letters are missing. */
function distanceTo(wanted: string, word: string): number {
  if (word === '') return Infinity;
  const shorter = Math.min(wanted.length, word.length);
  if (shorter >= 4 && (word.startsWith(wanted) || wanted.startsWith(word))) return wanted === word ? 0 : 1;
  return editDistance([...wanted], [...word]);
}

/** Damerau–Levenshtein distance in its restricted form (optimal string alignment): no letters between swapped ones. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
