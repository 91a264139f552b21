import { formatDay, withinAny } from '../calendar/index.ts';
import type { Claim, Source } from '../language/index.ts';
import { streamsOf, type ClaimPlan } from '../model/index.ts';
import type { Event } from '../record/index.ts';
import type { Judgement } from './judge/context.ts';
import type { ClaimExamination, EventRow } from './verdict.ts';

/** Rows shown beside a verdict. */
const ROWS_SHOWN = 400;

/** A claim with its verdicts, as the JSON contract and the report show it. */
export function describeClaim(
  claim: Claim,
  claimPlan: ClaimPlan,
  source: Source | null,
  judgement: Judgement,
  afterPublication: string | null,
  events: ReadonlyMap<string, readonly Event[]>,
): ClaimExamination {
  const rows = gatherRows(claimPlan, events);
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
    form: claim.form.kind === 'notJudgedYet' ? claim.form.form : claim.form.kind,
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
    events: rows.slice(0, ROWS_SHOWN),
    eventsNotShown: Math.max(0, rows.length - ROWS_SHOWN),
  };
}

function gatherRows({ test, days }: ClaimPlan, events: ReadonlyMap<string, readonly Event[]>): EventRow[] {
  // The event form looks at other days only to name the nearest one.
  const streams = test.kind === 'event' ? [test.stream] : streamsOf(test);
  const unique = new Map<string, Event>();
  for (const stream of streams) {
    for (const event of events.get(stream) ?? []) {
      const inside = test.kind === 'event' || withinAny(event.first, days) || withinAny(event.last, days);
      if (inside) unique.set(`${event.record}\n${event.line}`, event);
    }
  }
  return [...unique.values()].sort((a, b) => a.first - b.first || a.line - b.line).map(toRow);
}

function toRow(event: Event): EventRow {
  const { killedLow, killedHigh } = event;
  const range = killedLow === killedHigh ? String(killedLow) : `${killedLow ?? '?'} to ${killedHigh ?? '?'}`;
  return {
    id: event.id,
    record: event.record,
    line: event.line,
    first: formatDay(event.first),
    last: formatDay(event.last),
    what: `${event.initiators.join(', ') || 'nobody named'}: ${event.code}${event.targets.length > 0 ? ` on ${event.targets.join(', ')}` : ''}`,
    where: event.placeNames[0] ?? '',
    killed: killedLow === null && killedHigh === null ? null : range,
    attribution: event.attribution,
    address: event.address,
    note: event.note,
  };
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
