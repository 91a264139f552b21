import type { ClaimKind, ClaimMention, EventMention } from '../article.ts';
import { CLAIM_CUES } from './claimCues.ts';

/** A kind that an event record can judge goes before one it cannot, where both fit equally. */
const TESTABLE_FIRST = 0.25;
const UNTESTABLE: ReadonlySet<ClaimKind> = new Set(['causal', 'intent', 'capability', 'alliance', 'support']);
/** A second strong word of one kind adds less than the first. */
const REPEATED = 0.5;
const SHOWN = 4;

/** Kinds of claim a stretch of text may make, with the summed weight of its cues, heaviest first; at most four. */
export function rankKinds(text: string, events: readonly EventMention[]): ClaimMention['kinds'] {
  // The month is no modal verb.
  const lower = text.replace(/\bMay\b/g, 'month').toLowerCase();
  const weights = new Map<ClaimKind, number>();
  const add = (kind: ClaimKind, weight: number) => weights.set(kind, (weights.get(kind) ?? 0) + weight);
  const seen = new Map<ClaimKind, number>();
  for (const { kind, weight, words } of CLAIM_CUES) {
    if (lower.search(words) === -1) continue;
    const hits = new Set([...lower.matchAll(words)].map(([hit]) => hit)).size;
    const before = seen.get(kind) ?? 0;
    add(kind, weight * (before === 0 ? 1 : REPEATED) + (hits - 1) * REPEATED);
    seen.set(kind, before + 1);
  }
  addEvents(events, lower, add);
  addPlans(events, add);
  temper(lower, weights);
  for (const [kind, weight] of weights) if (!UNTESTABLE.has(kind)) weights.set(kind, weight + TESTABLE_FIRST);
  return [...weights]
    .map(([kind, weight]) => ({ kind, weight }))
    .filter(({ weight }) => weight > TESTABLE_FIRST)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SHOWN);
}

/** An act told as done, with a day, a place or a toll, is a claim that it happened. */
function addEvents(
  events: readonly EventMention[],
  lower: string,
  add: (kind: ClaimKind, weight: number) => void,
): void {
  const done = events.filter(
    ({ eventClass, realis }) =>
      /^(ASSAULT|RETREAT|MOBILIZE|PROTEST|ACCUSE)$/.test(eventClass) && /^(actual|alleged)$/.test(realis),
  );
  const [first] = done;
  if (!first) return;
  const particular = done.some(
    ({ time, killed, place }) => time !== null || killed !== null || place !== null,
  );
  add('event', particular ? 2 : 1);
  if (done.some(({ killed }) => killed !== null)) add('event', 1);
  if (
    done.some(({ time }) => time !== null) &&
    /\b(?:on|in) (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/.test(
      lower,
    )
  )
    add('event', 1);
}

/** An act to come, with somebody named who will do it. */
function addPlans(events: readonly EventMention[], add: (kind: ClaimKind, weight: number) => void): void {
  if (events.some(({ doer, realis }) => doer !== null && /^(?:future|hypothetical)$/.test(realis)))
    add('forecast', 1);
}

/** Words that look like one kind and mean another. */
function temper(lower: string, weights: Map<ClaimKind, number>): void {
  const scale = (kind: ClaimKind, factor: number) => {
    const weight = weights.get(kind);
    if (weight !== undefined) weights.set(kind, weight * factor);
  };
  const raise = (kind: ClaimKind, weight: number) => weights.set(kind, (weights.get(kind) ?? 0) + weight);
  // "led to fewer strikes" is deterrence or a trend before it is a cause.
  if (/\b(?:led to|resulted in)\b.*\b(?:reduction|drop|decline|fewer|increase|rise|surge)\b/.test(lower))
    scale('causal', 0.4);
  // "a coincided spike" speaks of two things at once.
  if (
    /\bcoincid\w+ with\b/.test(lower) &&
    /\b(?:spike|rise|surge|increase|growth|resurgence|uptick)\b/.test(lower)
  )
    raise('spillover', 2);
  else if (/\bcoincid\w+ with\b/.test(lower)) scale('spillover', 0.4);
  // A truce word with a modal is still about the truce; a past "would" is no forecast.
  if (/\b(?:truce|cease-?fire|calm)\b/.test(lower)) scale('forecast', 0.8);
  if (/\b(?:allies|allied|coalition|partners?)\b/.test(lower) && weights.size > 1) scale('alliance', 0.6);
  if (/-(?:backed|sponsored|supported|funded)\b/.test(lower) && weights.size > 1) scale('support', 0.6);
  if (
    /\b(?:without|only with|needs?|requires?)\b.*\b(?:approval|consent|green light|permission|go-ahead|blessing)\b/.test(
      lower,
    )
  ) {
    raise('consent', 2);
    scale('capability', 0.5);
  }
  if (
    /\b(?:rules of engagement|equation)\b/.test(lower) &&
    /\b(?:link\w*|answer\w*|respon\w*|retaliat\w*)\b/.test(lower)
  )
    raise('rule', 2);
  // A truce that is wanted, or broken, is none that holds.
  if (
    /\b(?:want|hope|seek|sought|propos|demand|call(?:s|ed)? for)\w*\b[^,;]{0,40}\b(?:truce|cease-?fire|peace)\b/.test(
      lower,
    )
  )
    scale('truce', 0.3);
  if (/\b(?:violat|breach)\w*\b/.test(lower)) scale('truce', 0.4);
  // "retaliatory" names a strike, and with "continued to" tells how often.
  if (/\bcannot\b/.test(lower) && (weights.get('deterrence') ?? 0) > 0) scale('capability', 0.6);
}
