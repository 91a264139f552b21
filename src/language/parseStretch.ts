import type { Item } from './document.ts';
import type { PlacedMessage } from './explainStrays.ts';
import { explainSyntax, explainUnknownItem } from './explainSyntax.ts';
import { fillHoles } from './fillHoles.ts';
import { foreignLines } from './foreignLines.ts';
import type { ForeignLine } from './foreignLines.ts';
import type { Header, Items } from './generated/ast.ts';
import { lexicalProblems } from './lexicalProblems.ts';
import type { LexicalProblem } from './lexicalProblems.ts';
import { readItem } from './readItem.ts';
import type { Reading } from './reading.ts';
import type { Declarations } from './scanDeclarations.ts';
import { lineOf } from './splitItems.ts';
import type { Stretch } from './splitItems.ts';
import * as messages from './syntaxMessages.ts';
import { parseTokens } from './tacitParser.ts';
import type { TokenRun } from './tacitParser.ts';
import type { Token } from './token.ts';
import { unquoted } from './texts.ts';
import { here } from './trouble.ts';

/** A file as its stretches are read. */
export interface WholeText {
  readonly text: string;
  readonly run: TokenRun;
  readonly declarations: Declarations;
  readonly reading: Reading;
}

export interface ParsedStretch {
  readonly items: readonly Item[];
  readonly problems: readonly PlacedMessage[];
}

export interface ParsedHead {
  readonly version: number | null;
  readonly versionToken: Token | null;
  readonly title: string;
  readonly titleToken: Token | null;
  readonly problems: readonly PlacedMessage[];
}

/** Reads `tacit 1` and the title; a broken head still gives what can be made out. */
export function parseHead(whole: WholeText, head: Stretch): ParsedHead {
  const { tokens } = head;
  const theatre = tokens.findIndex((token) => token.image === 'theatre');
  const title = theatre === -1 ? undefined : tokens[theatre + 1];
  const number = tokens[0]?.image === 'tacit' ? tokens[1] : undefined;
  const version = number?.tokenType.name === 'NUMBER' ? number : null;
  const problems = [...headProblems(whole, head)];
  if (version && version.image !== '1') problems.push(here(version, messages.versionUnknown(version.image)));
  return {
    version: version?.image === '1' ? 1 : null,
    versionToken: version?.image === '1' ? (tokens[0] ?? null) : null,
    title: title?.tokenType.name === 'TEXT' ? unquoted(title.image) : '',
    titleToken: title?.tokenType.name === 'TEXT' ? (tokens[theatre] ?? null) : null,
    problems,
  };
}

function headProblems(whole: WholeText, head: Stretch): readonly PlacedMessage[] {
  const [first] = head.tokens;
  const lexical = lexicalOf(whole, head);
  if (!head.tokens.some((token) => token.image === 'theatre')) {
    const missing = { start: 0, end: 0, message: messages.theatreMissing() };
    if (lexical.length > 0) return lexical;
    return [first ? here(first, messages.theatreMissing()) : missing];
  }
  return attempt(whole, head, 'Header').problems;
}

/**
 * Reads the items of a stretch, nearly always one. Where that fails at or behind a line that stands as far left as the
 * stretch itself and does not begin with a word of the language, the stretch probably ends there: what comes before is
 * kept, the line reported.
 */
export function parseStretch(whole: WholeText, stretch: Stretch): ParsedStretch {
  return attempt(whole, stretch, 'Items');
}

type Rule = 'Header' | 'Items';

function attempt(whole: WholeText, stretch: Stretch, rule: Rule): ParsedStretch {
  const { text, reading, declarations, run } = whole;
  const { tokens } = stretch;
  const open = rule === 'Items' ? fillHoles(text, stretch, run.strays) : null;
  if (open !== null) return { items: [], problems: open };
  const lexical = lexicalOf(whole, stretch);
  const written = new Set(tokens.map(lineOf));
  const blocked = lexical.find((problem) => written.has(problem.line));
  const parsed = blocked ? null : parseTokens(text, tokens, rule);
  if (parsed?.ok) return withProblems(readItems(parsed.node, reading), lexical);
  const failure = blocked?.start ?? tokens[parsed?.problem.index ?? 0]?.startOffset ?? stretch.end;
  const kept = keepBefore(whole, stretch, rule, failure);
  if (kept) return kept;
  if (!parsed || parsed.ok) return { items: [], problems: lexical };
  const problem = explainSyntax({ text, tokens, ...parsed.problem, declarations });
  return { items: [], problems: [...lexical, problem] };
}

function lexicalOf({ text, run, reading }: WholeText, stretch: Stretch): readonly LexicalProblem[] {
  return lexicalProblems(text, run, reading.lines, stretch);
}

function withProblems(parsed: ParsedStretch, more: readonly PlacedMessage[]): ParsedStretch {
  return { items: parsed.items, problems: [...more, ...parsed.problems] };
}

/** Items whose mistakes leave no doubt about what was meant are kept. */
function readItems(node: Header | Items, reading: Reading): ParsedStretch {
  if (node.$type === 'Header') return { items: [], problems: [] };
  const items: Item[] = [];
  const problems: PlacedMessage[] = [];
  for (const item of node.items) {
    const before = reading.findings.length;
    const plain = readItem(item, reading);
    const findings = reading.findings.slice(before);
    if (findings.every((finding) => finding.kept)) items.push(plain);
    problems.push(...findings);
  }
  return { items, problems };
}

/** Foreign lines tried from the last one back; nearly always the first try is right. */
const MOST_TRIES = 4;

/** The stretch up to its last foreign line before the failure, when that is whole by itself. */
function keepBefore(whole: WholeText, stretch: Stretch, rule: Rule, failure: number): ParsedStretch | null {
  const { text, reading } = whole;
  const foreign = foreignLines(text, reading.lines, stretch.tokens);
  const tries = foreign.filter((line) => line.start <= failure).slice(-MOST_TRIES);
  for (const cut of tries.reverse()) {
    const tokens = stretch.tokens.slice(0, cut.index);
    if (lexicalOf(whole, { tokens, start: stretch.start, end: cut.start }).length > 0) continue;
    const parsed = parseTokens(text, tokens, rule);
    if (!parsed.ok) continue;
    const rest = foreign.filter((line) => line.index >= cut.index);
    return withProblems(readItems(parsed.node, reading), foreignProblems(whole, stretch, rest));
  }
  return null;
}

/** One message for each foreign line and for each broken text or character among them. */
function foreignProblems(
  whole: WholeText,
  stretch: Stretch,
  foreign: readonly ForeignLine[],
): PlacedMessage[] {
  const [first] = foreign;
  if (!first) return [];
  const tokens = stretch.tokens.slice(first.index);
  const lexical = lexicalOf(whole, { tokens, start: first.start, end: stretch.end });
  const explained = new Set(lexical.map((problem) => problem.line));
  const unknown = foreign.filter(({ token }) => !explained.has(lineOf(token)));
  return [...lexical, ...unknown.map(({ token }) => explainUnknownItem(token, whole.declarations))];
}
