import type { BrokenRow, DelimitedRow, Dialect } from './delimitedRow.ts';

/** The quick way through a piece of text; see `readDelimited`. */
export interface WholeRows {
  want(positions: readonly number[] | null): void;
  /** Takes the next piece of text. */
  open(text: string): void;
  /**
   * Reads rows from a place at which a row begins, the first of them on `line`, and hands over every row that lies
   * whole in the piece and departs from the rules in nothing. Gives the place at which it stopped.
   */
  read(at: number, line: number, rows: (DelimitedRow | BrokenRow)[]): number;
  /** The line of that place. */
  line(): number;
}

const LF = 10;
const CR = 13;
/** Beyond any text; a small integer, unlike Infinity, keeps the comparisons quick. */
const NOWHERE = 2 ** 30;

/** Where a character stands next; searched on only when it was passed, so that a piece is searched through once. */
class NextMark {
  #text = '';
  #at = -1;
  constructor(readonly mark: string) {}
  open(text: string): void {
    this.#text = text;
    this.#at = -1;
  }
  from(at: number): number {
    if (this.#at >= at) return this.#at;
    const found = this.#text.indexOf(this.mark, at);
    this.#at = found < 0 ? NOWHERE : found;
    return this.#at;
  }
}

/**
 * Reads the rows about which there is no doubt by looking for marks instead of going through every character. It never
 * judges: at a row that is cut off by the end of the piece, holds a NUL, a stray quote, a lone carriage return or a
 * field or row of unusual length, it stops before that row.
 */
export function readWholeRows({ delimiter, quote, longestField }: Dialect, longestRow: number): WholeRows {
  const delimiterCode = delimiter.charCodeAt(0);
  const [delimiters, lineFeeds, returns, nuls] = [delimiter, '\n', '\r', '\0'].map(
    (mark) => new NextMark(mark),
  ) as [NextMark, NextMark, NextMark, NextMark];
  const quotes = quote === null ? null : new NextMark(quote);
  const marks = [delimiters, lineFeeds, returns, nuls, ...(quotes ? [quotes] : [])];
  let text = '';
  let line = 1;
  let wanted: readonly number[] | null = null;
  /** Where the fields of the current row begin and end, without their quotes. */
  let begins = new Int32Array(64);
  let ends = new Int32Array(64);
  let doubled = new Uint8Array(64);
  let count = 0;
  /** Line ends inside the quotes of the current row. */
  let inside = 0;

  const addField = (begin: number, end: number, hasDoubled: boolean): boolean => {
    if (end - begin > longestField) return false;
    if (count === begins.length) {
      begins = grow(begins, new Int32Array(2 * count));
      ends = grow(ends, new Int32Array(2 * count));
      doubled = grow(doubled, new Uint8Array(2 * count));
    }
    begins[count] = begin;
    ends[count] = end;
    doubled[count] = hasDoubled ? 1 : 0;
    count++;
    return true;
  };

  /** The place after a field that stands in quotes, or -1. */
  const quotedField = (at: number, marksOf: NextMark): number => {
    let hasDoubled = false;
    for (let from = at + 1; ;) {
      const close = marksOf.from(from);
      if (close === NOWHERE) return -1;
      if (text[close + 1] !== quote) {
        for (let feed = lineFeeds.from(at); feed < close; feed = lineFeeds.from(feed + 1)) inside++;
        return addField(at + 1, close, hasDoubled) ? close + 1 : -1;
      }
      hasDoubled = true;
      from = close + 2;
    }
  };

  /** The same for a row that surely holds no quotes: its line ends at the next line feed. */
  const findPlainFields = (rowStart: number, feed: number): number => {
    count = 0;
    inside = 0;
    const back = returns.from(rowStart);
    if (back < feed - 1) return -1;
    const end = back < feed ? back : feed;
    for (let at = rowStart; ;) {
      const next = delimiters.from(at);
      if (next >= end) return addField(at, end, false) ? feed : -1;
      if (!addField(at, next, false)) return -1;
      at = next + 1;
    }
  };

  /** Finds the fields of the row that begins here; gives the place of its line feed, or -1. */
  const findFields = (rowStart: number): number => {
    const first = lineFeeds.from(rowStart);
    if (first === NOWHERE) return -1;
    if (quotes === null || quotes.from(rowStart) > first) return findPlainFields(rowStart, first);
    count = 0;
    inside = 0;
    for (let at = rowStart; ; at++) {
      if (quotes && quotes.from(at) === at) {
        at = quotedField(at, quotes);
        if (at < 0) return -1;
        const code = text.charCodeAt(at);
        if (code === delimiterCode) continue;
        if (code === LF) return at;
        return code === CR && text.charCodeAt(at + 1) === LF ? at + 1 : -1;
      }
      const feed = lineFeeds.from(at);
      const next = delimiters.from(at);
      const end = next < feed ? next : feed;
      if (end === NOWHERE || (quotes && quotes.from(at) < end)) return -1;
      const back = returns.from(at);
      if (back < end) {
        // The only carriage return that a plain field may meet is the one before the line feed.
        if (end !== feed || back !== feed - 1) return -1;
        return addField(at, back, false) ? feed : -1;
      }
      if (!addField(at, end, false)) return -1;
      if (end === feed) return feed;
      at = end;
    }
  };

  const fieldAt = (index: number): string => {
    const field = text.slice(begins[index], ends[index]);
    return doubled[index] === 1 ? field.replaceAll('""', '"') : field;
  };

  const takeFields = (): string[] => {
    const fields = new Array<string>(count).fill('');
    if (wanted !== null) {
      let blank = true;
      for (const index of wanted) {
        if (index >= count) continue;
        const field = fieldAt(index);
        fields[index] = field;
        if (blank && field !== '' && field.trim() !== '') blank = false;
      }
      if (!blank) return fields;
    }
    for (let index = 0; index < count; index++) fields[index] = fieldAt(index);
    return fields;
  };

  return {
    want: (positions) => {
      wanted = positions;
    },
    open: (piece) => {
      text = piece;
      for (const mark of marks) mark.open(piece);
    },
    read: (from, firstLine, rows) => {
      line = firstLine;
      let at = from;
      while (at < text.length) {
        const feed = findFields(at);
        if (feed < 0 || feed + 1 - at > longestRow || nuls.from(at) < feed) return at;
        const end = feed > at && text.charCodeAt(feed - 1) === CR ? feed - 1 : feed;
        if (end > at) rows.push({ kind: 'row', line, fields: takeFields(), raw: text.slice(at, end) });
        line += 1 + inside;
        at = feed + 1;
      }
      return at;
    },
    line: () => line,
  };
}

function grow<Numbers extends Int32Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
