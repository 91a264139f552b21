import type { Span, TimeMention } from '../article.ts';
import type { ReadTime } from './timeRule.ts';

/** A time found in a sentence, with the words around it that tell how it is meant. Offsets count in the sentence. */
export interface FoundTime extends Span {
  readonly rule: string;
  readonly read: ReadTime;
  readonly relation: TimeMention['relation'];
  /** The year that a neighbour in the sentence gives to a time without one. */
  readonly year: number | null;
  /** The other end of "from … to …". */
  readonly to: ReadTime | null;
  readonly toYear: number | null;
}

const LINK =
  /^(?:,? (?:and )?(?:in)?to (?:the )?|,? (?:and )?into (?:the )?| until (?:the )?| till | through (?:to )?(?:the )?| ?- ?| up to )$/i;
const BEFORE =
  /\b(since|starting (?:in|on|from)|beginning (?:in|on|from)|as of|from|dating (?:back )?(?:to|from)|until|till|up (?:to|until)|through|by|no later than|before|prior to|ahead of|after|following|in the (?:wake|aftermath) of)(?: the| around| about| at least)? $/i;

/** Joins the two ends of a stretch, takes in the word that says since, until, before or after, and hands on years. */
export function joinTimes(text: string, times: readonly FoundTime[]): FoundTime[] {
  const joined: FoundTime[] = [];
  for (let index = 0; index < times.length; index += 1) {
    const one = times[index];
    const next = times[index + 1];
    if (!one) continue;
    if (next && opensStretch(text, one, next)) {
      const opened = /\b(?:from|between)(?: the)? $/i.exec(text.slice(0, one.start));
      const year = one.read.yearless && next.read.year !== undefined ? next.read.year : null;
      const toYear = next.read.yearless && one.read.year !== undefined ? one.read.year : null;
      joined.push({
        ...one,
        start: opened ? one.start - opened[0].length : one.start,
        end: next.end,
        to: next.read,
        year,
        toYear,
      });
      index += 1;
      continue;
    }
    joined.push(withRelation(text, { ...one, year: yearBeside(text, one, times) }));
  }
  return joined;
}

function opensStretch(text: string, one: FoundTime, next: FoundTime): boolean {
  if (one.read.window || next.read.window) return false;
  const between = text.slice(one.end, next.start);
  if (LINK.test(between)) return true;
  return /^ and (?:the )?$/i.test(between) && /\bbetween(?: the)? $/i.test(text.slice(0, one.start));
}

function withRelation(text: string, time: FoundTime): FoundTime {
  const word = BEFORE.exec(text.slice(0, time.start));
  if (!word || time.read.window) return time;
  const relation = relationOf((word[1] ?? '').toLowerCase());
  return { ...time, start: time.start - word[0].length, relation };
}

function relationOf(word: string): TimeMention['relation'] {
  if (/^(since|starting|beginning|as of|from|dating)/.test(word)) return 'since';
  if (/^(until|till|up|through|by|no later)/.test(word)) return 'until';
  return /^(before|prior|ahead)/.test(word) ? 'before' : 'after';
}

/** "In 2017 … in November": a year told in the same clause, or its list, holds for a month without one. */
function yearBeside(text: string, time: FoundTime, times: readonly FoundTime[]): number | null {
  if (!time.read.yearless) return null;
  const others = times.filter(({ read, start }) => read.year !== undefined && start !== time.start);
  const after = others.find(
    ({ start }) => start >= time.end && /^(?:,| and| or)[^.;]{0,24}$/i.test(text.slice(time.end, start)),
  );
  if (after) return after.read.year ?? null;
  const before = times.filter(({ end }) => end <= time.start).at(-1);
  if (
    before?.read.year === undefined ||
    /\b(since|after|until|before|from)(?: the)? $/i.test(text.slice(0, before.start))
  )
    return null;
  return /^[^.]{0,80}$/.test(text.slice(before.end, time.start)) ? before.read.year : null;
}
