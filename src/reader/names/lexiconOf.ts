import type { Pack, PackName } from '../article.ts';
import type { Form, FormNode, Sense } from './formTree.ts';
import { normaliseSigns } from '../passages/normaliseSigns.ts';
import { makeSpeller, type Speller } from './proposeSpelling.ts';
import { keyOf, tokeniseWords } from './tokeniseWords.ts';

export interface Lexicon {
  readonly root: FormNode;
  /** Spellings by their length, for proposals. */
  readonly propose: Speller;
  readonly entries: ReadonlyMap<string, PackName>;
}

const built = new WeakMap<Pack, { readonly packs: readonly Pack[]; readonly lexicon: Lexicon }>();

/** The lexicon of some packs; the last one built for a first pack is kept, since articles come in rows. */
export function lexiconOf(packs: readonly Pack[]): Lexicon {
  const [first] = packs;
  const kept = first && built.get(first);
  if (kept && kept.packs.length === packs.length && kept.packs.every((pack, index) => pack === packs[index]))
    return kept.lexicon;
  const lexicon = buildLexicon(packs);
  if (first) built.set(first, { packs: [...packs], lexicon });
  return lexicon;
}

export function emptyNode(): FormNode {
  return { next: new Map(), forms: [] };
}

/** All spellings of some packs. Where two packs declare one identifier, the first describes it and both give spellings. */
function buildLexicon(packs: readonly Pack[]): Lexicon {
  const root = emptyNode();
  const entries = new Map<string, PackName>();
  for (const { names } of packs)
    for (const name of names) if (!entries.has(name.id)) entries.set(name.id, name);
  for (const { names } of packs) {
    for (const name of names) {
      const entry = entries.get(name.id) ?? name;
      const add = (spellings: readonly string[], sense: Sense) => {
        for (const spelling of spellings) addForm(root, spelling, { entry, sense });
      };
      add(name.aliases, 'name');
      add(name.adjectives, 'adjective');
      add(name.metonyms, 'metonym');
      add(name.loaded, 'loaded');
      add(name.shortForms, 'short');
    }
  }
  return { root, entries, propose: makeSpeller(root) };
}

/** Adds one spelling; also one learned from an article. */
export function addForm(root: FormNode, spelling: string, { entry, sense }: Omit<Form, 'written'>): void {
  // "The Gambia" and "Gambia" are one spelling; the article before it is nobody's name.
  const text = normaliseSigns(spelling).replace(/^the /i, '');
  const words = tokeniseWords(text, { start: 0, end: text.length });
  if (words.length === 0) return;
  let node = root;
  for (const { written } of words) {
    const key = keyOf(written);
    let next = node.next.get(key);
    if (!next) node.next.set(key, (next = emptyNode()));
    node = next;
  }
  if (
    node.forms.some(
      (form) =>
        form.entry.id === entry.id &&
        form.written.join(' ') === words.map(({ written }) => written).join(' '),
    )
  )
    return;
  node.forms.push({ entry, sense, written: words.map(({ written }) => written) });
}
