import type { Day } from '../../calendar/index.ts';
import type { Span } from '../article.ts';
import { isBoilerplate, startsEndMatter } from './isBoilerplate.ts';
import { readByline } from './readByline.ts';

export interface SortedBlocks {
  readonly title: Span | null;
  readonly byline: Span | null;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly paragraphs: readonly Span[];
  readonly headings: readonly Span[];
  readonly boilerplate: readonly Span[];
}

const LONGEST_HEADING = 100;
const LONGEST_TITLE = 200;
/** Comment forms and link lists stand in the last part of a page, so such words before it are the article's own. */
const END_MATTER_FROM = 0.4;

/** Tells what each block of an article is: title, byline, paragraph, heading or boilerplate. */
export function sortBlocks(text: string, blocks: readonly Span[]): SortedBlocks {
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const last = blocks.at(-1)?.end ?? 0;
  const boilerplate: Span[] = [];
  const kept: Span[] = [];
  let ended = false;
  for (const block of blocks) {
    ended ||= startsEndMatter(textOf(block)) && block.start >= last * END_MATTER_FROM && kept.length > 0;
    (ended || isBoilerplate(textOf(block)) ? boilerplate : kept).push(block);
  }
  let title: Span | null = null;
  let byline: Span | null = null;
  let publisher: string | null = null;
  let published: Day | null = null;
  const takeByline = (block: Span | undefined): boolean => {
    if (!block || byline) return false;
    const read = readByline(textOf(block));
    if (!read) return false;
    [byline, publisher, published] = [block, read.publisher ?? publisher, read.published ?? published];
    kept.shift();
    return true;
  };
  takeByline(kept[0]);
  const first = kept[0];
  if (first && kept.length > 1 && isTitle(textOf(first))) {
    title = first;
    kept.shift();
    // A date may stand in a line of its own under the name.
    for (let lines = 0; lines < 3 && kept.length > 1; lines += 1) {
      const earlier: Span | null = byline;
      byline = null;
      if (takeByline(kept[0])) continue;
      byline = earlier;
      break;
    }
  }
  const headings = kept.filter((block, index) => index < kept.length - 1 && isHeading(textOf(block)));
  const paragraphs = kept.filter((block) => !headings.includes(block));
  publisher ??= readDateline(textOf(paragraphs[0] ?? { start: 0, end: 0 }));
  return { title, byline, publisher, published, paragraphs, headings, boilerplate };
}

function isTitle(block: string): boolean {
  return block.length <= LONGEST_TITLE && !block.includes('\n') && !/[.:;,]["']?$/.test(block);
}

function isHeading(block: string): boolean {
  if (block.length > LONGEST_HEADING || block.includes('\n') || !/\p{L}/u.test(block)) return false;
  if (/^["']/.test(block) || /[.:;,!]["']?$/.test(block)) return false;
  return block.split(/\s+/).length <= 12;
}

/** "Alwaght- The American forces": who publishes, told at the head of the text. "BEIRUT (Reuters) -" tells it in brackets. */
function readDateline(paragraph: string): string | null {
  const head = paragraph.slice(0, 80);
  const agency = /^\p{Lu}[\p{L} ,.]{1,40}\(([\p{L}][\p{L} .]{1,30})\)\s*-/u.exec(head)?.[1];
  if (agency) return agency.trim();
  return /^(\p{Lu}[\p{L}]{2,20}(?: \p{Lu}[\p{L}]{1,20})?)-{1,2}\s+\p{Lu}/u.exec(head)?.[1] ?? null;
}
