import { PDFDocument, StandardFonts } from 'pdf-lib';
import { ZipFile } from 'yazl';

/** Neutral prose in English, long enough to be an article. */
export const PROSE = [
  'The two governments agreed in March to reopen the crossing, and traders on both sides said that the first lorries passed within a week of the announcement.',
  'Officials in the border town described the arrangement as temporary, because the armed group that controls the hills to the north had not been part of the talks.',
  'On 3 May a patrol was fired upon near the river. The army answered with artillery, according to residents, and the road was closed again for eleven days.',
  'Analysts suggest that each closure has been followed by an attack on the depot within two weeks, although the number of such cases is small.',
];

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PDF with the given lines on each page, a running head and a page number. */
export async function makePdf(
  pages: readonly (readonly string[])[],
  head: string | null = null,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, lines] of pages.entries()) {
    const page = pdf.addPage([400, 600]);
    if (head !== null) page.drawText(head, { x: 40, y: 570, size: 8, font });
    for (const [row, line] of lines.entries()) {
      if (line !== '') page.drawText(line, { x: 40, y: 540 - row * 14, size: 10, font });
    }
    if (head !== null) page.drawText(String(index + 1), { x: 200, y: 20, size: 8, font });
  }
  return pdf.save();
}

/** A zip archive of some members. */
export function makeZip(members: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
    zip.outputStream.on('error', reject);
    zip.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
  });
}

/** The least a Word document consists of. */
export function makeDocx(
  paragraphs: readonly string[],
  more: Readonly<Record<string, string | Buffer>> = {},
): Promise<Uint8Array> {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join('');
  return makeZip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}
