import type { Diagnostic } from './document.ts';
import { splitItems } from './splitItems.ts';
import { tokenize } from './tacitParser.ts';
import type { Token } from './token.ts';

/** A remark, unless it stands inside a text. */
const COMMENT = /^((?:"[^"]*"|[^"/]|\/(?!\/))*)\/\/.*$/;

/** A claim that waits for a person: a `?` in it, or in what it names, is not filled. It is never judged. */
export interface OpenClaim {
  readonly name: string;
  /** The name of its source, or null where the claim leaves that open too. */
  readonly source: string | null;
  /** The file that holds it; null for a text without a file. */
  readonly file: string | null;
  readonly line: number;
  /** The sentence and its restrictions as they are written. */
  readonly text: string;
  /** What is missing, one sentence each. */
  readonly missing: readonly string[];
}

/**
 * The claims of a text that are left out because something is still open.
 * @param diagnostics those of `parse` and `check` that were made of this text, perhaps among others
 */
export function listOpenClaims(
  text: string,
  file: string | null,
  diagnostics: readonly Diagnostic[],
): readonly OpenClaim[] {
  const told = diagnostics.filter(
    (one) => one.file === file && (one.code === 'to-fill' || one.code === 'names-open'),
  );
  if (told.length === 0) return [];
  return splitItems(text, tokenize(text).tokens).flatMap(({ tokens, start, end }): OpenClaim[] => {
    const missing = told.filter((one) => one.start >= start && one.start < end);
    const [head] = tokens;
    if (missing.length === 0 || head?.image !== 'claim') return [];
    const name = tokens[1]?.tokenType.name === 'NAME' ? tokens[1] : null;
    const by = name === null ? 1 : 2;
    const source = nextTo(text, tokens[by], tokens[by + 1]);
    return [
      {
        name: name?.image.normalize('NFC') ?? '?',
        source: source?.image.normalize('NFC') ?? null,
        file,
        line: head.startLine ?? 1,
        text: sentenceOf(text.slice(behindHead(tokens, source === null ? by + 1 : by + 2), end)),
        missing: missing.map(({ message }) => message),
      },
    ];
  });
}

/** The second of two tokens unless something stands between them, such as a `?`. */
function nextTo(text: string, one: Token | undefined, other: Token | undefined): Token | null {
  if (one?.image !== 'by' || other === undefined) return null;
  return text.slice(endOf(one), other.startOffset).trim() === '' ? other : null;
}

/** The offset behind who says the claim and where. */
function behindHead(tokens: readonly Token[], from: number): number {
  let index = from;
  while (/^(?:citing|at|quote)$/.test(tokens[index]?.image ?? '')) index += 2;
  const last = tokens[Math.min(index, tokens.length) - 1];
  return last === undefined ? 0 : endOf(last);
}

function sentenceOf(written: string): string {
  const lines = written.split(/\r\n|\n|\r/).map((line) => line.replace(COMMENT, '$1').trim());
  return lines.filter((line) => line !== '').join('\n');
}

function endOf(token: Token): number {
  return token.startOffset + token.image.length;
}
