import { getDocumentProxy } from 'unpdf';
import { damaged, encryptedPdf, LIMITS, scannedPdf, tooManyPages } from './articleMessages.ts';
import type { Extraction } from './extraction.ts';
import { joinPages } from './joinPages.ts';
import { readPageLines, type PageLine, type TextPiece } from './readPageLines.ts';

/** A page with fewer letters than this on average is a picture with a stamp at most. */
const FEWEST_LETTERS_PER_PAGE = 25;

/** The text of a PDF: lines into paragraphs, running heads and page numbers left out, words mended at line ends. */
export async function extractPdf(file: string, bytes: Uint8Array): Promise<Extraction> {
  try {
    // Bytes read from a disk or sent by a process are a Buffer, which the library refuses.
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    if (pdf.numPages > LIMITS.pages) return { ok: false, message: tooManyPages(file, pdf.numPages) };
    const pages: PageLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(readPageLines(items.filter((item) => 'str' in item) as readonly TextPiece[]));
      page.cleanup();
    }
    const text = joinPages(pages);
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < FEWEST_LETTERS_PER_PAGE * Math.max(1, Math.min(pdf.numPages, 4)))
      return { ok: false, message: scannedPdf(file, pdf.numPages) };
    return { ok: true, value: { text, publisher: null, published: null, locked: false } };
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException' || /password/i.test(message))
      return { ok: false, message: encryptedPdf(file) };
    return { ok: false, message: damaged(file, 'a PDF', message.slice(0, 120)) };
  }
}
