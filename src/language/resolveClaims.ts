import { formatDay, type Day, type DayInterval } from '../calendar/index.ts';
import { expectedInThePast, recordCoversNothing } from './claimMessages.ts';
import type { ItemOfKind } from './document.ts';
import { printForm, printRestriction } from './printForm.ts';
import { resolveAssumptions } from './resolveAssumptions.ts';
import { resolveFirstDay } from './resolveDates.ts';
import { amountsOf } from './amountsOf.ts';
import { resolveForm } from './resolveForm.ts';
import { findNamed } from './resolveNames.ts';
import { close, daysLeft, resolveRestrictions, shared } from './resolveRestrictions.ts';
import type { Scope } from './scope.ts';
import type { Assumptions, Claim, Defaulted, ResolvedForm, Source } from './theatre.ts';

type ClaimItem = ItemOfKind<'claim'>;

/** What claims are resolved against besides the names. */
export interface ClaimSurroundings {
  readonly sources: readonly Source[];
  readonly assumptions: Assumptions;
  /** Days that the records cover, or null where a record does not say. */
  readonly covers: readonly DayInterval[] | null;
}

/** A claim with everything it names resolved, or null when a part of it is wrong; every mistake is told. */
export function resolveClaim(scope: Scope, item: ClaimItem, surroundings: ClaimSurroundings): Claim | null {
  const sources = [item.source, ...item.citing].map((name) => findNamed(scope, name, ['source'], item.at));
  const form = resolveForm(scope, item.form, item.name);
  const trigger = form && 'trigger' in form ? form.trigger : (amountsOf(form)[0] ?? null);
  const restricted = resolveRestrictions(scope, item, trigger);
  const assumed = item.restrictions.flatMap((limit) =>
    limit.kind === 'assuming' ? [{ assumption: limit.assumption, scope }] : [],
  );
  const assumptions = resolveAssumptions(surroundings.assumptions, assumed);
  if (!form || !restricted || sources.includes(null)) return null;
  const published = surroundings.sources.find(({ name }) => name === item.source)?.published ?? null;
  tellExpectedInThePast(scope, item, published);
  const judgedUntil = judgedUpTo(scope, item, restricted.until, published?.last ?? null);
  // `until` on the very day of publication states the default and limits nothing more.
  const statesDefault = restricted.until !== null && restricted.until === published?.last;
  const restrictions = restricted.restrictions.filter(({ kind }) => kind !== 'until' || !statesDefault);
  const lines = item.restrictions
    .filter(({ kind }) => kind !== 'until' || !statesDefault)
    .map(printRestriction);
  const claim: Claim = {
    name: item.name,
    source: item.source,
    citing: item.citing,
    passage: item.passage,
    quote: item.quote,
    text: [printForm(item.form), ...lines].join('\n'),
    form,
    restrictions,
    assumptions,
    judgedUntil,
    at: item.at,
  };
  tellUncovered(scope, claim, surroundings.covers);
  return claim;
}

/**
 * The last day a claim may be judged on: its publication, or a later `until D`, or the day before `before D`. An `until`
 * before publication only limits the triggers: an answer after the end still counts.
 */
function judgedUpTo(
  scope: Scope,
  item: ClaimItem,
  until: Day | null,
  published: Day | null,
): Defaulted<Day | null> {
  if (until !== null && published !== null && until >= published) return { value: until, default: false };
  if (item.form.kind !== 'expects') return { value: published, default: true };
  const before = resolveFirstDay(scope, item.form.before, item.form.at);
  return { value: before === null ? null : before - 1, default: false };
}

function tellExpectedInThePast(scope: Scope, item: ClaimItem, published: DayInterval | null): void {
  if (item.form.kind !== 'expects' || published === null) return;
  const before = resolveFirstDay(scope, item.form.before, item.form.at);
  if (before === null || before > published.first) return;
  scope.tell(expectedInThePast(item.form.before, formatDay(published.first)), item.form.at, item.form.before);
}

function tellUncovered(scope: Scope, claim: Claim, covers: readonly DayInterval[] | null): void {
  if (covers === null || covers.length === 0) return;
  if (claim.form.kind === 'untestable') return;
  const own = ownDays(claim.form);
  // A period without days is told where it stands.
  if (own.length === 0) return;
  const spoken = shared(daysLeft(claim.restrictions), own);
  const covered = shared(spoken, covers);
  if (covered.length === 0) scope.tell(recordCoversNothing(claim.name), claim.at, claim.name);
}

/** The days a sentence names itself; every day where it names none. */
function ownDays(form: ResolvedForm): DayInterval[] {
  switch (form.kind) {
    case 'change':
    case 'truce':
      return close(form.spans);
    case 'event':
      return close([form.pattern.date ?? { first: null, last: null }]);
    case 'total':
      return [form.interval];
    default:
      return close([{ first: null, last: null }]);
  }
}
