import { mergeIntervals, type DayInterval } from '../calendar/index.ts';
import type { Claim, Theatre } from '../language/index.ts';
import { claimDays, closeSpans, remainingDays, shareDays } from './claimDays.ts';
import type { PlanScope } from './planScope.ts';
import { planTest, testOnDays } from './planTest.ts';
import type { ClaimPlan, Plan } from './plan.ts';
import { collectStreams } from './planStreams.ts';

/** What `compile` needs beside the theatre: the days of the record's rows, used where no `covers` is written. */
export interface CompileOptions {
  readonly recordDays: DayInterval | null;
}

/**
 * Theatre → Plan: which streams are counted, on which days each claim's triggers count, and what is tested.
 * Where nothing tells which days are recorded (no `covers`, no row) the plan has no day, and every claim is uncovered.
 */
export function compile(theatre: Theatre, options: CompileOptions): Plan {
  const covers = theatre.records.flatMap(({ covers: days }) => (days ? [days] : []));
  const rowDays = options.recordDays ? [options.recordDays] : [];
  const covered = covers.length > 0 ? covers : rowDays;
  const merged = mergeIntervals(covered);
  const first = merged[0]?.first ?? 0;
  const last = merged.at(-1)?.last ?? first - 1;
  const range: DayInterval = { first, last };
  const missing = theatre.records.flatMap((record) => record.missing);
  const recorded = shareDays(merged, remainingDays(range, missing));
  const stepDays = theatre.records.some(({ countsPer }) => countsPer === 'week') ? 7 : 1;
  const streams = collectStreams(theatre);
  const claims = theatre.claims.map((claim) => planClaim(claim, { theatre, range, addStream: streams.add }));
  const counted = theatre.records.flatMap(({ file: record, totals: published }) =>
    published.flatMap(({ file, of }) => (of ? [{ record, file, stream: streams.add(of) }] : [])),
  );
  const totals = counted.map((one) => ({ ...one, inside: streams.inside(one.stream) }));
  const periods = theatre.periods
    .map(({ name, spans }) => ({ name, days: closeSpans(spans, range) }))
    .filter(({ days }) => days.length > 0);
  const named = periods.length > 0 ? { periods } : {};
  const { rivals } = theatre;
  return { first, last, recorded, stepDays, streams: streams.all(), claims, ...named, rivals, totals };
}

function planClaim(claim: Claim, scope: PlanScope): ClaimPlan {
  const { upTo, after } = claimDays(claim, scope.range);
  const test = planTest(claim, upTo, scope);
  return {
    claim: claim.name,
    days: upTo,
    daysAfterPublication: after,
    judgedUntil: claim.judgedUntil.value,
    publishedDefault: claim.judgedUntil.default && claim.judgedUntil.value !== null,
    test,
    testAfterPublication: after.length === 0 ? null : testOnDays(test, claim, after, scope.range),
  };
}
