import { StreamLanguage, syntaxHighlighting, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags } from '@lezer/highlight';
import { STANDARD_ACTS } from '../../../language/index.ts';

/**
 * Names begin with a capital and words of the language do not, so spelling alone colours a line; every line stands
 * alone. The list of all keywords would bring the whole parser into the page: the language server has that.
 */
const parser: StreamParser<null> = {
  name: 'tacit',
  startState: () => null,
  token(stream) {
    const isFirst = stream.sol();
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(/^"(?:[^"]|"")*"?/)) return 'string';
    if (stream.match(/^\d{4}-\d\d(?:-\d\d)?|^\d\d-\d\d/)) return 'literal';
    if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
    if (stream.match('?')) return 'invalid';
    if (stream.match(/^`[^`]*`?/)) return 'typeName';
    if (stream.match(/^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}_]*/u)) return 'variableName';
    const [word = ''] = (stream.match(/^\p{Ll}[\p{L}\p{M}\p{N}_]*/u) || []) as string[];
    if (word === '') {
      stream.next();
      return null;
    }
    if (isFirst) return 'definitionKeyword';
    return isStandardAct(word) ? 'typeName' : 'keyword';
  },
  languageData: { commentTokens: { line: '//' } },
};

function isStandardAct(word: string): boolean {
  return [word, word.replace(/s$/, ''), word.replace(/es$/, '')].some((stem) =>
    Object.hasOwn(STANDARD_ACTS, stem),
  );
}

/** Classes instead of colours: the style sheet knows light from dark. */
const classes = tagHighlighter([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.string, class: 'tok-string' },
  { tag: [tags.number, tags.literal], class: 'tok-number' },
  { tag: tags.definitionKeyword, class: 'tok-opener' },
  { tag: tags.keyword, class: 'tok-word' },
  { tag: tags.variableName, class: 'tok-name' },
  { tag: tags.typeName, class: 'tok-act' },
  { tag: tags.invalid, class: 'tok-open' },
]);

/** The language for the editor, coloured. What a word means is told by the language server. */
export function highlightTacit(): Extension {
  return [StreamLanguage.define(parser), syntaxHighlighting(classes)];
}
