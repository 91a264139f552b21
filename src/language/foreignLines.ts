import { placeAt } from './lineTable.ts';
import type { LineTable } from './lineTable.ts';
import { beginsLine } from './splitItems.ts';
import { keywords } from './tacitParser.ts';
import type { Token } from './token.ts';

/** A line inside an item that looks as if it did not belong to it. */
export interface ForeignLine {
  /** Of its first token among those of the item. */
  readonly index: number;
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/** The lines, but the first, that stand as far left as the item itself and begin with no word of the language. */
export function foreignLines(
  text: string,
  lines: LineTable,
  tokens: readonly Token[],
): readonly ForeignLine[] {
  const base = tokens[0] ? lineOf(text, lines, tokens[0]).indentation : 0;
  return tokens.flatMap((token, index) => {
    const previous = tokens[index - 1];
    if (!previous || !beginsLine(token, previous) || belongs(token)) return [];
    const { start, end, indentation } = lineOf(text, lines, token);
    return indentation > base ? [] : [{ index, token, start, end }];
  });
}

/** A word of the language goes on with the item, but for the two that stand only at the top of a file. */
function belongs({ image, tokenType }: Token): boolean {
  return keywords().has(tokenType.name) && image !== 'tacit' && image !== 'theatre';
}

function lineOf(text: string, lines: LineTable, token: Token) {
  const { line } = placeAt(lines, token.startOffset);
  const begin = lines[line - 1] ?? 0;
  const before = text.slice(begin, token.startOffset);
  const indentation = before.length - before.trimStart().length;
  return { start: begin + indentation, end: lines[line] ?? text.length, indentation };
}
