import type { Article, ClaimMention, EventMention, NameMention, Span, Voice } from '../article.ts';
import { speaksToModel } from '../passages/speaksToModel.ts';
import { assertsNothing } from './assertsNothing.ts';
import { splitParts } from './splitParts.ts';
import { rankKinds } from './rankKinds.ts';

/** What is already known of an article when its claims are looked for. */
export interface ClaimContext {
  readonly names: readonly NameMention[];
  readonly voices: readonly Voice[];
  readonly events: readonly EventMention[];
}

/** Nouns of the matter: a sentence with none of them and no name claims nothing about a conflict. */
const MATTER =
  /\b(?:forces?|troops|army|armies|militar\w+|militia\w*|rebels?|fighters?|attacks?|strikes?|raids?|bases?|war|conflict|truce|cease-?fire|border|crossing|rockets?|missiles?|drones?|offensive|armed|weapons?|violence|killed|killing|clash\w*|front|soldiers?|bomb\w*|shell\w*|fire|resistance|government|regime|operations?|insurgen\w+|terror\w*|peace|escalat\w+|hostilit\w+|retaliat\w+|groups?|cells?|tensions?|confrontation|militants?|convoys?|talks?|patterns?|accords?|violations?|explosions?|tanks?|casualties|dead|wounded|accus\w+|alliance|allies|occupation|rules of engagement|sides?)\b/i;
const MOST_PER_SENTENCE = 3;
const ENOUGH = 2;

/**
 * Sentences that claim something, and what kinds of claim they may be, likeliest first. A sentence of several parts may
 * make several claims: a part whose likeliest kind is another one is a mention of its own. Built to miss little.
 */
export function findClaims(
  article: Pick<Article, 'text' | 'sentences'>,
  { names, voices, events }: ClaimContext,
): readonly ClaimMention[] {
  return article.sentences.flatMap((sentence, index) => {
    if (sentence.paragraph === null) return [];
    const text = article.text.slice(sentence.start, sentence.end);
    const named = names.some((name) => name.sentence === index);
    if (!(named || MATTER.test(text)) || idle(text) || speaksToModel(article.text, sentence)) return [];
    const own = events.filter((event) => event.sentence === index);
    const voice = (part: Span) =>
      voices.find(
        ({ sentence: of, scope }) => of === index && scope.start < part.end && part.start < scope.end,
      ) ?? null;
    const whole = rankKinds(text, own);
    if ((whole[0]?.weight ?? 0) < ENOUGH) return [];
    const mention = (part: Span, kinds: ClaimMention['kinds']): ClaimMention => ({
      start: part.start,
      end: part.end,
      sentence: index,
      kinds,
      voice: voice(part),
    });
    const parts = splitParts(article.text, sentence).map((part) => ({
      part,
      kinds: rankKinds(
        article.text.slice(part.start, part.end),
        own.filter((event) => event.start < part.end && part.start < event.end),
      ),
    }));
    const strong = parts.filter(({ kinds }) => (kinds[0]?.weight ?? 0) >= ENOUGH);
    const heads = new Set(strong.map(({ kinds }) => kinds[0]?.kind));
    if (strong.length < 2 || heads.size < 2)
      return assertsNothing(text, text) ? [] : [mention(trimmed(article.text, sentence), whole)];
    return distinct(
      strong.filter(({ part }) => !assertsNothing(article.text.slice(part.start, part.end), text)),
    )
      .slice(0, MOST_PER_SENTENCE)
      .map(({ part, kinds }) => mention(part, kinds));
  });
}

interface Part {
  readonly part: Span;
  readonly kinds: ClaimMention['kinds'];
}

/** Neighbouring parts of one kind are one claim. */
function distinct(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const one of parts) {
    const last = joined.at(-1);
    if (last && last.kinds[0]?.kind === one.kinds[0]?.kind) {
      joined[joined.length - 1] = { part: { start: last.part.start, end: one.part.end }, kinds: last.kinds };
    } else joined.push(one);
  }
  return joined;
}

/** Questions, and sentences in which the author speaks of the text itself. */
function idle(text: string): boolean {
  return (
    /\?["”']?$/.test(text) ||
    /\b(?:this (?:article|essay|piece|paper|report) (?:examines|argues|looks|will|first|explores)|can be summari[sz]ed|as follows|read more|click here|subscribe|the author is|is a (?:fellow|professor|columnist|senior fellow|journalist|contributor))\b/i.test(
      text,
    ) ||
    text.split(/\s+/).length < 5 ||
    !/\p{Ll}{2}.*\s.*\p{Ll}{2}/su.test(text.replace(/\([^)]*\)/g, ''))
  );
}

function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  return {
    start: start + (written.length - written.trimStart().length),
    end: start + written.trimEnd().length,
  };
}
