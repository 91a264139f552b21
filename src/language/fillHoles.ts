import { describeHole } from './describeHole.ts';
import type { PlacedMessage } from './explainStrays.ts';
import { expectedWords } from './expectedWords.ts';
import type { Message } from './semanticMessages.ts';
import type { Stretch } from './splitItems.ts';
import * as messages from './holeMessages.ts';
import { parseTokens, tokenize } from './tacitParser.ts';
import type { TokenRun } from './tacitParser.ts';
import type { Token } from './token.ts';

/** What a `?` may stand for, each written as the shortest text of its kind. A number is also a year. */
const STAND_INS = ['1', 'A', '"a"', 'a'] as const;

/** Items on which nothing rests but claims and what-ifs: with a `?` they are left out, and all others keep their meaning. */
const LEFT_OUT: ReadonlySet<string> = new Set(['claim', 'source', 'period', 'rivals', 'whatif']);

/** More than a person leaves open in one sentence; each costs some parses. */
const MOST_HOLES = 12;

/**
 * A sentence that is whole but for `?`, the mark of a drafted file for what a person still has to write: one message
 * for each, saying what belongs there; a warning where only this sentence is left out for it, else an error. Null when the stretch has no `?`, or is broken besides.
 */
export function fillHoles(
  text: string,
  { tokens, start, end }: Stretch,
  strays: TokenRun['strays'],
): readonly PlacedMessage[] | null {
  const inside = strays.filter((stray) => stray.start >= start && stray.start < end);
  if (inside.length === 0 || inside.length > MOST_HOLES) return null;
  if (inside.some((stray) => text.slice(stray.start, stray.end) !== '?')) return null;
  let filled: readonly Token[] = tokens;
  const problems: PlacedMessage[] = [];
  for (const hole of inside) {
    const at = filled.findIndex((token) => token.startOffset > hole.start);
    const index = at === -1 ? filled.length : at;
    const before = filled.slice(0, index);
    const after = filled.slice(index);
    const stood = standIn(text, before, hole.start, after);
    if (stood === null) return null;
    problems.push({ ...hole, message: describeHole(before, after) ?? byGrammar(text, before, after) });
    filled = [...before, stood, ...after];
  }
  if (!parseTokens(text, filled, 'Items').ok) return null;
  if (!LEFT_OUT.has(tokens[0]?.image ?? '')) return problems;
  return problems.map((problem) => ({ ...problem, message: { ...problem.message, severity: 'warning' } }));
}

/** What the grammar takes at a place that no words around it tell. */
function byGrammar(text: string, before: readonly Token[], after: readonly Token[]): Message {
  const asked = parseTokens(text, before, 'Items');
  const words = asked.ok ? '' : expectedWords(asked.problem.expected);
  return messages.toFill(words, after[0]?.image ?? null);
}

/** The kind of token with which the sentence goes on furthest behind the `?`; null where none may stand there. */
function standIn(
  text: string,
  before: readonly Token[],
  offset: number,
  after: readonly Token[],
): Token | null {
  let best: Token | null = null;
  let furthest = before.length;
  for (const written of STAND_INS) {
    const [plain] = tokenize(written).tokens;
    if (!plain) continue;
    const neighbour = before.at(-1) ?? after[0];
    const token: Token = { ...plain, startOffset: offset, endOffset: offset, image: written };
    if (neighbour?.startLine !== undefined) token.startLine = neighbour.startLine;
    const parsed = parseTokens(text, [...before, token, ...after], 'Items');
    if (parsed.ok) return token;
    if (parsed.problem.index > furthest) [best, furthest] = [token, parsed.problem.index];
  }
  return best;
}
