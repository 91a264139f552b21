import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from '../../src/store/decodeText.ts';

/** The text of bytes fed in pieces, or null where they are refused. */
function decode(bytes: Buffer, piece: number): string | null {
  const decoding = decodeText('utf-8');
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    const part = decoding.push(bytes.subarray(at, at + piece));
    if (part === null) return null;
    // An empty piece changes nothing.
    text += part + (decoding.push(Buffer.alloc(0)) ?? '?');
  }
  const end = decoding.end();
  return end === null ? null : text + end;
}

it('decodes pieces of any length as the whole, and refuses what is no UTF-8', () => {
  const unit = fc.constantFrom('a', '\n', 'é', '€', '😀', '\ufeff');
  const damage = fc.constantFrom<number[]>([], [], [0x80], [0xc3], [0xe2, 0x82], [0xff], [0xed, 0xa0, 0x80]);
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 20 }),
      damage,
      fc.string({ unit, maxLength: 5 }),
      (a, bad, b) => {
        const bytes = Buffer.concat([Buffer.from(a), Buffer.from(bad), Buffer.from(b)]);
        const expected = bad.length > 0 ? null : (a + b).replace(/^\ufeff/, '');
        for (const piece of [1, 2, 3, 100]) expect(decode(bytes, piece)).toBe(expected);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
