import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, ControlledGround } from '../../model/index.ts';
import type { Event } from '../../record/index.ts';
import type { Finding, Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ControlTest = Extract<ClaimTest, { kind: 'control' }>;

interface Told {
  readonly finding: Finding;
  readonly reason: string | null;
  readonly sentence: string;
}

/**
 * `A holds PLACE from D` against the acts by which ground changes hands. Held from the first day, where A's last gain
 * up to it was not followed by a loss or by another's gain; a loss or another's gain among the claimed days contradicts
 * it. Where the record has no such act nothing is known: calm is no control. A route is told place by place.
 */
export function judgeControl(test: ControlTest, context: JudgeContext): Judgement {
  const { plan, events } = context;
  const streams = test.grounds.flatMap(({ gains, losses }) => [gains, losses]);
  const obstacle = streams.map((id) => streamOf(plan, id).untestable).find((one) => one !== null);
  if (obstacle) return only(untestableVerdict('control', obstacle));
  const recorded = plan.recorded.some(
    ({ first, last }) => first <= test.span.last && last >= test.span.first,
  );
  if (!recorded) {
    const detail = `The record covers none of the days from ${formatDay(test.span.first)} to ${formatDay(test.span.last)}.`;
    return only(untestableVerdict('control', { reason: 'window not covered', detail }));
  }
  const rows = (id: string | null) => (id === null ? [] : (events.get(id) ?? []));
  const found = test.grounds.flatMap(({ gains, losses, others }) => [
    ...rows(gains),
    ...rows(losses),
    ...rows(others),
  ]);
  if (found.length === 0) {
    const places = test.grounds.map(({ place }) => place).join(', ');
    const detail = `This record holds no event by which ground changes hands in ${places}: who holds it cannot be told from it.`;
    return only(untestableVerdict('control', { reason: 'pair absent', detail }));
  }
  const told =
    test.of === 'route'
      ? tellRoute(test, rows)
      : combine(test.grounds.map((ground) => tellPlace(ground, test, rows)));
  const verdict: Verdict = {
    part: 'control',
    ...told,
    effect: null,
    power: null,
    events: { trigger: null, response: found.length },
    guards: [],
  };
  return only(verdict);
}

type Rows = (stream: string | null) => readonly Event[];

function tellPlace({ place, gains, losses, others }: ControlledGround, test: ControlTest, rows: Rows): Told {
  const { first, last } = test.span;
  const taken = rows(gains);
  const gone = [...rows(losses), ...rows(others)].sort((a, b) => a.first - b.first || a.line - b.line);
  const during = gone.find((event) => event.first > first && event.last <= last);
  if (during) {
    const sentence = `In ${place} the ground changed hands on ${formatDay(during.first)} (${during.id}), among the days claimed.`;
    return { finding: 'contradicted', reason: null, sentence };
  }
  const perhaps = gone.find((event) => event.last > first && event.first <= last);
  if (perhaps) {
    const sentence = `In ${place} the ground may have changed hands among the days claimed (${perhaps.id}, ${formatDay(perhaps.first)} to ${formatDay(perhaps.last)}).`;
    return { finding: 'disputed', reason: 'dates too coarse', sentence };
  }
  const gain = lastEnded(taken, first);
  const loss = lastEnded(gone, first);
  // Days have no order inside, and two rough dates that overlap have none either.
  const unordered =
    gain && gone.find((event) => event.last <= first && meet(event, gain) && !isBehind(gain, loss));
  if (gain && unordered) {
    const sentence = `In ${place} a gain (${gain.id}, ${wordDays(gain)}) and a loss or another's gain (${unordered.id}, ${wordDays(unordered)}) may each have come last before the days claimed.`;
    return { finding: 'disputed', reason: 'dates too coarse', sentence };
  }
  if (gain && !isBehind(gain, loss)) {
    const sentence = `${place} was taken by ${formatDay(gain.last)} (${gain.id}), and this record holds no later loss up to ${formatDay(last)}.`;
    return { finding: 'supported', reason: null, sentence };
  }
  const rough = taken.find((event) => event.first <= first && event.last > first);
  if (rough) {
    const sentence = `In ${place} the ground may have been taken by the first day claimed or only later (${rough.id}, ${wordDays(rough)}).`;
    return { finding: 'disputed', reason: 'dates too coarse', sentence };
  }
  const later = taken.find((event) => event.first > first && event.first <= last);
  if (later) {
    const sentence = `By this record ${place} was taken on ${formatDay(later.first)} (${later.id}), ${later.first - first} days after the day claimed.`;
    return { finding: 'contradicted', reason: 'later', sentence };
  }
  const sentence = loss
    ? `The last act on the ground of ${place} before the days claimed is a loss or another's gain (${loss.id}, ${formatDay(loss.first)}).`
    : `This record does not tell who took ${place}.`;
  return loss
    ? { finding: 'contradicted', reason: null, sentence }
    : { finding: 'not testable', reason: 'below threshold', sentence };
}

/** Of events that were over by a day the one that ended last. */
function lastEnded(events: readonly Event[], by: number): Event | undefined {
  return events
    .filter(({ last }) => last <= by)
    .reduce<Event | undefined>((latest, one) => (latest && latest.last > one.last ? latest : one), undefined);
}

function takerOf(event: Event | undefined): string {
  return event?.initiators.join(' or ') ?? '';
}

/** Whether the first event is surely over before the other. */
function isBehind(one: Event, other: Event | undefined): boolean {
  return other !== undefined && one.last < other.first;
}

function meet(one: Event, other: Event): boolean {
  return one.first <= other.last && other.first <= one.last;
}

function wordDays({ first, last }: Event): string {
  return first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`;
}

/** All places must be held; one contradiction suffices, one unknown place leaves the whole unknown. */
function combine(told: readonly Told[]): Told {
  const order: readonly Finding[] = ['contradicted', 'disputed', 'not testable', 'supported'];
  const finding = order.find((one) => told.some((part) => part.finding === one)) ?? 'not testable';
  const decisive = told.find((part) => part.finding === finding);
  return {
    finding,
    reason: decisive?.reason ?? null,
    sentence: told.map(({ sentence }) => sentence).join(' '),
  };
}

/** Who took each place of the route last, up to the end of the days claimed. One taker everywhere is a connected route. */
function tellRoute(test: ControlTest, rows: Rows): Told {
  const { first, last } = test.span;
  const takers = test.grounds.map(({ place, gains }) => {
    const gain = lastEnded(rows(gains), last);
    const other = rows(gains).find(
      (event) => gain && event.last <= last && meet(event, gain) && takerOf(event) !== takerOf(gain),
    );
    return { place, gain, other, taker: takerOf(gain) };
  });
  const unknown = takers.filter(({ taker }) => taker === '').map(({ place }) => place);
  const list = takers
    .filter(({ taker }) => taker !== '')
    .map(
      ({ place, taker, gain }) =>
        `${place} by ${taker} (${gain ? `${formatDay(gain.first)}, ${gain.id}` : ''})`,
    )
    .join('; ');
  if (unknown.length > 0) {
    const sentence = `Last taken: ${list || 'none'}. This record does not tell who took ${unknown.join(', ')}, so it cannot tell whether the route was ${test.state}.`;
    return { finding: 'not testable', reason: 'below threshold', sentence };
  }
  const unordered = takers.find(({ other }) => other !== undefined);
  if (unordered?.gain && unordered.other) {
    const { place, gain, other } = unordered;
    const sentence = `Who took ${place} last cannot be told: ${takerOf(gain)} (${gain.id}, ${wordDays(gain)}) or ${takerOf(other)} (${other.id}, ${wordDays(other)}).`;
    return { finding: 'disputed', reason: 'dates too coarse', sentence };
  }
  const sides = new Set(takers.map(({ taker }) => taker));
  if (sides.size > 1) {
    const sentence = `The places were last taken by different sides: ${list}. Whether the route was ${test.state}, the record does not say.`;
    return { finding: 'disputed', reason: 'holders differ', sentence };
  }
  const connected = Math.max(...takers.map(({ gain }) => gain?.last ?? -Infinity));
  if (connected > first) {
    const sentence = `One side took every place, the last on ${formatDay(connected)}, after the first day claimed: ${list}.`;
    return { finding: test.state === 'open' ? 'contradicted' : 'disputed', reason: 'later', sentence };
  }
  const sentence = `One side had taken every place by ${formatDay(connected)}: ${list}. The record tells who took the ground, not who used the road.`;
  return {
    finding: test.state === 'open' ? 'supported' : 'contradicted',
    reason: null,
    sentence,
  };
}

function only(part: Verdict): Judgement {
  return { parts: [part], figures: null, tests: [] };
}
