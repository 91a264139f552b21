import type { ClaimMention } from '../article.ts';
import type { Reading } from './findReading.ts';

const TAIL =
  /,\s+[^,]{3,60}\b(?:said|says|say|reported|reports|argued?s?|added?|adds|writes?|wrote|told|warned|claims?|claimed|believes?)\b[^,]*$/;
const ACCORDING = /\baccording to\b[^,]*/gi;

/** Whether a name stands where the passage tells who says it: "…, an analyst in Bamako said". It takes no part in it. */
export function isSpeaker(
  { article }: Reading,
  { start: from, end: to }: ClaimMention,
  start: number,
  end: number,
): boolean {
  const text = article.text.slice(from, to);
  const tail = TAIL.exec(text);
  if (tail && start >= from + tail.index) return true;
  return [...text.matchAll(ACCORDING)].some(
    (found) => start >= from + found.index && end <= from + found.index + found[0].length,
  );
}
