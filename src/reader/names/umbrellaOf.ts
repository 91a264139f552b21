import type { NameMention, Pack, PackName } from '../article.ts';

export interface GroupWords {
  /** The common noun, as written: "militias". */
  readonly noun: string;
  /** Whom the words put behind it: "Iran" in "Iran-aligned militias"; null for none. */
  readonly patron: string | null;
  readonly written: string;
}

/** Forces of a state, as against groups that are none. */
const OF_STATE = /\b(?:army|junta|(?:government|state|loyalist) (?:forces|troops|soldiers))$/i;

/**
 * The one name that a common noun means: the group of that noun spoken of before, else the only one of the packs that
 * is called so. Null where none or several could be meant.
 */
export function umbrellaOf(
  words: GroupWords,
  earlier: readonly NameMention[],
  text: string,
  packs: readonly Pack[],
): PackName | null {
  if (OF_STATE.test(words.noun)) return stateOf(earlier, text);
  const noun = stem(words.noun);
  const patron = words.patron === null ? null : words.patron.slice(0, STEM).toLowerCase();
  if (patron === null) {
    const before = distinct(
      earlier.filter(({ start, end, entry }) => entry !== null && stem(text.slice(start, end)) === noun),
    );
    if (before.length > 0) return before.length === 1 ? (before[0] ?? null) : null;
  }
  const called = packs
    .flatMap(({ names }) => names)
    .filter(
      ({ kind, aliases, label }) =>
        (kind === 'alliance' || kind === 'actor') &&
        [label, ...aliases].some(
          (alias) =>
            stem(alias) === noun &&
            (patron === null
              ? kind === 'alliance'
              : new RegExp(`(?:^|-)${patron}\\p{L}*[- ]`, 'iu').test(alias)),
        ),
    );
  const ids = new Set(called.map(({ id }) => id));
  return ids.size === 1 ? (called[0] ?? null) : null;
}

/** Enough letters to hold "Iran" and "Iranian" together. */
const STEM = 4;

/** The army of the one state whose forces the article names before. */
function stateOf(earlier: readonly NameMention[], text: string): PackName | null {
  const states = distinct(
    earlier.filter(
      ({ entry, role, start, end }) =>
        role === 'actor' &&
        (entry?.country ?? null) !== null &&
        /^(?:[^.]*\b(?:army|forces|troops|military|government|soldiers)|\s+(?:army|forces|troops|military|government|soldiers)\b)/i.test(
          `${text.slice(start, end)}${text.slice(end, end + 12)}`.slice(
            /\s/.test(text.slice(start, end)) ? 0 : end - start,
          ),
        ),
    ),
  );
  return states.length === 1 ? (states[0] ?? null) : null;
}

/** The last word without its plural: "militias" and "militia". */
function stem(words: string): string {
  const last = /[\p{L}]+$/u.exec(words)?.[0].toLowerCase() ?? '';
  return last.replace(/s$/, '');
}

function distinct(names: readonly NameMention[]): readonly PackName[] {
  return [...new Map(names.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : []))).values()];
}
