import type { Pack, PackName } from '../article.ts';
import { normaliseSigns } from '../passages/normaliseSigns.ts';
import { keyOf, tokeniseWords } from './tokeniseWords.ts';

export type Sense = 'name' | 'adjective' | 'metonym' | 'loaded' | 'short';

export interface Form {
  readonly entry: PackName;
  readonly sense: Sense;
  /** As the pack writes it, word by word. */
  readonly written: readonly string[];
}

/** Spellings as a tree of words. */
export interface FormNode {
  readonly next: Map<string, FormNode>;
  readonly forms: Form[];
}

export interface Lexicon {
  readonly root: FormNode;
  readonly entries: ReadonlyMap<string, PackName>;
}

/** All spellings of some packs. Where two packs declare one identifier, the first describes it and both give spellings. */
export function buildLexicon(packs: readonly Pack[]): Lexicon {
  const root: FormNode = { next: new Map(), forms: [] };
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
  return { root, entries };
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
    if (!next) node.next.set(key, (next = { next: new Map(), forms: [] }));
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
