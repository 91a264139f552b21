import type { Analysis } from './analyse.ts';
import { format } from './format.ts';
import { isUnread } from './isUnread.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The smallest single change that brings a text into standard form; null where it has sentences that could not be
 * read or are still open, which `format` would lose, and where nothing is to be changed.
 */
export function formatEdit({ text, parsed }: Analysis): TextEdit | null {
  if (parsed.diagnostics.some(isUnread)) return null;
  const formatted = format(parsed.document);
  if (formatted === text) return null;
  const shorter = Math.min(text.length, formatted.length);
  let start = 0;
  while (start < shorter && text[start] === formatted[start]) start += 1;
  let behind = 0;
  while (behind < shorter - start && text.at(-1 - behind) === formatted.at(-1 - behind)) behind += 1;
  return { start, end: text.length - behind, text: formatted.slice(start, formatted.length - behind) };
}
