import type { Message } from './semanticMessages.ts';
import * as messages from './holeMessages.ts';
import type { Token } from './token.ts';

/** What may follow a side of a pattern and never a day: `attacks on ? rise` asks whom, `attacks US on ?` asks when. */
const BEHIND_SIDE =
  /^(?:in|near|elsewhere|rises?|falls?|unchanged|only|then|within|after|that|from|for|as|before|or|is|answer|during|per)$/;
const DAYS: Readonly<Record<string, string>> = {
  from: 'from which day on',
  to: 'until which day',
  since: 'since which day',
  until: 'until which day',
  before: 'before which day',
  on: 'on which day',
};
const BOUND = /^(?:least|most|about|than|exactly)$/;

/**
 * What a `?` leaves open and what belongs there, told from the words around it: who acts, on whom, where, when, how
 * soon, how many. Null where they do not tell; then the grammar is asked what could stand there.
 */
export function describeHole(before: readonly Token[], after: readonly Token[]): Message | null {
  const [head = '', last = '', next = ''] = [before[0]?.image, before.at(-1)?.image, after[0]?.image];
  if (head === 'record') return inRecord(before, last);
  if (last === 'published' || (last === 'about' && before.at(-2)?.image === 'published'))
    return messages.publishedOpen();
  if (head === 'period') {
    const day = DAYS[last];
    return day === undefined ? null : messages.dayOpen('Not said yet:', `${day} the period runs`);
  }
  if (head !== 'claim') return null;
  const says = before.some(({ image }) => image === 'quote')
    ? 'The passage does not clearly say'
    : 'Not said yet:';
  return inClaim(before, last, after, next, says);
}

function inRecord(before: readonly Token[], last: string): Message | null {
  if (last === 'record') return messages.recordOpen();
  if (last === 'covers') return messages.coverageOpen('first');
  if (last === 'to' && before.at(-3)?.image === 'covers') return messages.coverageOpen('last');
  return null;
}

function inClaim(
  before: readonly Token[],
  last: string,
  after: readonly Token[],
  next: string,
  says: string,
): Message | null {
  if (/^(?:day|week)s?$/.test(next)) {
    const unit = next.endsWith('s') ? next : `${next}s`;
    const opening: Readonly<Record<string, string>> = { within: 'within ', for: 'for ' };
    return messages.windowOpen(says, `${opening[last] ?? ''}how many ${unit}`, unit);
  }
  if (next === 'percent') return messages.numberOpen(says, 'by how many percent');
  const toll = before
    .slice(-4)
    .map(({ image }) => image)
    .find((image) => image === 'killing' || image === 'wounding');
  if (toll !== undefined && (BOUND.test(last) || last === toll))
    return messages.numberOpen(says, `how many were ${toll === 'killing' ? 'killed' : 'wounded'}`);
  const side = sideOf(before, last, after, next);
  if (side !== null) return messages.sideOpen(says, side);
  if (last === 'holds') return messages.placeOpen(says, 'which place is held');
  if (last === 'in' || last === 'near') return messages.placeOpen(says, 'where');
  const day = DAYS[last];
  if (day !== undefined) return messages.dayOpen(says, day);
  if (BOUND.test(last)) return messages.numberOpen(says, 'how many');
  return null;
}

/** Whom a `?` of a claim stands for; null where it stands for no side. */
function sideOf(
  before: readonly Token[],
  last: string,
  after: readonly Token[],
  next: string,
): string | null {
  const truce = before.findIndex(({ image }) => image === 'truce');
  if (truce !== -1) {
    const inHead = before.length - truce <= 5;
    if (last === 'between') return 'between whom the truce was';
    if (last === 'and' && inHead) return 'with whom the truce was';
    if (last === 'by' && inHead) return 'who keeps the truce';
    if (last === 'toward') return 'toward whom the truce is kept';
    return null;
  }
  if (next === 'holds') return 'who holds the place';
  if (isAct(after[0]) && !BOUND.test(last)) return `who ${shownAct(next)}`;
  const joined = last === 'on' && isAct(before.at(-2));
  if (isAct(before.at(-1)) || (joined && BEHIND_SIDE.test(next)))
    return `on whom "${shownAct(before.at(joined ? -2 : -1)?.image ?? '')}" falls`;
  return null;
}

function isAct(token: Token | undefined): boolean {
  return token?.tokenType.name === 'WORD' || token?.tokenType.name === 'BACKQUOTED';
}

function shownAct(word: string): string {
  return word.replaceAll('`', '');
}
