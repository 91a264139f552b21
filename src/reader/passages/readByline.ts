import type { Day } from '../../calendar/index.ts';
import { readDate } from '../time/readDate.ts';

export interface Byline {
  readonly publisher: string | null;
  readonly published: Day | null;
}

const LONGEST_BYLINE = 160;

/**
 * Reads "By Name", "Name, Publisher, May 14, 2024" or a line with little besides a date. Null for anything else: a
 * sentence that happens to hold a date is no byline.
 */
export function readByline(line: string): Byline | null {
  if (line.length > LONGEST_BYLINE || line.includes('\n')) return null;
  const bare = line.replace(/^(published|posted|updated|last updated|publish date)( on| at)?:?\s+/i, '');
  const marked = bare !== line;
  const date = readDate(bare);
  const rest = (date ? bare.slice(0, date.start) + bare.slice(date.end) : bare)
    .replace(/\b\d{1,2}:\d{2}(:\d{2})?( ?[ap]\.?m\.?)?( ?[A-Z]{2,4})?\b/g, '')
    .replace(/[\s|\-,;:.\u00b7\u2022/()]+$/, '')
    .replace(/^[\s|\-,;:.\u00b7\u2022/()]+/, '');
  if (/^by\s+\p{Lu}/iu.test(rest)) {
    if (!date && /[.!?]$/.test(line)) return null;
    const parts = listParts(rest.replace(/^by\s+/i, ''));
    if (!parts.every(isNameLike)) return null;
    return { publisher: parts.length > 1 ? (parts.at(-1) ?? null) : null, published: date?.day ?? null };
  }
  if (!date) return null;
  const parts = listParts(rest);
  if (!parts.every(isNameLike) || parts.length > 4) return null;
  if (!marked && parts.length > 0 && /[.!?]$/.test(line)) return null;
  return { publisher: parts.length > 1 ? (parts.at(-1) ?? null) : null, published: date.day };
}

function listParts(rest: string): string[] {
  return rest
    .split(/\s*(?:[,|\u00b7\u2022;]|\s-\s|\bfor\b(?= (?:the )?\p{Lu}))\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Names and small linking words only; a verb or an adverb in small letters is the start of a sentence. */
function isNameLike(part: string): boolean {
  const words = part.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every(
      (word) =>
        /^["(]?[\p{Lu}\p{N}]/u.test(word) ||
        /^(and|the|of|in|al-\p{Lu}.*|bin|de|van|von|la|el|for)$/u.test(word),
    )
  );
}
