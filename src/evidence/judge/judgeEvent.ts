import { formatDay } from '../../calendar/index.ts';
import type { Quantity } from '../../language/index.ts';
import type { ClaimTest, PlannedStream } from '../../model/index.ts';
import { matchesSelection, type Event, type EventSelection } from '../../record/index.ts';
import type { Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { wordAbsent } from '../wordAbsent.ts';
import { wordCount } from '../wordCount.ts';
import { compareRange, wordQuantity } from './quantities.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type EventTest = Extract<ClaimTest, { kind: 'event' }>;

/** How near an event must be to be named when none lies on the claimed day. */
const NEAR_DAYS = 7;

/**
 * A dated event: found, not found, or found with other numbers. Absence from a record that is no census is no
 * evidence of absence, so "not found" is `not testable`, never `contradicted`.
 */
export function judgeEvent(test: EventTest, context: JudgeContext): Judgement {
  const { plan } = context;
  const stream = streamOf(plan, test.stream);
  if (stream.columns) {
    const detail = 'A table of counts holds no single events.';
    return only(untestableVerdict('event', { reason: 'below threshold', detail }));
  }
  if (stream.untestable) return only(untestableVerdict('event', stream.untestable));
  const covered = test.date === null || plan.recorded.some((days) => overlaps(days, test.date));
  if (!covered) {
    const detail = `The record does not cover ${test.date ? wordDays(test.date) : 'the day'}.`;
    return only(untestableVerdict('event', { reason: 'window not covered', detail }));
  }
  const onDay = context.events.get(test.stream) ?? [];
  const anyDay = context.events.get(test.anyDay) ?? [];
  const plain = streamOf(plan, test.anyDay).text;
  const dated = test.date ? `${plain} on ${wordDays(test.date)}` : plain;
  if (anyDay.length === 0) {
    const detail = wordAbsent(plain, context.facts.get(test.anyDay)?.beside, 'on any day');
    return only(untestableVerdict('event', { reason: 'pair absent', detail }));
  }
  const plainStream = streamOf(plan, test.anyDay);
  const toldOnAnyDay = (event: Event) => isTold(event, plainStream);
  const parts = [onDay.length > 0 ? foundVerdict(onDay, stream, dated) : notFound(test, anyDay, dated)];
  const attributed = attributedOnly(onDay);
  if (attributed) parts.push(attributed);
  if (onDay.length > 0 && test.first) parts.push(judgeFirst(onDay, anyDay, toldOnAnyDay, plain));
  if (onDay.length > 0 && test.size) parts.push(judgeSize(test.size, onDay, stream));
  return { parts, figures: null, tests: [] };
}

function only(part: Verdict): Judgement {
  return { parts: [part], figures: null, tests: [] };
}

function foundVerdict(events: readonly Event[], stream: PlannedStream, text: string): Verdict {
  const certain = events.filter((event) => isTold(event, stream));
  if (certain.length === 0) return undirectedVerdict(events, text);
  if (certain.every((event) => isContested(event, stream))) return contestedVerdict(certain, text);
  const doubtful = certain.every(({ attribution }) => attribution === 'unattributed');
  const rows = events.map(({ id }) => id).join(', ');
  const some = events.length === 1 ? 'one event' : `${events.length} events`;
  return {
    part: 'event',
    finding: doubtful ? 'disputed' : 'supported',
    reason: doubtful ? 'doer not stated' : null,
    sentence: doubtful
      ? `This record holds ${some} of "${text}" (${rows}), but nobody states who did it.`
      : `This record holds ${some} of "${text}" (${rows}).`,
    effect: null,
    power: null,
    events: { trigger: null, response: events.length },
    guards: [],
  };
}

/** The two sides met on that day, and the record does not say which of them acted. */
function undirectedVerdict(events: readonly Event[], text: string): Verdict {
  const rows = events.map(({ id }) => id).join(', ');
  return {
    part: 'event',
    finding: 'disputed',
    reason: 'direction unknown',
    sentence: `This record holds ${wordCount(events.length, 'events')} that may be "${text}" (${rows}), but does not say which of the two sides acted.`,
    effect: null,
    power: null,
    events: { trigger: null, response: events.length },
    guards: [],
  };
}

/** Every row names others too, any of whom may have been the one. */
function contestedVerdict(events: readonly Event[], text: string): Verdict {
  const rows = events.map(({ id, initiators }) => `${id}: ${initiators.join(' or ')}`).join('; ');
  return {
    part: 'event',
    finding: 'disputed',
    reason: 'doer contested',
    sentence: `This record holds ${wordCount(events.length, 'events')} that may be "${text}", but any of several may have done it (${rows}).`,
    effect: null,
    power: null,
    events: { trigger: null, response: events.length },
    guards: [],
  };
}

/** Where nobody but third parties says who did it, the event is one thing and its doer another. */
function attributedOnly(events: readonly Event[]): Verdict | null {
  if (events.length === 0 || !events.every(({ attribution }) => attribution === 'attributed')) return null;
  const rows = events.map(({ id }) => id).join(', ');
  return {
    part: 'attribution',
    finding: 'disputed',
    reason: 'doer not stated',
    sentence: `Who did it is said by third parties only (${rows}); neither the doer nor the side that was hit is on record as saying so.`,
    effect: null,
    power: null,
    events: { trigger: null, response: events.length },
    guards: [],
  };
}

function notFound(test: EventTest, anyDay: readonly Event[], text: string): Verdict {
  const near = test.date ? nearest(anyDay, test.date) : null;
  const hint = near
    ? ` The nearest one is ${near.id}, ${formatDay(near.first)}${near.last > near.first ? ` to ${formatDay(near.last)}` : ''}.`
    : '';
  return {
    part: 'event',
    finding: 'not testable',
    reason: 'not found',
    sentence: `This record holds no event of "${text}". It is no census, so this does not speak against the claim.${hint}`,
    effect: null,
    power: null,
    events: { trigger: null, response: 0 },
    guards: [],
  };
}

function judgeFirst(
  onDay: readonly Event[],
  anyDay: readonly Event[],
  told: (event: Event) => boolean,
  text: string,
): Verdict {
  const start = Math.min(...onDay.map(({ first }) => first));
  const earlier = anyDay.filter((event) => event.last < start && told(event));
  const example = earlier.at(-1);
  return {
    part: 'event',
    finding: example ? 'contradicted' : 'not testable',
    reason: example ? 'earlier event' : 'record incomplete',
    sentence: example
      ? `It was not the first in this record: ${earlier.length} earlier, the last of them ${example.id} on ${formatDay(example.first)}.`
      : `This record holds no earlier event of "${text}"; it is no census, so there may have been one.`,
    effect: null,
    power: null,
    events: { trigger: null, response: earlier.length },
    guards: [],
  };
}

function judgeSize(
  size: { measure: string; quantity: Quantity },
  events: readonly Event[],
  stream: PlannedStream,
): Verdict {
  const ranges = events.map((event) => rangeOf(event, size.measure, isMirrored(event, stream)));
  const stated = ranges.filter((range) => range !== null);
  const side = events.find(({ killedSide }) => killedSide !== null)?.killedSide ?? null;
  const base = {
    part: 'total' as const,
    power: null,
    events: { trigger: null, response: events.length },
    guards: [],
  };
  if (stated.length === 0) {
    const detail = `The record states no number ${size.measure} for ${events.map(({ id }) => id).join(', ')}.`;
    return untestableVerdict('total', { reason: 'below threshold', detail });
  }
  const low = stated.reduce((sum, { low: value }) => sum + value, 0);
  const high = stated.reduce((sum, { high: value }) => sum + value, 0);
  const held = compareRange(low, high, size.quantity);
  const recorded = low === high ? String(low) : `${low} to ${high}`;
  const sided = side ?? (events.every(tellsSides) ? 'target' : null);
  const where = sided === null || size.measure !== 'killed' ? 'in all' : `on the ${sided} side`;
  return {
    ...base,
    finding: held === 'yes' ? 'supported' : 'disputed',
    reason: held === 'yes' ? null : 'numbers differ',
    sentence:
      held === 'yes'
        ? `The record has ${recorded} ${size.measure} (${where}), as the claim says (${wordQuantity(size.quantity)}).`
        : `The numbers differ: the claim says ${wordQuantity(size.quantity)} ${size.measure}, the record has ${recorded} (${where}).`,
    effect: { name: size.measure, estimate: null, lower: low, upper: high, level: 1, unit: size.measure },
  };
}

function tellsSides({ killedTargets, killedInitiators }: Event): boolean {
  return killedTargets !== null || killedInitiators !== null;
}

/** The dead that the record counts in all and on no side. */
function deadOfNoSide(event: Event): number {
  const { killedInitiators, killedTargets, killedCivilians, killedBest, killedLow } = event;
  const sided = (killedInitiators ?? 0) + (killedTargets ?? 0) + (killedCivilians ?? 0);
  return Math.max(0, (killedBest ?? killedLow ?? 0) - sided);
}

/** Whether the record, or the file, says who acted. */
function isTold(event: Event, { undirected }: PlannedStream): boolean {
  return !(undirected ?? []).some((one) => matchesSelection(event, one));
}

/** Whether a row that tells who acted names somebody else among those who may have been the one. */
function isContested(event: Event, { selection }: PlannedStream): boolean {
  if (!event.directed || event.initiators.length < 2) return false;
  const alone = selection.anyOf.map(({ initiators, ...rest }): EventSelection => ({
    ...rest,
    initiators: { ...initiators, among: 'alone' },
  }));
  return !alone.some((one) => one.mirrored !== true && matchesSelection(event, one));
}

/** Whether the pattern's target stands where the row names its first side. */
function isMirrored(event: Event, { selection }: PlannedStream): boolean {
  return selection.anyOf.find((one) => matchesSelection(event, one))?.mirrored === true;
}

function rangeOf(event: Event, measure: string, mirrored: boolean): { low: number; high: number } | null {
  if (measure === 'wounded')
    return event.wounded === null ? null : { low: event.wounded, high: event.wounded };
  const [own, other] = mirrored
    ? [event.killedInitiators, event.killedTargets]
    : [event.killedTargets, event.killedInitiators];
  if (own === null && other !== null) return null;
  // Whose some of the dead were is not known either: they may all have been the target's.
  if (own !== null && other !== null) return { low: own, high: own + deadOfNoSide(event) };
  if (event.killedLow === null && event.killedHigh === null) return null;
  const low = event.killedLow ?? event.killedHigh ?? 0;
  return { low, high: event.killedHigh ?? low };
}

function nearest(events: readonly Event[], date: { first: number; last: number }): Event | null {
  const gap = ({ first, last }: Event) => Math.max(0, first - date.last, date.first - last);
  const near = events
    .filter((event) => gap(event) <= NEAR_DAYS)
    .sort((a, b) => gap(a) - gap(b) || a.first - b.first);
  return near[0] ?? null;
}

function overlaps(
  days: { first: number; last: number },
  date: { first: number; last: number } | null,
): boolean {
  return date !== null && days.first <= date.last && days.last >= date.first;
}

function wordDays({ first, last }: { first: number; last: number }): string {
  return first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`;
}
