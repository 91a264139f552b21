import { explainStray } from './explainStrays.ts';
import type { PlacedMessage } from './explainStrays.ts';
import { placeAt } from './lineTable.ts';
import type { LineTable } from './lineTable.ts';
import type { Stretch } from './splitItems.ts';
import * as messages from './syntaxMessages.ts';
import type { TokenRun } from './tacitParser.ts';
import { isClosed } from './texts.ts';
import { here } from './trouble.ts';

export interface LexicalProblem extends PlacedMessage {
  readonly line: number;
}

/** Characters that mean nothing and texts without an end, the first of each line: one mistake often makes several. */
export function lexicalProblems(
  text: string,
  run: TokenRun,
  lines: LineTable,
  { tokens, start, end }: Stretch,
): readonly LexicalProblem[] {
  const problems = new Map<number, () => PlacedMessage>();
  for (const token of tokens) {
    if (token.tokenType.name !== 'TEXT' || isClosed(token.image)) continue;
    problems.set(placeAt(lines, token.startOffset).line, () => here(token, messages.quoteMissing()));
  }
  for (let index = firstFrom(run.strays, start); index < run.strays.length; index += 1) {
    const stray = run.strays[index];
    if (!stray || stray.start >= end) break;
    const { line } = placeAt(lines, stray.start);
    if (!problems.has(line)) problems.set(line, () => explainStray(text, stray.start, stray.end));
  }
  return [...problems].map(([line, explain]) => ({ line, ...explain() })).sort((a, b) => a.line - b.line);
}

function firstFrom(strays: TokenRun['strays'], start: number): number {
  let low = 0;
  let high = strays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strays[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
