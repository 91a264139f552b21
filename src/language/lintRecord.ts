import type { Diagnostic, SourceSpan } from './document.ts';
import { deathsNotHeld, matchesNothing, windowShorterThanDates } from './lintMessages.ts';
import { amountsOf } from './amountsOf.ts';
import type { Message } from './semanticMessages.ts';
import type { Claim, ResolvedAmount, Theatre } from './theatre.ts';

/** What the records hold, counted by the shell over all records of a theatre. */
export interface RecordFacts {
  readonly events: number;
  /** Events that state a number of deaths at all. */
  readonly withDeaths: number;
  /** How many events have a date of so many days (1: the day is known). */
  readonly byDateLength: readonly { readonly days: number; readonly events: number }[];
  /** Events that each pattern takes, by the pattern's text; patterns that were not counted are left out. */
  readonly byPattern: ReadonlyMap<string, number>;
}

/**
 * What may mislead about a theatre on its records. That deaths are asked of a record without them is always told; a
 * window shorter than the dates of most events and a pattern that takes no event only with `pedantic`.
 */
export function lintRecord(
  theatre: Theatre,
  facts: RecordFacts,
  { file, pedantic }: { readonly file: string | null; readonly pedantic: boolean },
): readonly Diagnostic[] {
  return theatre.claims.flatMap((claim) => {
    const messages: Message[] = [];
    if (facts.events > 0 && facts.withDeaths === 0 && asksForDeaths(claim)) messages.push(deathsNotHeld());
    if (pedantic) messages.push(...lintWindow(claim, facts), ...lintPatterns(claim, facts));
    return messages.map((message) => placed(message, file, claim.at));
  });
}

function placed(message: Message, file: string | null, { start, end, line, column }: SourceSpan): Diagnostic {
  return { ...message, file, start, end, line, column };
}

function asksForDeaths(claim: Claim): boolean {
  const graded = claim.restrictions.some((limit) => limit.kind === 'gradedBy' && limit.measure === 'killed');
  return graded || allAmounts(claim).some(countsDeaths);
}

function countsDeaths({ unit, patterns }: ResolvedAmount): boolean {
  return unit.of === 'deaths' || patterns.some(({ size }) => size?.measure === 'killed');
}

function allAmounts(claim: Claim): readonly ResolvedAmount[] {
  const conditions = claim.restrictions.flatMap((limit) => (limit.kind === 'while' ? [limit.amount] : []));
  return [...amountsOf(claim.form), ...conditions];
}

/** Told when more than half of the events are dated less exactly than the window is long. */
function lintWindow({ form }: Claim, facts: RecordFacts): Message[] {
  const window = 'lags' in form ? form.lags.to : null;
  if (window === null) return [];
  const longest = Math.max(1, window);
  const coarser = facts.byDateLength.reduce(
    (sum, { days, events }) => sum + (days > longest ? events : 0),
    0,
  );
  return coarser * 2 > facts.events ? [windowShorterThanDates(longest, coarser, facts.events)] : [];
}

function lintPatterns(claim: Claim, facts: RecordFacts): Message[] {
  const texts = allAmounts(claim).flatMap(({ patterns }) => patterns.map(({ text }) => text));
  return [...new Set(texts)].filter((text) => facts.byPattern.get(text) === 0).map(matchesNothing);
}
