import { ITEM_WORDS } from './splitItems.ts';
import { keywords } from './tacitParser.ts';
import type { HighlightKind } from './highlightLine.ts';

/** The scope under which an editor's theme knows each class of words. */
export const TEXTMATE_SCOPES: Readonly<Record<HighlightKind, string>> = {
  comment: 'comment.line.double-slash.tacit',
  text: 'string.quoted.double.tacit',
  date: 'constant.other.date.tacit',
  number: 'constant.numeric.tacit',
  declaration: 'keyword.declaration.tacit',
  keyword: 'keyword.control.tacit',
  name: 'entity.name.type.tacit',
  act: 'entity.name.function.tacit',
  mark: 'punctuation.separator.tacit',
};

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly { readonly name: string; readonly match: string }[];
}

/** The grammar by which VS Code and others colour a file before, and without, the language server. */
export function textMateGrammar(): TextMateGrammar {
  const declarations = [...ITEM_WORDS, 'tacit', 'theatre'];
  const words = [...keywords()].sort();
  const letter = '[\\p{L}\\p{M}\\p{N}_]';
  const rule = (kind: HighlightKind, match: string) => ({ name: TEXTMATE_SCOPES[kind], match });
  const oneOf = (list: readonly string[]) => `(?:${[...list].sort().join('|')})(?!${letter})`;
  return {
    name: 'Tacit',
    scopeName: 'source.tacit',
    fileTypes: ['tacit'],
    patterns: [
      rule('comment', '//.*$'),
      rule('text', '"(?:[^"]|"")*(?:"|$)'),
      rule('date', '[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?'),
      rule('date', '[0-9]{2}-[0-9]{2}'),
      rule('number', '[0-9]+(?:\\.[0-9]+)?'),
      rule('name', `[\\p{Lu}\\p{Lt}\\p{Lo}]${letter}*`),
      rule('act', `\`\\p{Ll}${letter}*\``),
      rule('declaration', `^\\s*${oneOf(declarations)}`),
      rule('keyword', oneOf(words)),
      rule('act', `\\p{Ll}${letter}*`),
      rule('mark', ','),
    ],
  };
}
