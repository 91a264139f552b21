/** One section of a case document: its title and its fenced blocks by language. */
export interface Case {
  readonly title: string;
  readonly blocks: ReadonlyMap<string, string>;
}

const BLOCK = /^```(\S*).*\n([\s\S]*?)^```$/gm;

/** The `## ` sections of a case document. A `tacit` block before the first stands before the text of every case. */
export function readCases(document: string): { readonly head: string; readonly cases: readonly Case[] } {
  const [head = '', ...sections] = document.split(/^## /m);
  return {
    head: blocksOf(head).get('tacit') ?? '',
    cases: sections.map((section) => ({ title: section.split('\n', 1)[0] ?? '', blocks: blocksOf(section) })),
  };
}

function blocksOf(section: string): ReadonlyMap<string, string> {
  return new Map(
    [...section.matchAll(BLOCK)].map(([, language = '', text = '']) => [language, text] as const),
  );
}

/** A Document, or its twin, without what only tells where things stood. */
export function withoutLayout(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLayout);
  if (typeof value !== 'object' || value === null) return value;
  const layout = new Set(['at', 'blankLines', 'ownLine']);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (layout.has(key) ? [] : [[key, withoutLayout(part)]])),
  );
}
