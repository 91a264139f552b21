import type { Token } from './token.ts';

/** Words that begin an item. */
export const ITEM_WORDS: ReadonlySet<string> = new Set([
  ...['record', 'use', 'actor', 'alliance', 'place', 'area', 'route', 'act', 'source', 'period'],
  ...['claim', 'rivals', 'whatif', 'assume'],
]);

/** The tokens of one item, or of the head of the file. A mistake in one does not reach the next. */
export interface Stretch {
  readonly tokens: readonly Token[];
  /** Half-open offsets up to where the next stretch begins. */
  readonly start: number;
  readonly end: number;
}

/** Cuts a file where a line begins with a word that begins an item. The first stretch is the head, perhaps empty. */
export function splitItems(text: string, tokens: readonly Token[]): readonly Stretch[] {
  const starts: number[] = [];
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    if (!ITEM_WORDS.has(token.tokenType.name) || previous?.image === 'same') return;
    if (beginsLine(token, previous)) starts.push(index);
  });
  const bounds = [0, ...starts, tokens.length];
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1] ?? tokens.length;
    return {
      tokens: tokens.slice(from, to),
      start: index === 0 ? 0 : (tokens[from]?.startOffset ?? text.length),
      end: tokens[to]?.startOffset ?? text.length,
    };
  });
}

/** Whether a token is the first of its line. */
export function beginsLine(token: Token, previous: Token | undefined): boolean {
  return !previous || lineOf(previous) < lineOf(token);
}

export function lineOf(token: Token): number {
  return token.startLine ?? 0;
}
