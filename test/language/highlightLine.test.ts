import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlightLine, type HighlightKind } from '../../src/language/index.ts';
import { tokenize } from '../../src/language/tacitParser.ts';

const KINDS: Readonly<Record<string, HighlightKind>> = {
  COMMENT: 'comment',
  TEXT: 'text',
  DATE: 'date',
  MONTHDAY: 'date',
  NUMBER: 'number',
  NAME: 'name',
  WORD: 'act',
  BACKQUOTED: 'act',
  ',': 'mark',
};

/** What the parser's own lexer says of a text. */
function fromLexer(text: string) {
  const { tokens, comments } = tokenize(text);
  return [...tokens, ...comments]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map(({ image, startOffset, tokenType }) => ({
      image,
      startOffset,
      kind: KINDS[tokenType.name] ?? 'keyword',
    }));
}

function fromLines(text: string) {
  let begin = 0;
  return text.split('\n').flatMap((line) => {
    const parts = highlightLine(line).map(({ start, end, kind }) => ({
      image: line.slice(start, end),
      startOffset: begin + start,
      kind: kind === 'declaration' ? 'keyword' : kind,
    }));
    begin += line.length + 1;
    return parts;
  });
}

describe('highlighting', () => {
  const folder = 'test/language/cases/good';
  const samples = readdirSync(folder)
    .filter((name) => name.endsWith('.tacit'))
    .map((name) => `${folder}/${name}`);

  it.each(['test/language/everything.tacit', 'examples/eastern-syria/theatre.tacit', ...samples])(
    'sees the same words as the parser in %s',
    (path) => {
      const text = readFileSync(path, 'utf8');
      expect(fromLines(text)).toEqual(fromLexer(text));
    },
  );

  it.each([
    'actor الميليشيات "the ""militias""" also ""',
    'actor 人民 // "no text"',
    'claim É by 𝒜 "open',
    'falls fallen `falls` US_2 2024-02-04 2024-02 06-01 14 2.5 20240204 2024-2',
    '"a" "b""c" ""',
    '',
  ])('sees the same words as the parser in: %s', (line) => {
    expect(fromLines(line)).toEqual(fromLexer(line));
  });

  it('tells words that begin a declaration', () => {
    const kinds = highlightLine('  claim A by B when the actor').map(({ kind }) => kind);
    expect(kinds).toEqual(['declaration', 'name', 'keyword', 'name', 'keyword', 'keyword', 'keyword']);
  });

  it('passes over characters that mean nothing, however many', () => {
    expect(highlightLine('§'.repeat(100_000))).toEqual([]);
    expect(highlightLine(`"${'x'.repeat(1_000_000)}`)).toHaveLength(1);
  });
});
