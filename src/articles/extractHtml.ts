import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { notText, tooDeep } from './articleMessages.ts';
import { decodeArticle } from './decodeArticle.ts';
import type { Extraction } from './extraction.ts';
import { htmlBlocks } from './htmlBlocks.ts';
import { htmlFacts } from './htmlFacts.ts';

/** Pages of papers nest some dozens of elements; parsing takes time that grows with the square of it. */
const DEEPEST = 1000;

/** Fewer words than these in what readability finds, and the whole body has more: the body is taken. */
const FEWEST_WORDS = 80;

/**
 * The article of a web page as text, one block for each paragraph, its title first. Nothing of the page is run and
 * nothing it names is loaded: jsdom without scripts and resources.
 */
export function extractHtml(file: string, bytes: Uint8Array): Extraction {
  const html = decodeArticle(bytes, true);
  if (html === null) return { ok: false, message: notText(file) };
  if (deepestNesting(html) > DEEPEST) return { ok: false, message: tooDeep(file) };
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const { document } = window;
  const facts = htmlFacts(document);
  const whole = htmlBlocks(document.body, true);
  // Readability takes the page apart that it reads, so it comes last.
  const found = new Readability(document, {
    charThreshold: 200,
    serializer: (node) => node as Element,
  }).parse();
  const content = found?.content ? htmlBlocks(found.content, false) : [];
  window.close();
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

/** How many elements stand inside each other at most, for elements that only an end tag closes. */
function deepestNesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, closing] of html.matchAll(
    /<(\/?)(?:div|span|section|article|table|ul|ol|blockquote|font|b|i|em|a|svg|g|math|form|nav)\b/gi,
  )) {
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function wordsOf(blocks: readonly string[]): number {
  return blocks.join(' ').match(/\p{L}+/gu)?.length ?? 0;
}
