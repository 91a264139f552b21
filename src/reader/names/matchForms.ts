import type { Form, FormNode } from './formTree.ts';
import type { Word } from './tokeniseWords.ts';

export interface FormMatch {
  /** Index of the first word and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly forms: readonly Form[];
}

/** Longest spellings first come, first served, from left to right; matches never overlap. */
export function matchForms(roots: readonly FormNode[], words: readonly Word[]): FormMatch[] {
  const matches: FormMatch[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const match = roots
      .map((root) => longestAt(root, words, from))
      .reduce((best, one) => (one && (!best || one.to > best.to) ? one : best), null);
    if (!match) continue;
    matches.push(match);
    from = match.to - 1;
  }
  return matches;
}

function longestAt(root: FormNode, words: readonly Word[], from: number): FormMatch | null {
  let node: FormNode | undefined = root;
  let best: FormMatch | null = null;
  for (let at = from; at < words.length && node; at += 1) {
    const word: Word | undefined = words[at];
    if (!word || (at > from && !staysTogether(words[at - 1], word))) break;
    const plural =
      word.key.length > 4 && word.key.endsWith('s') ? node.next.get(word.key.slice(0, -1)) : undefined;
    const next: FormNode | undefined = node.next.get(word.key);
    for (const end of [next, plural]) {
      const forms = end?.forms.filter((form) => sameCase(form, words, from)) ?? [];
      if (forms.length > 0) {
        best = { from, to: at + 1, forms };
        break;
      }
    }
    node = next;
  }
  return best;
}

/** Inside a name there is a space or a hyphen; a comma, a bracket or a line's end parts two names. */
function staysTogether(before: Word | undefined, { gap }: Word): boolean {
  return before !== undefined && /^(?:[ \n]{0,3}| ?- ?)$/.test(gap);
}

/**
 * Names have capitals, so "us" is not the US and "resistance" not a loaded name written with one. Articles and other
 * small words may be written either way; a short form in capitals ("IS") only so.
 */
function sameCase({ written }: Form, words: readonly Word[], from: number): boolean {
  return written.every((own, index) => {
    const word = words[from + index]?.written ?? '';
    if (SMALL.has(own.toLowerCase()) && written.length > 1) return true;
    if (isShouted(own))
      return own.length > 5
        ? /^\p{Lu}/u.test(word)
        : isShouted(word) || (own.length > 3 && /^\p{Lu}/u.test(word));
    return !/^\p{Lu}/u.test(own) || /^[\p{Lu}\p{N}]/u.test(word);
  });
}

function isShouted(word: string): boolean {
  return /^[\p{Lu}\p{N}.]+$/u.test(word) && word.length > 1;
}

const SMALL = new Set(
  'al el ez ash as ar ad an at the of and for in on to de del la los las du des et y e bin ibn abu'.split(
    ' ',
  ),
);
