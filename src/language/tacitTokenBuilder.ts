import { DefaultTokenBuilder } from 'langium';
import type { GrammarAST } from 'langium';
import type { Token } from './token.ts';

type TokenType = Token['tokenType'];

const FIRST_LETTERS: Readonly<Record<string, RegExp>> = {
  NAME: /[\p{Lu}\p{Lt}\p{Lo}\uD800-\uDBFF]/u,
  WORD: /[\p{Ll}\uD800-\uDBFF]/u,
  BACKQUOTED: /`/u,
};

/**
 * Texts and comments may be as long as a file; a regular expression keeps a way back for every character of them and
 * fails on some millions, so they are scanned. They end where the grammar says.
 */
const SCANNERS: Readonly<Record<string, (text: string, offset: number) => number>> = {
  TEXT: (text, offset) => {
    if (text[offset] !== '"') return offset;
    let index = offset + 1;
    for (; index < text.length; index += 1) {
      const unit = text[index];
      if (unit === '\n' || unit === '\r') return index;
      if (unit === '"' && text[index + 1] === '"') index += 1;
      else if (unit === '"') return index + 1;
    }
    return text.length;
  },
  COMMENT: (text, offset) => {
    if (!text.startsWith('//', offset)) return offset;
    let index = offset + 2;
    while (index < text.length && text[index] !== '\n' && text[index] !== '\r') index += 1;
    return index;
  },
};

/**
 * Tokens whose letters come from every script. The lexer library reads no Unicode properties, so these patterns
 * run as functions; each names the characters it can begin with, without which every token would be tried at
 * every place.
 */
export class TacitTokenBuilder extends DefaultTokenBuilder {
  protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
    const token: TokenType = super.buildTerminalToken(terminal);
    const scan = SCANNERS[terminal.name];
    if (scan) {
      token.PATTERN = (text: string, offset: number) => {
        const end = scan(text, offset);
        return end === offset ? null : ([text.slice(offset, end)] as unknown as RegExpExecArray);
      };
      token.LINE_BREAKS = false;
      token.START_CHARS_HINT = [terminal.name === 'TEXT' ? '"' : '/'];
    }
    const letters = FIRST_LETTERS[terminal.name];
    if (letters) {
      token.LINE_BREAKS = false;
      token.START_CHARS_HINT = unitsMatching(letters);
    }
    return token;
  }

  /** A keyword is one only as a whole word: `strikesomething` and `fallen` are words. */
  protected override buildKeywordToken(
    keyword: GrammarAST.Keyword,
    terminalTokens: TokenType[],
    caseInsensitive: boolean,
  ): TokenType {
    const token: TokenType = super.buildKeywordToken(keyword, terminalTokens, caseInsensitive);
    token.LONGER_ALT = terminalTokens.filter((terminal) => terminal.name === 'WORD');
    return token;
  }
}

/** Every UTF-16 unit a token may begin with. */
function unitsMatching(letters: RegExp): number[] {
  const units: number[] = [];
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (letters.test(String.fromCharCode(unit))) units.push(unit);
  }
  return units;
}
