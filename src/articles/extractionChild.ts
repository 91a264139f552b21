/** The process that takes foreign files apart: what a file does to it harms nothing else. */
import { damaged } from './articleMessages.ts';
import type { Extraction, ExtractionAnswer, ExtractionOrder } from './extraction.ts';

process.on('disconnect', () => process.exit(0));
// Killed before this process could hear of it: the news comes only once.
if (!process.connected) process.exit(0);
// A terminal sends the signal to both processes; the other one decides.
process.on('SIGINT', () => undefined);
process.on('message', (order: ExtractionOrder) => void answer(order));

async function answer(order: ExtractionOrder): Promise<void> {
  const extraction = await extract(order).catch((error: unknown): Extraction => ({
    ok: false,
    message: damaged(
      order.file,
      KINDS[order.kind],
      error instanceof Error ? error.message.slice(0, 120) : String(error),
    ),
  }));
  process.send?.({ number: order.number, extraction } satisfies ExtractionAnswer);
}

const KINDS = { html: 'a web page', pdf: 'a PDF', docx: 'a Word document' } as const;

/** Each format is loaded when a file asks for it. */
async function extract({ kind, file, bytes }: ExtractionOrder): Promise<Extraction> {
  switch (kind) {
    case 'html':
      return (await import('./extractHtml.ts')).extractHtml(file, bytes);
    case 'pdf':
      return (await import('./extractPdf.ts')).extractPdf(file, bytes);
    case 'docx':
      return (await import('./extractDocx.ts')).extractDocx(file, bytes);
  }
}
