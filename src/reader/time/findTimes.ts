import type { DayInterval } from '../../calendar/index.ts';
import type { Article, Sentence, TimeMention } from '../article.ts';
import { countedRules, vagueRules } from './countedRules.ts';
import { datedRules } from './datedRules.ts';
import { joinTimes, type FoundTime } from './joinTimes.ts';
import { saidRules } from './saidRules.ts';
import { addMonths } from './stretches.ts';
import type { TimeContext } from './timeRule.ts';
import { yearRules } from './yearRules.ts';

/** The whole grammar; where two rules read the same words the longer reading holds, then the earlier rule. */
const TIME_RULES = [...datedRules, ...yearRules, ...saidRules, ...countedRules, ...vagueRules];

/**
 * Every mention of time in the sentences of an article, resolved against its day of publication. What the words leave
 * open stays open: `days` is null where nothing tells the day, `alternatives` holds the other reading where two fit.
 */
export function findTimes(article: Article): TimeMention[] {
  const mentions: TimeMention[] = [];
  let previous: DayInterval | null = null;
  let paragraph: number | null = null;
  let told: { readonly year: number; readonly paragraph: number | null } | null = null;
  for (const [index, sentence] of article.sentences.entries()) {
    if (sentence.paragraph !== paragraph) previous = null;
    paragraph = sentence.paragraph;
    const text = article.text.slice(sentence.start, sentence.end);
    for (const found of joinTimes(text, findIn(text))) {
      const context: TimeContext = {
        published: article.published,
        previous,
        year: found.year,
        toldYear: told && near(told.paragraph, paragraph, 5) ? told.year : null,
        nearYear: told && told.paragraph === paragraph ? told.year : null,
        future: speaksOfFuture(text.slice(0, found.start), found.relation),
      };
      const mention = resolve(found, context, sentence, index);
      mentions.push(mention);
      const year = found.to?.year ?? found.read.year;
      if (year !== undefined) told = { year, paragraph };
      if (mention.days && !mention.vague && mention.relation !== 'since') previous = mention.days;
    }
  }
  return mentions;
}

function near(one: number | null, other: number | null, paragraphs: number): boolean {
  return one !== null && other !== null && other - one <= paragraphs;
}

function resolve(found: FoundTime, context: TimeContext, sentence: Sentence, index: number): TimeMention {
  const first = found.read.resolve(context);
  const until = found.to?.resolve({ ...context, year: found.toYear ?? found.year });
  const days = until ? span(first.days, until.days) : first.days;
  const window = found.read.window === true && days === null;
  return {
    start: sentence.start + found.start,
    end: sentence.start + found.end,
    sentence: index,
    days,
    relation: window ? 'window' : found.relation,
    duration: first.duration ?? null,
    alternatives: until ? [] : (first.alternatives ?? []),
    vague: first.vague ?? false,
  };
}

/** From the beginning of one to the end of the other; "from November to February" may cross a year. */
function span(from: DayInterval | null, to: DayInterval | null): DayInterval | null {
  if (!from || !to) return null;
  if (to.last >= from.first) return { first: from.first, last: to.last };
  // "From Thursday to Tuesday", "from November to February": the beginning lies before the end.
  const first = from.first - to.last < 7 ? from.first - 7 : addMonths(from.first, -12);
  return first <= to.last ? { first, last: to.last } : null;
}

/** "Will", "is due to" before the time, or a deadline in a sentence with one of them. */
function speaksOfFuture(before: string, relation: TimeMention['relation']): boolean {
  const near = before.slice(-120);
  if (
    /\b(will|shall|plans? to|planned for|set to|going to|scheduled (for|to)|slated (for|to)|due (to|in|on|by)|expected (to|in|by)|upcoming|is to|are to)\b/i.test(
      near,
    )
  )
    return true;
  return relation === 'until' && /\b(would|must|may|might|could|can|by)\b/i.test(near);
}

function findIn(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  for (const rule of TIME_RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const read = rule.read(match.groups ?? {});
      if (!read || match[0].trim() === '') continue;
      const lead = match[0].length - match[0].trimStart().length;
      const start = match.index + lead;
      found.push({
        start,
        end: match.index + match[0].trimEnd().length,
        read,
        relation: 'on',
        year: null,
        to: null,
        toYear: null,
        rule: rule.name,
      });
    }
  }
  const sorted = found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: FoundTime[] = [];
  for (const one of sorted) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
