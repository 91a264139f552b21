import mammoth from 'mammoth';
import { bomb, damaged, notDocx } from './articleMessages.ts';
import type { Extraction } from './extraction.ts';
import { measureArchive } from './measureArchive.ts';

/** The text of a Word document, one block for each paragraph. It is unpacked within limits before anything reads it. */
export async function extractDocx(file: string, bytes: Uint8Array): Promise<Extraction> {
  const measured = measureArchive(bytes);
  if (measured.kind === 'bomb') return { ok: false, message: bomb(file) };
  if (measured.kind === 'damaged')
    return { ok: false, message: damaged(file, 'a Word document', measured.why) };
  if (!measured.names.includes('word/document.xml')) return { ok: false, message: notDocx(file) };
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return { ok: true, value: { text: value, publisher: null, published: null, locked: false } };
  } catch (error) {
    return { ok: false, message: damaged(file, 'a Word document', (error as Error).message.slice(0, 120)) };
  }
}
