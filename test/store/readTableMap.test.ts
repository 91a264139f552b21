import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTableMap } from '../../src/store/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array) {
  const path = join(folder, 'map.toml');
  writeFileSync(path, content);
  const reading = readTableMap(path);
  return reading.kind === 'fault'
    ? { line: reading.fault.line, message: reading.fault.message }
    : reading.map;
}

const MAP = `confirmed = true
delimiter = "\\t"
quoted = false
directed = false
[columns]
date = "Date"
initiator = "Side A"
act = "Act"
`;

describe('the mapping file of a table', () => {
  it('is read as it stands', () => {
    expect(read(MAP)).toEqual({
      ...{ delimiter: '\t', quoted: false, encoding: 'utf-8', dates: null, directed: false },
      columns: { date: 'Date', initiator: 'Side A', act: 'Act' },
      ...{ fixed: {}, acts: {}, unknown: [], nameSeparator: null },
    });
  });

  it('keeps codes that mean something to the engine of the program', () => {
    const map = read(`${MAP}[acts]\n"__proto__" = "rocket"\n"constructor" = "bomb"\n`);
    expect('acts' in map && Object.entries(map.acts)).toEqual([
      ['__proto__', 'rocket'],
      ['constructor', 'bomb'],
    ]);
  });

  it('says on which line it is no TOML', () => {
    expect(read(`${MAP}act = Act\n`)).toMatchObject({
      line: 9,
      message: expect.stringMatching(/^The map is not TOML/),
    });
    expect(read(`${MAP}act = "Twice"\n`)).toMatchObject({ line: 9 });
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /Nobody has confirmed/],
    ['not UTF-8', new Uint8Array([0x64, 0xe9, 0xff]), /not UTF-8/],
    ['too large', '#'.repeat(1_100_000), /too large/],
  ])('is refused when %s', (_, content, message) => {
    expect(read(content)).toMatchObject({ message: expect.stringMatching(message) });
  });

  it('is refused when it is not there', () => {
    const reading = readTableMap(join(folder, 'none.toml'));
    expect(reading.kind === 'fault' && reading.fault.message).toBe('There is no such map.');
  });
});
