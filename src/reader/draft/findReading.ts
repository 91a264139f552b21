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
import { findNames } from '../names/findNames.ts';
import { findTimes } from '../time/findTimes.ts';
import { findVoices } from '../voice/findVoices.ts';

/** Everything that was read in one article. */
export interface Reading {
  readonly article: Article;
  readonly names: readonly NameMention[];
  readonly times: readonly TimeMention[];
  readonly voices: readonly Voice[];
  readonly events: readonly EventMention[];
  readonly claims: readonly ClaimMention[];
}

/** Reads an article: names, times, voices, acts, claims, in this order, each from those before. */
export function findReading(article: Article, packs: readonly Pack[]): Reading {
  const names = findNames(article, packs);
  const times = findTimes(article);
  const voices = findVoices(article, names);
  const events = findEvents(article, { names, times });
  const claims = findClaims(article, { names, voices, events });
  return { article, names, times, voices, events, claims };
}
