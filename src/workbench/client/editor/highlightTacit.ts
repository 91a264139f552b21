import { StreamLanguage, syntaxHighlighting, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags } from '@lezer/highlight';

interface LineState {
  /** The word that opened the line at its first column, until the next word was read. */
  opener: string | null;
}

/**
 * Names begin with a capital and words of the language do not, so the spelling alone tells them apart; what a word
 * means is told by the language server.
 */
const parser: StreamParser<LineState> = {
  name: 'tacit',
  startState: () => ({ opener: null }),
  token(stream, state) {
    if (stream.sol()) state.opener = null;
    const atStart = stream.sol();
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^`[^`]*`?/)) return 'typeName';
    if (stream.match(/^about \d{4}|^\d{4}-\d\d(?:-\d\d)?/)) return 'literal';
    if (stream.match(/^\d[\d.]*/)) return 'number';
    if (stream.match(/^\?/)) return 'invalid';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_-]*/u);
    if (word && typeof word !== 'boolean') return wordStyle(word[0], atStart, state);
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '//' }, wordChars: '-' },
  tokenTable: {},
};

function wordStyle(word: string, atStart: boolean, state: LineState): string {
  const { opener } = state;
  if (/^\p{Ll}/u.test(word)) {
    if (!atStart) return 'keyword';
    state.opener = word;
    return 'definitionKeyword';
  }
  state.opener = null;
  return opener === null ? 'variableName' : 'variableName.definition';
}

/** Classes instead of colours: the style sheet knows light from dark. */
const classes = tagHighlighter([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.string, class: 'tok-string' },
  { tag: [tags.number, tags.literal], class: 'tok-number' },
  { tag: tags.definitionKeyword, class: 'tok-opener' },
  { tag: tags.keyword, class: 'tok-word' },
  { tag: tags.definition(tags.variableName), class: 'tok-defined' },
  { tag: tags.variableName, class: 'tok-name' },
  { tag: tags.typeName, class: 'tok-act' },
  { tag: tags.invalid, class: 'tok-open' },
]);

/** The language for the editor, coloured. */
export function highlightTacit(): Extension {
  return [StreamLanguage.define(parser), syntaxHighlighting(classes)];
}
