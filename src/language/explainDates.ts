import { datesMeant, isMonthName } from './datesMeant.ts';
import type { PlacedMessage } from './explainStrays.ts';
import type { Trouble } from './trouble.ts';
import * as messages from './syntaxMessages.ts';

const FARTHEST = 2;

/** `29 December 2019`, `December 2019`: a month's name beside a number near the trouble. */
export function explainDates({ text, tokens, index }: Trouble): PlacedMessage | null {
  const near = tokens.slice(Math.max(0, index - FARTHEST), index + 1);
  const month = near.filter((token) => isMonthName(token.image)).at(-1);
  if (!month) return null;
  const at = tokens.indexOf(month);
  let [first, last] = [at, at];
  while (first > 0 && at - first < FARTHEST && isDatePart(tokens[first - 1]?.tokenType.name)) first -= 1;
  while (last - at < FARTHEST && isDatePart(tokens[last + 1]?.tokenType.name)) last += 1;
  if (tokens[last + 1]?.image === ',' && /^[0-9]{4}$/.test(tokens[last + 2]?.image ?? '')) last += 2;
  const [from, to] = [tokens[first], tokens[last]];
  if (first === last || !from || !to) return null;
  const end = to.startOffset + to.image.length;
  const written = text.slice(from.startOffset, end);
  return { start: from.startOffset, end, message: messages.wrongDate(written, datesMeant(written)) };
}

function isDatePart(tokenType: string | undefined): boolean {
  return tokenType === 'NUMBER' || tokenType === 'DATE';
}
