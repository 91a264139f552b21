import type {
  Article,
  ClaimMention,
  EventMention,
  NameMention,
  Pack,
  TimeMention,
  Voice,
} from '../article.ts';
import { findClaims } from '../claim/findClaims.ts';
import { findEvents } from '../event/findEvents.ts';
import { findGroups } from '../names/findGroups.ts';
import { findNames } from '../names/findNames.ts';
import { findTimes } from '../time/findTimes.ts';
import { findVoices } from '../voice/findVoices.ts';

/** Everything that was read in one article. */
export interface Reading {
  readonly article: Article;
  readonly names: readonly NameMention[];
  /** Those who act or lie somewhere: not the X of "X-backed Y", which only says what the source thinks of Y. */
  readonly acting: readonly NameMention[];
  readonly times: readonly TimeMention[];
  readonly voices: readonly Voice[];
  readonly events: readonly EventMention[];
  readonly claims: readonly ClaimMention[];
}

const PATRON =
  /^-(?:backed|sponsored|supported|funded|armed|trained|led|aligned|affiliated|linked|allied|made|supplied|occupied|held|controlled)\b/i;
const LONGEST_PATRON = 14;

/** Reads an article: names, times, voices, acts, claims, in this order, each from those before. */
export function findReading(article: Article, packs: readonly Pack[]): Reading {
  const names = findGroups(article, findNames(article, packs), packs);
  const times = findTimes(article);
  const acting = names.filter(({ end }) => !PATRON.test(article.text.slice(end, end + LONGEST_PATRON)));
  const voices = findVoices(article, names);
  const events = findEvents(article, { names: acting, times });
  const claims = findClaims(article, { names, voices, events });
  return { article, names, acting, times, voices, events, claims };
}
