import fc from 'fast-check';

export interface Damage {
  readonly text: string;
  /** The lines touched, counted from 1 in the damaged text. */
  readonly line: number;
  readonly how: string;
}

const TOKENS = /"[^"\n]*"|[^\s",]+|,/g;
const ODD = [
  '\0',
  '\uFEFF',
  '“',
  '”',
  '%',
  '(',
  '\u202E',
  '😀',
  'é',
  '\\',
  '`',
  '"',
  '/',
  '-',
  '.',
  '\r',
  '\u2028',
  '\uD800',
];

/** A text hurt in one place, as hands and editors hurt texts. */
export function damaged(text: string): fc.Arbitrary<Damage> {
  const tokens = [...text.matchAll(TOKENS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const index = fc.nat({ max: Math.max(0, tokens.length - 1) });
  const place = fc.nat({ max: text.length });
  const at = (start: number, how: string, hurt: string): Damage => ({
    text: hurt,
    how,
    line: text.slice(0, start).split(/\r\n|\n|\r/).length,
  });
  const span = (token: number): { start: number; end: number } => tokens[token] ?? { start: 0, end: 0 };
  return fc.oneof(
    index.map((token) => {
      const { start, end } = span(token);
      return at(start, 'token left out', text.slice(0, start) + text.slice(end));
    }),
    index.map((token) => {
      const { start, end } = span(token);
      return at(start, 'token doubled', `${text.slice(0, end)} ${text.slice(start, end)}${text.slice(end)}`);
    }),
    index.map((token) => {
      const [first, second] = [span(token), span(token + 1)];
      if (second.start < first.end) return at(0, 'nothing', text);
      const swapped =
        text.slice(second.start, second.end) +
        text.slice(first.end, second.start) +
        text.slice(first.start, first.end);
      return at(first.start, 'tokens swapped', text.slice(0, first.start) + swapped + text.slice(second.end));
    }),
    place.map((offset) => at(offset, 'cut off', text.slice(0, offset))),
    place.map((offset) => at(offset, 'character left out', text.slice(0, offset) + text.slice(offset + 1))),
    fc.tuple(place, fc.constantFrom(...ODD)).map(([offset, odd]) => {
      return at(offset, 'odd character', text.slice(0, offset) + odd + text.slice(offset));
    }),
    fc.tuple(place, fc.string({ unit: 'binary', maxLength: 30 })).map(([offset, noise]) => {
      return at(offset, 'noise', text.slice(0, offset) + noise + text.slice(offset));
    }),
    fc.tuple(place, fc.nat({ max: 5000 })).map(([offset, length]) => {
      return at(offset, 'very long', text.slice(0, offset) + 'x'.repeat(length) + text.slice(offset));
    }),
  );
}
