import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { notText } from './articleMessages.ts';
import { decodeArticle } from './decodeArticle.ts';
import type { Extraction } from './extraction.ts';
import { htmlBlocks } from './htmlBlocks.ts';
import { htmlFacts } from './htmlFacts.ts';

/** Fewer words than these in what readability finds, and the whole body has more: the body is taken. */
const FEWEST_WORDS = 80;

/**
 * The article of a web page as text, one block for each paragraph, its title first. Nothing of the page is run and
 * nothing it names is loaded: jsdom without scripts and resources.
 */
export function extractHtml(file: string, bytes: Uint8Array): Extraction {
  const html = decodeArticle(bytes, true);
  if (html === null) return { ok: false, message: notText(file) };
  const open = () => new JSDOM(html, { virtualConsole: new VirtualConsole() }).window.document;
  const document = open();
  const facts = htmlFacts(document);
  const whole = htmlBlocks(document.body, true);
  // Readability changes the page it reads.
  const found = new Readability(open(), { charThreshold: 200 }).parse();
  const content = found?.content ? htmlBlocks(new JSDOM(found.content).window.document.body, false) : [];
  const enough = wordsOf(content) >= FEWEST_WORDS || wordsOf(content) * 2 >= wordsOf(whole);
  const blocks = enough ? content : whole;
  const title = facts.title ?? found?.title ?? null;
  const titled =
    title !== null && blocks[0] !== title && title.length < 300
      ? [title, ...blocks.filter((block) => block !== title)]
      : blocks;
  return {
    ok: true,
    value: {
      text: titled.join('\n\n'),
      publisher: facts.publisher,
      published: facts.published,
      locked: facts.locked || (wordsOf(whole) < 250 && CALL.test(whole.join('\n'))),
    },
  };
}

const CALL =
  /\b(subscribe|subscription|sign in|log in|register)\b.{0,40}\b(to )?(continue|read|access|unlock|keep)\b/i;

function wordsOf(blocks: readonly string[]): number {
  return blocks.join(' ').match(/\p{L}+/gu)?.length ?? 0;
}
