import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/record/index.ts';
import { chooseEncoding } from '../../src/store/chooseEncoding.ts';
import { decodeText } from '../../src/store/decodeText.ts';
import { DEFAULT_LIMITS } from '../../src/store/recordInput.ts';
import { temporaryFolder, writeInto } from './temporaryFolder.ts';

const choose = (content: Uint8Array, allowed: readonly Encoding[] = ['utf-8', 'windows-1252']) =>
  chooseEncoding(
    {
      path: writeInto(temporaryFolder(), 'a', content),
      member: null,
      name: 'a',
      bytes: content.length,
      found: false,
    },
    allowed,
    DEFAULT_LIMITS,
  );

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['letters of ASCII', Buffer.from('id,place\n1,Erbil\n'), 'utf-8'],
    ['UTF-8', Buffer.from('id,place\n1,Šibenik\n2,دير الزور\n'), 'utf-8'],
    ['UTF-8 with its mark, even where it is not sound', Buffer.from([0xef, 0xbb, 0xbf, 0xe9, 10]), 'utf-8'],
    ['Latin letters', Buffer.from('id,place\n1,Bogotá\n', 'latin1'), 'windows-1252'],
    ['a Latin letter at the very end', Buffer.from('id,place\n1,Bogotá', 'latin1'), 'windows-1252'],
    ['UTF-16', Buffer.from('\ufeffid\n', 'utf16le'), 'utf-16le'],
    ['UTF-16, the larger byte first', Buffer.from('\ufeffid\n', 'utf16le').swap16(), 'utf-16be'],
  ])('of %s', async (_, content, encoding) => {
    expect(await choose(content)).toEqual({ kind: 'encoding', encoding });
  });

  it('is found also where the one letter that tells stands behind a million others', async () => {
    const content = Buffer.concat([Buffer.alloc(1_500_000, 'abcdefg\n'), Buffer.from('á', 'latin1')]);
    expect(await choose(content)).toEqual({ kind: 'encoding', encoding: 'windows-1252' });
    expect(await choose(content, ['utf-8'])).toEqual({ kind: 'encoding', encoding: 'utf-8' });
  });

  it('is not what a map says where the bytes say otherwise', async () => {
    const only: readonly Encoding[] = ['windows-1252'];
    const chosen = { kind: 'encoding', encoding: 'windows-1252' };
    expect(await choose(Buffer.from('Bogotá', 'latin1'), only)).toEqual(chosen);
    expect(await choose(Buffer.from('Erbil'), only)).toEqual(chosen);
    expect(await choose(Buffer.from('id\n1,Bogotá\n'), only)).toMatchObject({
      kind: 'fault',
      fault: { line: 2, message: expect.stringMatching(/all of it is sound UTF-8/) },
    });
  });

  it('is none where lines of two are mixed: either would misread the other', async () => {
    const mixed = Buffer.concat([Buffer.from('id\n1,Šibenik\n'), Buffer.from('2,Bogotá\n', 'latin1')]);
    expect(await choose(mixed)).toMatchObject({
      kind: 'fault',
      fault: { line: 3, message: 'The file mixes two encodings: line 2 is UTF-8, line 3 is not.' },
    });
  });
});

describe('decoding', () => {
  it('Windows-1252 letter by letter, and refuses its five bytes without meaning', () => {
    const { push } = decodeText('windows-1252');
    expect(push(Buffer.from([0x80, 0x92, 0x9f, 0xe9, 0x41]))).toBe('€’ŸéA');
    const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const refused = [...every].filter((byte) => push(Buffer.from([byte])) === null);
    expect(refused).toEqual([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
    const letters = [...every]
      .filter((byte) => !refused.includes(byte))
      .map((byte) => push(Buffer.from([byte])));
    expect(new Set(letters).size).toBe(251);
    expect(letters).not.toContain('\ufffd');
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s never replaces a byte', (encoding) => {
    const halves: Readonly<Record<string, number[]>> = {
      'utf-8': [0xc3],
      'utf-16le': [0x41],
      'utf-16be': [0x00],
    };
    const decoding = decodeText(encoding);
    expect(decoding.push(Buffer.from(halves[encoding] ?? []))).toBe('');
    expect(decoding.end()).toBeNull();
    const lonely = encoding === 'utf-8' ? [0xff] : [0xd8, 0xd8, 0x41, 0x41];
    expect(decodeText(encoding).push(Buffer.from(lonely))).toBeNull();
  });
});
