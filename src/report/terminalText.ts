/** Columns a text takes on a terminal: marks that combine take none, wide scripts two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

/** Breaks a text into lines of at most `width` columns; a longer word is cut, so that no line is ever wider. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    for (const piece of cutWord(word, width)) {
      if (line !== '' && displayWidth(line) + 1 + displayWidth(piece) > width) {
        lines.push(line);
        line = piece;
      } else line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Puts short facts on lines, ` · ` between them; a fact is broken only where it is longer than a line. */
export function wrapFacts(facts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const joined = lines.length === 0 ? fact : `${lines[lines.length - 1]} · ${fact}`;
    if (lines.length > 0 && displayWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrapText(fact, width));
  }
  return lines;
}

/** The text on one line of at most `width` columns; `…` says that something was left out. */
export function shortenText(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (displayWidth(flat) <= width) return flat;
  let short = '';
  for (const character of flat) {
    if (displayWidth(short + character) > width - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

/** The text with spaces behind it up to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function cutWord(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [''];
  for (const character of word) {
    const last = pieces.length - 1;
    if (displayWidth((pieces[last] ?? '') + character) > width) pieces.push(character);
    else pieces[last] += character;
  }
  return pieces;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff)
  );
}
