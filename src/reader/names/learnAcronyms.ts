import { matchForms } from './matchForms.ts';
import type { FormNode } from './formTree.ts';
import { addForm, emptyNode, type Lexicon } from './lexiconOf.ts';
import { tokeniseWords, type Word } from './tokeniseWords.ts';

const LETTERS = /\((?:the |or |known as |also known as |hereafter )?"?(\p{Lu}[\p{L}\p{N}-]{1,9})"?\)/gu;
/** How far before the bracket the name may begin. */
const REACH = 120;
const SMALL = new Set('of the and for in on al el ul ez as ash wa wal de a des du la et to'.split(' '));

/**
 * Spellings learned from "Kataib Hezbollah (KH)": the letters stand for the name before the bracket, whichever of the
 * two a pack knows. Only letters that the words begin with are believed.
 */
export function learnAcronyms(text: string, { root }: Lexicon): FormNode {
  const learned = emptyNode();
  const roots = [root, learned];
  for (const match of text.matchAll(LETTERS)) {
    const letters = match[1] ?? '';
    const before =
      /[^.;:()\n]*$/.exec(text.slice(Math.max(0, match.index - REACH), match.index).trimEnd())?.[0] ?? '';
    if (!/^\p{Lu}[\p{L}\p{N}-]*\p{Lu}|^\p{Lu}{2,}/u.test(letters)) continue;
    const words = tokeniseWords(before, { start: 0, end: before.length });
    const own = tokeniseWords(letters, { start: 0, end: letters.length });
    const [known] = matchForms(roots, own).filter(({ to }) => to === own.length);
    const named = matchForms(roots, words).find(
      ({ to, forms }) => to === words.length && forms.some(({ sense }) => sense !== 'adjective'),
    );
    const knownForm = known?.forms.find(({ sense }) => sense === 'name');
    const namedForm = named?.forms.find(({ sense }) => sense !== 'adjective');
    const from = knownForm ? spelledFrom(words, plain(letters)) : null;
    if (knownForm && from !== null && !(named && named.from <= from)) {
      addForm(learned, before.slice(words[from]?.start ?? 0), { entry: knownForm.entry, sense: 'name' });
    } else if (namedForm && !knownForm) {
      const first = plain(letters)[0] ?? '';
      if (lettersOf(words.slice(named?.from ?? 0)).includes(first))
        addForm(learned, letters, { entry: namedForm.entry, sense: 'name' });
    }
  }
  return learned;
}

/** The shortest run of last words whose first letters spell the acronym. */
function spelledFrom(words: readonly Word[], letters: string): number | null {
  for (let from = words.length - 1; from >= Math.max(0, words.length - 8); from -= 1) {
    if (/^\p{Lu}/u.test(words[from]?.written ?? '') && lettersOf(words.slice(from)) === letters) return from;
  }
  return null;
}

function lettersOf(words: readonly Word[]): string {
  return words
    .filter(({ key }) => !SMALL.has(key))
    .map(({ key }) => key[0] ?? '')
    .join('');
}

function plain(letters: string): string {
  return letters.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
