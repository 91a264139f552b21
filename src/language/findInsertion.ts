/** Lines for a theatre, and what they are. */
export type Addition =
  | { readonly kind: 'declaration'; readonly text: string }
  | { readonly kind: 'record'; readonly text: string }
  /** A line of a record's block, such as `missing 2020-01-01 to 2020-02-01`. */
  | { readonly kind: 'record line'; readonly text: string; readonly under: string }
  /** A claim, to stand behind the last claim of its source. */
  | { readonly kind: 'claim'; readonly text: string; readonly source: string }
  /** A what-if, to stand behind the last one, else at the end. */
  | { readonly kind: 'whatif'; readonly text: string };

/** The order in which a theatre is usually written: a first declaration of its kind goes behind what precedes it. */
const ORDER = [
  'tacit',
  'theatre',
  'use',
  'record',
  'actor',
  'alliance',
  'place',
  'area',
  'route',
  'act',
  'source',
  'period',
];

/** Where an addition goes in a theatre's text, and the text with the line ends that it needs there. */
export function findInsertion(
  text: string,
  addition: Addition,
): { readonly at: number; readonly text: string } {
  const blocks = readBlocks(text);
  const last = chooseBlock(blocks, addition);
  const at = last?.end ?? text.length;
  const body = addition.text.replace(/\s+$/, '');
  const lines = addition.kind === 'record line' ? `  ${body.trim()}` : body;
  const before = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  const isNewKind = last !== undefined && addition.kind !== 'record line' && last.word !== firstWord(body);
  const gap = isNewKind || addition.kind === 'claim' || addition.kind === 'whatif' ? '\n' : '';
  return { at, text: `${before}${gap}${lines}\n` };
}

interface Block {
  readonly word: string;
  readonly head: string;
  /** Behind its last line that is not empty. */
  readonly end: number;
}

/** The words that begin a block; every other line goes on with the block before it, indented or not. */
const BEGINNINGS: ReadonlySet<string> = new Set([...ORDER, 'claim', 'rivals', 'whatif', 'assume']);

/** A block begins with one of these words at the first column; remarks there belong to none. */
function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const end = Math.min(text.length, at + line.length + 1);
    const current = blocks.at(-1);
    const word = /^\p{L}/u.test(line) ? firstWord(line) : '';
    if (BEGINNINGS.has(word)) blocks.push({ word, head: line, end });
    else if (/^(?!\/\/)\s*\S/.test(line) && current !== undefined)
      blocks[blocks.length - 1] = { ...current, end };
    at += line.length + 1;
  }
  return blocks;
}

function chooseBlock(blocks: readonly Block[], addition: Addition): Block | undefined {
  const backwards = [...blocks].reverse();
  if (addition.kind === 'record line') {
    return backwards.find(({ word, head }) => word === 'record' && head.includes(`"${addition.under}"`));
  }
  if (addition.kind === 'claim') {
    const bySource = backwards.find(
      ({ word, head }) => word === 'claim' && head.split(/\s+/).includes(addition.source),
    );
    return bySource ?? backwards.find(({ word }) => word !== 'whatif' && word !== 'assume') ?? backwards[0];
  }
  if (addition.kind === 'whatif') return backwards.find(({ word }) => word === 'whatif') ?? backwards[0];
  const word = firstWord(addition.text);
  const rank = ORDER.indexOf(word);
  return (
    backwards.find((block) => block.word === word) ??
    backwards.find((block) => {
      const other = ORDER.indexOf(block.word);
      return other >= 0 && other <= rank;
    })
  );
}

function firstWord(text: string): string {
  return /^\s*(?:\/\/[^\n]*\n\s*)*([\p{L}]+)/u.exec(text)?.[1] ?? '';
}
