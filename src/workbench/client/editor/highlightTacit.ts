import { StreamLanguage, syntaxHighlighting, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags } from '@lezer/highlight';
import { highlightLine, type HighlightKind } from '../../../language/index.ts';

const STYLES: Readonly<Record<HighlightKind, string>> = {
  comment: 'comment',
  text: 'string',
  date: 'literal',
  number: 'number',
  declaration: 'definitionKeyword',
  keyword: 'keyword',
  name: 'variableName',
  act: 'typeName',
  mark: 'punctuation',
};

/** Every line of Tacit stands alone, so no state is carried from one to the next. */
const parser: StreamParser<null> = {
  name: 'tacit',
  startState: () => null,
  token(stream) {
    if (stream.match('?')) return 'invalid';
    const part = highlightLine(stream.string).find(({ end }) => end > stream.pos);
    const next = part?.start ?? stream.string.length;
    if (part === undefined || next > stream.pos) {
      const mark = stream.string.indexOf('?', stream.pos);
      stream.pos = mark >= 0 && mark < next ? mark : next;
      return null;
    }
    stream.pos = part.end;
    return STYLES[part.kind];
  },
  languageData: { commentTokens: { line: '//' } },
};

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
