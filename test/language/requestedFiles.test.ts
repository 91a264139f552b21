import { describe, expect, it } from 'vitest';
import { parse, readPeriodTable, requestedFiles } from '../../src/language/index.ts';

const MAIN = `tacit 1
theatre "Main"
use "./lib//actors.tacit"
use pack levant
use "../secret.tacit"
use "lib/actors.tacit"
period P table "t.csv" said by S, table "../t.csv"
`;

describe('requestedFiles', () => {
  const { document } = parse(MAIN);

  it('asks for used files, packs and tables, each once, and for nothing outside the folder', () => {
    expect(requestedFiles(document)).toEqual([
      { kind: 'use', path: 'lib/actors.tacit' },
      { kind: 'pack', path: 'levant' },
      { kind: 'table', path: 't.csv' },
    ]);
  });

  it('asks for what the used files name, until nothing is missing', () => {
    const files = new Map([
      [
        'lib/actors.tacit',
        'tacit 1\ntheatre "A"\nuse "lib/more.tacit"\nuse "lib/actors.tacit"\nperiod R table "r.csv"\n',
      ],
      ['t.csv', ''],
    ]);
    const packs = new Map([['levant', 'tacit 1\ntheatre "L"\nuse pack levant\n']]);
    expect(requestedFiles(document, files, packs)).toEqual([
      { kind: 'use', path: 'lib/more.tacit' },
      { kind: 'table', path: 'r.csv' },
    ]);
    files.set('lib/more.tacit', 'damaged').set('r.csv', '');
    expect(requestedFiles(document, files, packs)).toEqual([]);
  });
});

describe('readPeriodTable', () => {
  const spans = (text: string): unknown =>
    readPeriodTable('t.csv', text).spans.map(({ first, last }) => [first, last]);

  it.each([
    'first,last',
    'start,end',
    'from,to',
    'begin,until',
    'First Day,last,START'.replace('First Day', 'x'),
  ])('reads columns %s', (header) => {
    const row = header.startsWith('x') ? 'a,1970-01-03,1970-01-02' : '1970-01-02,1970-01-03';
    expect(spans(`${header}\n${row}\n`)).toEqual([[1, 2]]);
  });

  it('reads single days, quoted cells and short dates', () => {
    expect(spans('name,day\n"a ""b"", c",1970-01-02\r\n')).toEqual([[1, 1]]);
    expect(spans('first,last\n1970,1970-02\n')).toEqual([[0, 58]]);
  });

  it('skips no row in silence', () => {
    const { spans: read, problems } = readPeriodTable('t.csv', 'first,last\n1970-01-02,1970-01-03\n\nx\n');
    expect(read).toHaveLength(1);
    expect(problems.map(({ message, at }) => [message.code, at.line])).toEqual([['table-row-unreadable', 4]]);
    expect(readPeriodTable('t.csv', '').problems.map(({ message }) => message.code)).toEqual([
      'table-without-header',
    ]);
    expect(readPeriodTable('t.csv', 'first\n').problems.map(({ message }) => message.code)).toEqual([
      'table-empty',
    ]);
  });
});
