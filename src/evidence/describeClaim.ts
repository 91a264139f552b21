import { formatDay, withinAny } from '../calendar/index.ts';
import type { Source } from '../language/index.ts';
import { streamsOf, type ClaimPlan } from '../model/index.ts';
import type { Event } from '../record/index.ts';
import { describeEvent } from './describeEvent.ts';
import type { Judgement, JudgeContext } from './judge/context.ts';
import { countsOf, countWithin, markSteps } from './pairSeries.ts';
import type { ClaimExamination } from './verdict.ts';

/** Rows shown beside a verdict. */
const ROWS_SHOWN = 400;

/** A claim with its verdicts, as the JSON contract and the report show it. */
export function describeClaim(
  context: JudgeContext,
  judgement: Judgement,
  afterPublication: string | null,
): ClaimExamination {
  const { claim, claimPlan, source } = context;
  const events = gatherEvents(context);
  const first = claimPlan.days[0]?.first;
  const last = claimPlan.days.at(-1)?.last;
  return {
    name: claim.name,
    source: claim.source,
    sourceDisplay: source?.display ?? claim.source,
    published: source ? wordPublished(source) : null,
    sourceAddress: source?.address ?? null,
    passage: claim.passage,
    quote: claim.quote,
    form: claim.form.kind,
    text: claim.text,
    line: claim.at.line,
    judged: {
      first: first === undefined ? null : formatDay(first),
      last: last === undefined ? null : formatDay(last),
      untilPublication: claimPlan.publishedDefault,
    },
    parts: judgement.parts,
    afterPublication,
    figures: judgement.figures,
    ...describeDirection(context),
    events: events.slice(0, ROWS_SHOWN).map(describeEvent),
    eventsNotShown: Math.max(0, countRows(context, events.length) - ROWS_SHOWN),
  };
}

/** Nothing where every event tells who acted. */
function describeDirection({ direction, claimPlan }: JudgeContext): Pick<ClaimExamination, 'direction'> {
  const own = direction?.claims.get(claimPlan.claim);
  return own ? { direction: own } : {};
}

/** The streams whose events are shown: the event form looks at other days only to name the nearest one. */
function streamsShown({ test }: ClaimPlan): string[] {
  return test.kind === 'event' ? [test.stream] : streamsOf(test);
}

/** Events that count, of which `gathered` are at hand; a stream that was not fetched whole is counted in the panel. */
function countRows({ claimPlan, panel, facts, events }: JudgeContext, gathered: number): number {
  const cut = streamsShown(claimPlan).filter(
    (id) => (events.get(id)?.length ?? 0) < (facts.get(id)?.total ?? 0),
  );
  const fetched = cut.filter((id) => events.has(id));
  const marks = markSteps(panel, claimPlan.days);
  return fetched.reduce((sum, id) => {
    const held = (events.get(id) ?? []).filter((event) => insideDays(event, claimPlan)).length;
    return sum - held + countWithin(countsOf(panel, id), marks);
  }, gathered);
}

function insideDays({ first, last }: Event, { test, days }: ClaimPlan): boolean {
  return test.kind === 'event' || withinAny(first, days) || withinAny(last, days);
}

function gatherEvents({ claimPlan, events }: JudgeContext): Event[] {
  const unique = new Map<string, Event>();
  for (const stream of streamsShown(claimPlan)) {
    for (const event of events.get(stream) ?? []) {
      if (insideDays(event, claimPlan)) unique.set(`${event.record}\n${event.line}`, event);
    }
  }
  return [...unique.values()].sort((a, b) => a.first - b.first || a.line - b.line);
}

function wordPublished({ published, publishedAbout }: Source): string | null {
  if (!published) return null;
  const days =
    published.first === published.last
      ? formatDay(published.first)
      : wordShort(published.first, published.last);
  return publishedAbout ? `about ${days}` : days;
}

/** `2017-06` for a whole month, `2017` for a whole year. */
function wordShort(first: number, last: number): string {
  return last - first > 31 ? formatDay(first).slice(0, 4) : formatDay(first).slice(0, 7);
}
