import type { Span } from '../article.ts';

/** "12.", "(3)", "09.40", "14:20 GMT", "•": what counts a paragraph or tells the hour it was added. */
const COUNTER =
  /^(?:\(?\d{1,3}[.)](?!\d)|\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|[A-Z]{2,4}T))?|[•▪‣*])(?:\s*[-–—:|])?\s+(?=\S)/u;
/** "GOMA, June 12 (Agency) - ": where and when it was written, not where it happened. */
const DATELINE =
  /^(?=[^a-z\n]{3})\p{Lu}[\p{Lu}'’. -]{2,30}(?:,\s[\p{L}\p{N} .,]{2,40})?(?:\s*\([^)\n]{2,40}\))?\s*(?:--|[-–—])\s+(?=\S)/u;

export interface Lead {
  /** Where the running text begins. */
  readonly from: number;
  /** The dateline before it; null where there is none. */
  readonly dateline: Span | null;
}

/** What stands before the running text of a paragraph and is no part of its first sentence. */
export function splitLead(text: string, { start, end }: Span): Lead {
  const counter = COUNTER.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0;
  const from = start + counter;
  const dateline = DATELINE.exec(text.slice(from, Math.min(end, from + 160)))?.[0];
  if (dateline === undefined) return { from, dateline: null };
  const behind = from + dateline.length;
  const bare = dateline.replace(/\s*(?:--|[-–—])\s+$/u, '');
  return { from: behind, dateline: { start: from, end: from + bare.length } };
}
