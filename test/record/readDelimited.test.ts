import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited, type Dialect } from '../../src/record/index.ts';

const CSV: Dialect = { delimiter: ',', quote: '"', longestField: 50 };

function readAll(text: string, dialect: Dialect = CSV, piece = 1000) {
  const reader = readDelimited(dialect);
  const rows = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)));
  return [...rows, ...reader.end()];
}

function fieldsOf(text: string, dialect: Dialect = CSV) {
  return readAll(text, dialect).map((row) =>
    row.kind === 'row' ? row.fields : `${row.line}:${row.field} ${row.reason}`,
  );
}

describe('readDelimited', () => {
  it('keeps quotes, line ends and spaces of quoted fields', () => {
    expect(fieldsOf('a, b ,"c ""d"", e\r\nf"\r\n1,,""\r\n')).toEqual([
      ['a', ' b ', 'c "d", e\r\nf'],
      ['1', '', ''],
    ]);
  });

  it('ends the last row at the end of the file, also after a delimiter', () => {
    expect(fieldsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(fieldsOf('"a"')).toEqual([['a']]);
  });

  it('takes empty lines for no rows', () => {
    expect(fieldsOf('\n\r\na\n\nb\n')).toEqual([['a'], ['b']]);
    expect(fieldsOf('')).toEqual([]);
  });

  it('says on which line a row begins', () => {
    const rows = readAll('x\r\n\n"a\nb",cd,"e\n"\nf,g\nh"\ni');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 6, 7, 8]);
  });

  it('hands over the wanted fields, and the others unless all of those are blank', () => {
    const reader = readDelimited(CSV);
    expect(reader.push('a,b,c\n').flatMap((row) => (row.kind === 'row' ? row.fields : []))).toEqual([
      'a',
      'b',
      'c',
    ]);
    reader.want([1, 4]);
    const rows = reader.push('1,"2""3",4\n5, ,6\n7\n8,9,10,11,12\n"x"y,z\n');
    expect(rows.map((row) => (row.kind === 'row' ? row.fields : row.reason))).toEqual([
      ['', '2"3', ''],
      ['5', ' ', '6'],
      ['7'],
      ['', '9', '', '', '12'],
      'text after the quotation mark that closes a field',
    ]);
  });

  it.each([
    ['a,b"c,d\nok', ['1:1 a quotation mark inside a field that is not in quotes', ['ok']]],
    ['a,"b"c,d\nok', ['1:1 text after the quotation mark that closes a field', ['ok']]],
    ['a\rb\nok', ['1:0 a carriage return without a line feed', ['ok']]],
    [
      'ok\na,"b,c\nd\ne',
      [
        ['ok'],
        '2:1 a quotation mark is opened and never closed and the 2 lines after it cannot be told apart',
      ],
    ],
    ['a,b\0,c\nok', ['1:1 a NUL character, which no text holds', ['ok']]],
    [`a,${'x'.repeat(51)},c\nok`, ['1:1 a field of more than 50 characters', ['ok']]],
    [`a,"${'x\n'.repeat(51)}",c\nok`, ['1:1 a field of more than 50 characters', ['ok']]],
  ])('hands on %j as broken and reads on', (text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  it('takes quotes for letters where the dialect has none', () => {
    expect(fieldsOf('a\t"b\tc"\n', { delimiter: '\t', quote: null, longestField: 50 })).toEqual([
      ['a', '"b', 'c"'],
    ]);
  });

  it('keeps little of a huge broken row', () => {
    const [row] = readAll(`a,${'x'.repeat(1_000_000)}`, CSV, 4096);
    expect(row?.kind).toBe('broken');
    expect(row?.raw.length).toBeLessThan(21_000);
    expect(row?.raw).toContain('1000002 characters in all');
  });

  it('reads back what was written, in pieces of any length', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '😀', '='),
      maxLength: 6,
    });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, piece, lineEnd) => {
          const text = rows
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
            .join(lineEnd);
          expect(readAll(text, CSV, piece).map((row) => row.kind === 'row' && row.fields)).toEqual(rows);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('gives the same rows whatever the pieces, also of damaged text', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\0', '\r\n'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 7 }), (text, piece) => {
        expect(readAll(text, CSV, piece)).toEqual(readAll(text));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('loses no character: rows and the line ends between them make up the text', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\0'), maxLength: 60 });
    fc.assert(
      fc.property(noise, (text) => {
        const kept = readAll(text)
          .map(({ raw }) => raw)
          .join('\n');
        expect(kept.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
