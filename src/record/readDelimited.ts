import type { BrokenRow, DelimitedRow, Dialect } from './delimitedRow.ts';
import { readWholeRows, type WholeRows } from './readWholeRows.ts';

export type { BrokenRow, DelimitedRow, Dialect };

export interface DelimitedReader {
  /**
   * From now on only the fields at these positions are wanted (null: all); the others may be handed over empty. A row
   * in which every wanted field is blank comes whole, so that an empty row can be told from one that is not.
   */
  want(positions: readonly number[] | null): void;
  /** The rows that end in this piece of the file; the rest is kept for the next piece. */
  push(text: string): (DelimitedRow | BrokenRow)[];
  /** The row that the end of the file ends. */
  end(): (DelimitedRow | BrokenRow)[];
  /** The line on which the next row begins, where nothing of a row is kept; else null. */
  nextRowLine(): number | null;
}

const LONGEST_RAW = 20_000;
const LF = 10;
const CR = 13;

type State = 'fieldStart' | 'plain' | 'quoted' | 'afterQuote' | 'afterReturn' | 'broken';

/**
 * A strict reader of delimited text (RFC 4180), fed in pieces of any size: quotes stand around whole fields and are
 * doubled inside, lines end in LF or CRLF, fields keep every character, also spaces and line ends inside quotes.
 * A row that departs from this is handed on as broken, up to the next line end, and never mended. Where a quote is
 * never closed nobody can tell where the field ends, so everything after it belongs to that one broken row.
 * Empty lines are no rows. Ordinary rows that lie whole in one piece are read the quick way (`readWholeRows.ts`); every
 * other row goes through the states below, which alone decide what is broken.
 */
export function readDelimited(dialect: Dialect, firstLine = 1): DelimitedReader {
  return new Tokenizer(dialect, firstLine);
}

class Tokenizer implements DelimitedReader {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #longestField: number;
  readonly #wholeRows: WholeRows;
  #state: State = 'fieldStart';
  #line: number;
  #rowLine: number;
  #fields: string[] = [];
  #field = '';
  #fieldLength = 0;
  #raw = '';
  #rawLength = 0;
  #fault: { field: number; reason: string } | null = null;
  #rows: (DelimitedRow | BrokenRow)[] = [];

  constructor(dialect: Dialect, firstLine: number) {
    const { delimiter, quote, longestField } = dialect;
    if (delimiter.length !== 1)
      throw new Error(`a delimiter is one character, not ${JSON.stringify(delimiter)}`);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === null ? -1 : quote.charCodeAt(0);
    this.#longestField = longestField;
    this.#line = firstLine;
    this.#rowLine = firstLine;
    this.#wholeRows = readWholeRows(dialect, LONGEST_RAW);
  }

  want(positions: readonly number[] | null): void {
    this.#wholeRows.want(positions);
  }

  nextRowLine(): number | null {
    return this.#rawLength === 0 ? this.#line : null;
  }

  push(text: string): (DelimitedRow | BrokenRow)[] {
    let rowFrom = 0;
    let at = 0;
    this.#wholeRows.open(text);
    while (at < text.length) {
      if (this.#state === 'fieldStart' && this.#rawLength === 0 && at === rowFrom) {
        at = this.#wholeRows.read(at, this.#line, this.#rows);
        this.#line = this.#rowLine = this.#wholeRows.line();
        rowFrom = at;
        if (at === text.length) break;
      }
      const code = text.charCodeAt(at);
      switch (this.#state) {
        case 'fieldStart':
          this.#field = '';
          this.#fieldLength = 0;
          if (code === this.#quote) {
            this.#state = 'quoted';
            at++;
          } else this.#state = 'plain';
          break;
        case 'plain': {
          const end = this.#plainEnd(text, at);
          this.#take(text, at, end);
          at = end;
          if (end === text.length) break;
          const stop = text.charCodeAt(end);
          at++;
          if (stop === this.#delimiter) this.#closeField();
          else if (stop === CR) this.#state = 'afterReturn';
          else if (stop === LF) rowFrom = this.#endRow(text, rowFrom, at);
          else this.#break('a quotation mark inside a field that is not in quotes');
          break;
        }
        case 'quoted': {
          const found = text.indexOf('"', at);
          const end = found < 0 ? text.length : found;
          this.#countLines(text, at, end);
          this.#take(text, at, end);
          at = found < 0 ? end : end + 1;
          if (found >= 0) this.#state = 'afterQuote';
          break;
        }
        case 'afterQuote':
          if (code === this.#quote) {
            this.#take(text, at, at + 1);
            this.#state = 'quoted';
          } else if (code === this.#delimiter) this.#closeField();
          else if (code === CR) this.#state = 'afterReturn';
          else if (code === LF) rowFrom = this.#endRow(text, rowFrom, at + 1);
          else this.#break('text after the quotation mark that closes a field');
          at++;
          break;
        case 'afterReturn':
          if (code === LF) rowFrom = this.#endRow(text, rowFrom, at + 1);
          else this.#break('a carriage return without a line feed');
          at++;
          break;
        case 'broken': {
          const end = text.indexOf('\n', at);
          at = end < 0 ? text.length : end + 1;
          if (end >= 0) rowFrom = this.#endRow(text, rowFrom, at);
          break;
        }
      }
    }
    this.#keepRaw(text, rowFrom, text.length);
    return this.#handOver();
  }

  end(): (DelimitedRow | BrokenRow)[] {
    if (this.#state === 'quoted') {
      const lines = this.#line - this.#rowLine;
      const after =
        lines === 0
          ? ''
          : ` and the ${lines === 1 ? 'line' : `${lines} lines`} after it cannot be told apart`;
      this.#fault = {
        field: this.#fields.length,
        reason: `a quotation mark is opened and never closed${after}`,
      };
    }
    if (this.#rawLength > 0) this.#finishRow();
    return this.#handOver();
  }

  #handOver(): (DelimitedRow | BrokenRow)[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #plainEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === LF || code === CR || code === this.#quote) return at;
    }
    return text.length;
  }

  /** Adds characters to the field; of a field that grew too long nothing more is kept. */
  #take(text: string, from: number, to: number): void {
    this.#fieldLength += to - from;
    if (this.#fieldLength > this.#longestField) {
      this.#fault ??= {
        field: this.#fields.length,
        reason: `a field of more than ${this.#longestField} characters`,
      };
    } else if (to > from) this.#field += text.slice(from, to);
  }

  #countLines(text: string, from: number, to: number): void {
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      this.#line++;
    }
  }

  #closeField(): void {
    this.#fields.push(this.#field);
    this.#state = 'fieldStart';
  }

  #break(reason: string): void {
    this.#fault ??= { field: this.#fields.length, reason };
    this.#state = 'broken';
  }

  #keepRaw(text: string, from: number, to: number): void {
    const space = LONGEST_RAW - this.#raw.length;
    if (space > 0) this.#raw += text.slice(from, Math.min(to, from + space));
    this.#rawLength += to - from;
  }

  /** Ends the row at a line end; returns where the next row begins. */
  #endRow(text: string, rowFrom: number, next: number): number {
    this.#keepRaw(text, rowFrom, next);
    this.#finishRow();
    this.#line++;
    this.#rowLine = this.#line;
    return next;
  }

  #finishRow(): void {
    // A row may end right after a delimiter, in a field of which nothing was read yet.
    if (this.#state === 'fieldStart' && this.#fields.length > 0) {
      this.#field = '';
    }
    const fields = [...this.#fields, this.#field];
    const written = this.#raw.replace(/\r?\n$/, '');
    const raw =
      this.#rawLength > this.#raw.length ? `${written} […] (${this.#rawLength} characters in all)` : written;
    const nul = fields.findIndex((field) => field.includes('\0'));
    if (nul >= 0) this.#fault ??= { field: nul, reason: 'a NUL character, which no text holds' };
    if (this.#fault) this.#rows.push({ kind: 'broken', line: this.#rowLine, ...this.#fault, raw });
    else if (this.#rawLength > 0 && written !== '') {
      this.#rows.push({ kind: 'row', line: this.#rowLine, fields, raw });
    }
    this.#fields = [];
    this.#field = '';
    this.#raw = '';
    this.#rawLength = 0;
    this.#fault = null;
    this.#state = 'fieldStart';
  }
}
