/**
 * The place of the first byte that is not UTF-8, or null. `expectMore` allows the bytes to end inside a character,
 * as pieces of a file do. Surrogates and overlong forms are refused, as the standard says.
 */
export function findInvalidUtf8(bytes: Uint8Array, expectMore: boolean): number | null {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(lead);
    if (length === 0) return at;
    for (let offset = 1; offset < length; offset++) {
      const next = bytes[at + offset];
      if (next === undefined) return expectMore ? null : at;
      const [least, most] = offset === 1 ? secondByteRange(lead) : [0x80, 0xbf];
      if (next < least || next > most) return at;
    }
    at += length;
  }
  return null;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function secondByteRange(lead: number): readonly [number, number] {
  switch (lead) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
}
