/**
 * Says what a file is that is surely not text in UTF-8, by its first bytes; null where nothing speaks against it.
 * An encoding is named, never assumed: the same bytes are other letters in another encoding.
 */
export function recogniseBytes(
  start: Uint8Array,
): { readonly message: string; readonly hint: string } | null {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => start[at] === byte);
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff)) {
    return { message: 'The file is in UTF-32.', hint: SAVE_AS_UTF8 };
  }
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff) || everySecondIsNul(start)) {
    return { message: 'The file is in UTF-16.', hint: SAVE_AS_UTF8 };
  }
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    return {
      message: 'This is a zip archive or a spreadsheet, not a table of text.',
      hint: 'Unpack it, or save the sheet as CSV UTF-8.',
    };
  }
  if (begins(0x1f, 0x8b))
    return {
      message: 'This is a compressed file (gzip) inside another.',
      hint: 'Unpack it and import the file inside.',
    };
  if (begins(0x42, 0x5a, 0x68) || begins(0xfd, 0x37, 0x7a, 0x58, 0x5a) || begins(0x28, 0xb5, 0x2f, 0xfd)) {
    return {
      message: 'The file is compressed (bzip2, xz or zstd); only gzip and zip are read.',
      hint: 'Unpack it and import the file inside.',
    };
  }
  if (TAR.every((byte, at) => start[257 + at] === byte)) {
    return {
      message: 'This is a tar archive, not a table of text.',
      hint: 'Unpack it and import the folder.',
    };
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    return {
      message: 'This is an old spreadsheet (xls), not a table of text.',
      hint: 'Save the sheet as CSV UTF-8.',
    };
  }
  if (begins(0x50, 0x41, 0x52, 0x31))
    return { message: 'This is a Parquet file, not a table of text.', hint: 'Export it as CSV.' };
  if (begins(0x25, 0x50, 0x44, 0x46))
    return { message: 'This is a PDF, not a table.', hint: 'Ask the publisher for the table behind it.' };
  const holds = (at: number, text: string) =>
    [...text].every((letter, index) => start[at + index] === letter.charCodeAt(0));
  const other = OTHERS.find(({ bytes }) => bytes.every(([at, text]) => holds(at, text)));
  if (other) return { message: `This is ${other.name}, not a table of text.`, hint: EXPORT_AS_CSV };
  if (isNoText(start))
    return {
      message: 'This is no text: its first bytes are none of any letters.',
      hint: 'It may be a picture, a program or a file of another application. ' + EXPORT_AS_CSV,
    };
  return null;
}

const EXPORT_AS_CSV = 'An event record is a table saved as text: export it as CSV UTF-8.';

/** What else is taken for a table, and what its bytes are at which places. */
const OTHERS: readonly { readonly name: string; readonly bytes: readonly (readonly [number, string])[] }[] = [
  { name: 'a picture (PNG)', bytes: [[0, '\x89PNG']] },
  { name: 'a picture (JPEG)', bytes: [[0, '\xff\xd8\xff']] },
  { name: 'a picture (GIF)', bytes: [[0, 'GIF89a']] },
  { name: 'a picture (GIF)', bytes: [[0, 'GIF87a']] },
  { name: 'a picture (TIFF)', bytes: [[0, 'II*\0']] },
  { name: 'a picture (TIFF)', bytes: [[0, 'MM\0*']] },
  {
    name: 'a picture (WebP)',
    bytes: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  },
  {
    name: 'a picture (HEIC) or a film',
    bytes: [
      [0, '\0\0\0'],
      [4, 'ftyp'],
    ],
  },
  { name: 'a database (SQLite)', bytes: [[0, 'SQLite format 3\0']] },
  { name: 'an archive (7z)', bytes: [[0, '7z\xbc\xaf']] },
  { name: 'an archive (rar)', bytes: [[0, 'Rar!\x1a']] },
  { name: 'a document (RTF)', bytes: [[0, '{\\rtf']] },
];

const LOOKED_AT = 512;
/** A damaged row may hold a few; of a text they are never a tenth. */
const MOST_CONTROLS = 0.1;

/** Bytes that no letter, tab or line end begins with are common among the first. */
function isNoText(start: Uint8Array): boolean {
  const looked = start.subarray(0, LOOKED_AT);
  const controls = looked.filter(
    (byte) => (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f,
  );
  return controls.length > MOST_CONTROLS * looked.length;
}

const SAVE_AS_UTF8 = 'Save it as CSV UTF-8 (in a spreadsheet: "CSV UTF-8").';
/** `ustar`, where a tar archive has it. */
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];

/** Latin text in UTF-16 without a mark has a NUL in every second byte. */
function everySecondIsNul(start: Uint8Array): boolean {
  const pairs = Math.min(16, Math.floor(start.length / 2));
  if (pairs < 4) return false;
  const isNul = (at: number) => start[at] === 0;
  const indices = Array.from({ length: pairs }, (_, pair) => 2 * pair);
  return (
    indices.every((at) => isNul(at + 1) && !isNul(at)) || indices.every((at) => isNul(at) && !isNul(at + 1))
  );
}
