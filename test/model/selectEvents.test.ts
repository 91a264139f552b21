import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import type { Claim, DirectionPolicy, ResolvedAmount } from '../../src/language/index.ts';
import { matchesSelection, type Event } from '../../src/record/index.ts';
// The folder's door does not hand this out: what is tested here is the meaning of one pattern.
import { limitDays, selectEvents } from '../../src/model/selectEvents.ts';
import { makeEvent } from '../evidence/makeContext.ts';
import { SMALL_HEAD, theatreWithClaim } from './smallTheatre.ts';

const DAY = dayFromCivil(2020, 7, 1);
type Direction = DirectionPolicy;

/** A made event: who on whom, with what, where, and what differs. */
function event(initiator: string, target: string, over: Partial<Event> = {}): Event {
  const one = makeEvent('E', DAY, {
    initiators: initiator ? [initiator] : [],
    targets: target ? [target] : [],
  });
  return { ...one, ...over };
}

function amountsOf({ form }: Claim): { trigger: ResolvedAmount | null; response: ResolvedAmount } {
  if (form.kind === 'answer') return form;
  if (form.kind === 'total') return { trigger: null, response: form.amount };
  throw new Error(`no pattern to select: ${form.kind}`);
}

/** Whether the pattern (the answer, where a trigger is given) takes the event. */
function taker(pattern: string, options: { after?: string; direction?: Direction; head?: string } = {}) {
  const { after, direction = 'recorded', head = SMALL_HEAD } = options;
  const sentence = after
    ? `when ${after} then ${pattern} within 14 days`
    : `at least 1 ${pattern} from 2020-01-01 to 2021-12-31`;
  const theatre = theatreWithClaim(sentence, 'Undated', head);
  const { trigger, response } = amountsOf(theatre.claims[0]!);
  const selections = response.patterns.flatMap((one) =>
    selectEvents(one, { theatre, direction, trigger: trigger?.patterns[0] ?? null }),
  );
  return (one: Event) => selections.some((selection) => matchesSelection(one, selection));
}

describe('who', () => {
  it('takes an actor under every name, however it is written', () => {
    const takes = taker('North strikes on South');
    for (const name of ['North', 'NORTHLAND', 'no', 'northern army'])
      expect(takes(event(name, 'SO'))).toBe(true);
    expect(takes(event('Norther', 'South'))).toBe(false);
    expect(takes(event('West', 'South'))).toBe(false);
  });

  it('does not swap the two sides', () => {
    expect(taker('North strikes on South')(event('South', 'North'))).toBe(false);
  });

  it('takes any target where none is written, also none', () => {
    const takes = taker('North strikes');
    expect(takes(event('North', 'West'))).toBe(true);
    expect(takes(event('North', ''))).toBe(true);
    expect(taker('North strikes on South')(event('North', ''))).toBe(false);
  });

  it('takes a member of an alliance only while it belongs to it', () => {
    const takes = taker('Pact strikes on South');
    const on = (year: number, month: number, day: number) => {
      const first = dayFromCivil(year, month, day);
      return takes(event('East', 'South', { first, last: first }));
    };
    expect(on(2020, 5, 31)).toBe(false);
    expect(on(2020, 6, 1)).toBe(true);
    expect(on(2020, 12, 31)).toBe(true);
    expect(on(2021, 1, 1)).toBe(false);
    expect(takes(event('North', 'South', { first: 0, last: 0 }))).toBe(true);
  });

  it('takes the alliance under its own name too', () => {
    expect(taker('Pact strikes on South')(event('PACT', 'South'))).toBe(true);
    expect(taker('South strikes on Pact')(event('South', 'the pact'))).toBe(true);
  });

  it('forgets nobody who is excepted', () => {
    const takes = taker('Pact except North strikes on South');
    expect(takes(event('East', 'South'))).toBe(true);
    expect(takes(event('NO', 'South'))).toBe(false);
    expect(takes(event('East', 'South', { initiators: ['East', 'Northern Army'] }))).toBe(false);
    const others = taker('anyone except North strikes on South');
    expect(others(event('West', 'South'))).toBe(true);
    expect(others(event('Unheard of', 'South'))).toBe(true);
    expect(others(event('Northland', 'South'))).toBe(false);
  });

  it('leaves out excepted targets', () => {
    const takes = taker('South strikes on Pact except North');
    expect(takes(event('South', 'East'))).toBe(true);
    expect(takes(event('South', 'North'))).toBe(false);
  });

  it('does not count acts inside an alliance as acts of anyone on it', () => {
    const takes = taker('anyone strikes on Pact');
    expect(takes(event('South', 'East'))).toBe(true);
    expect(takes(event('North', 'East'))).toBe(false);
    expect(takes(event('PACT', 'North'))).toBe(false);
    // Before East joined it was an outsider.
    const before = dayFromCivil(2020, 2, 1);
    expect(takes(event('East', 'North', { first: before, last: before }))).toBe(true);
  });

  it('keeps anyone on anyone', () => {
    expect(taker('anyone strikes')(event('North', 'East'))).toBe(true);
    expect(taker('anyone strikes on anyone')(event('North', 'East'))).toBe(true);
  });
});

describe('direction', () => {
  const untold = { directed: false };

  it.each([
    ['as told', true, false, true, true],
    ['by means', true, false, true, true],
    ['either way', true, true, true, true],
    ['recorded', true, false, true, false],
  ] as const)('%s', (direction, own, swapped, ownUntold, swappedUntold) => {
    const takes = taker('North strikes on South', { direction });
    expect(takes(event('North', 'South'))).toBe(own);
    expect(takes(event('South', 'North'))).toBe(swapped);
    expect(takes(event('North', 'South', untold))).toBe(ownUntold);
    expect(takes(event('South', 'North', untold))).toBe(swappedUntold);
    expect(takes(event('South', 'West', untold))).toBe(false);
  });

  it('takes both orders where no target is written, and any other side', () => {
    const takes = taker('North strikes', { direction: 'as told' });
    expect(takes(event('West', 'North', untold))).toBe(true);
    expect(takes(event('', 'North', untold))).toBe(true);
    expect(takes(event('South', 'North'))).toBe(false);
    expect(takes(event('South', 'West', untold))).toBe(false);
  });

  it('compares the dead of the target, whichever side stands first', () => {
    const takes = taker('North strikes on South killing at least 3', { direction: 'as told' });
    const dead = { killedLow: 9, killedInitiators: 7, killedTargets: 2 };
    expect(takes(event('North', 'South', { ...untold, ...dead }))).toBe(false);
    expect(takes(event('South', 'North', { ...untold, ...dead }))).toBe(true);
    // The dead of the other side alone say nothing of the target's.
    expect(takes(event('North', 'South', { ...dead, killedTargets: null }))).toBe(false);
    expect(takes(event('North', 'South', { killedLow: 9 }))).toBe(true);
  });

  it('keeps acts inside an alliance out in either order', () => {
    const takes = taker('anyone strikes on Pact', { direction: 'either way' });
    expect(takes(event('North', 'East'))).toBe(false);
    expect(takes(event('North', 'South'))).toBe(true);
  });
});

describe('what', () => {
  it('takes the classes of an act and no other', () => {
    const takes = taker('North strikes on South');
    expect(takes(event('North', 'South', { actClass: 'missile' }))).toBe(true);
    expect(takes(event('North', 'South', { actClass: 'rocket' }))).toBe(false);
    expect(takes(event('North', 'South', { actClass: null, code: 'airstrike' }))).toBe(false);
  });

  it('takes raw codes where the act names them', () => {
    const head = SMALL_HEAD.replace(
      'act strike of airstrike, missile',
      'act strike of airstrike, code "RAID"',
    );
    const takes = taker('North strikes on South', { head });
    expect(takes(event('North', 'South', { actClass: null, code: 'raid' }))).toBe(true);
    expect(takes(event('North', 'South', { actClass: null, code: 'raid2' }))).toBe(false);
  });

  it.each([
    ['killing at least 3', [2, false], [3, true], [4, true]],
    ['killing more than 3', [3, false], [4, true], [9, true]],
    ['killing at most 3', [2, true], [3, true], [4, false]],
    ['killing fewer than 3', [2, true], [3, false], [0, true]],
    ['killing exactly 3', [2, false], [3, true], [4, false]],
  ] as [string, ...[number, boolean][]][])('%s', (size, ...cases) => {
    const takes = taker(`North strikes on South ${size}`);
    for (const [killedLow, taken] of cases) expect(takes(event('North', 'South', { killedLow }))).toBe(taken);
    // Unknown deaths are not none.
    expect(takes(event('North', 'South', { killedLow: null, killedHigh: 3 }))).toBe(false);
  });

  it('compares the wounded with the wounded', () => {
    const takes = taker('North strikes on South wounding at least 5');
    expect(takes(event('North', 'South', { killedLow: 9, wounded: 4 }))).toBe(false);
    expect(takes(event('North', 'South', { wounded: 5 }))).toBe(true);
  });
});

describe('where', () => {
  const at = (latitude: number, longitude: number): Partial<Event> => ({ latitude, longitude });
  const named = (...placeNames: string[]): Partial<Event> => ({ placeNames });
  const taken = (pattern: string, over: Partial<Event>, after?: string): boolean =>
    taker(pattern, after ? { after } : {})(event('South', 'North', over));

  it('takes a place by any of its names or by its circle', () => {
    expect(taken('South attacks on North in Fort', { ...named('FORT'), actClass: 'rocket' })).toBe(true);
    expect(taken('South attacks on North in Fort', { ...at(10.1, 10), actClass: 'rocket' })).toBe(true);
    expect(taken('South attacks on North in Fort', { ...at(10.3, 10), actClass: 'rocket' })).toBe(false);
    expect(taken('South attacks on North in Fort', { actClass: 'rocket' })).toBe(false);
  });

  it('takes every place of an area, less what is excepted', () => {
    const rocket = { actClass: 'rocket' };
    expect(taken('South attacks on North in Border', { ...named('Camp'), ...rocket })).toBe(true);
    expect(taken('South attacks on North in Border except Camp', { ...named('Camp'), ...rocket })).toBe(
      false,
    );
    expect(taken('South attacks on North in Border except Camp', { ...at(10, 11.05), ...rocket })).toBe(
      false,
    );
    expect(taken('South attacks on North in Border except Camp', { ...named('Fort'), ...rocket })).toBe(true);
  });

  it('reads `the same place` as the place of the trigger, `elsewhere` as all others', () => {
    const rocket = { actClass: 'rocket' };
    const after = 'North strikes South in Fort';
    const same = 'South attacks North in the same place';
    expect(taken(same, { ...named('Fort'), ...rocket }, after)).toBe(true);
    expect(taken(same, { ...named('Camp'), ...rocket }, after)).toBe(false);
    expect(taken('South attacks North elsewhere', { ...named('Fort'), ...rocket }, after)).toBe(false);
    expect(taken('South attacks North elsewhere', { ...at(10.05, 10), ...rocket }, after)).toBe(false);
    expect(taken('South attacks North elsewhere', { ...named('Camp'), ...rocket }, after)).toBe(true);
  });

  it('reads `near` with its own distance', () => {
    const rocket = { actClass: 'rocket' };
    const near = 'South attacks North near Fort up to 60 km';
    expect(taken(near, { ...at(10.5, 10), ...rocket })).toBe(true);
    expect(taken(near, { ...at(10.6, 10), ...rocket })).toBe(false);
  });
});

describe('days', () => {
  it('takes events that may have fallen on the date', () => {
    const takes = taker('South attacks on North');
    expect(takes(event('South', 'North', { actClass: 'rocket' }))).toBe(true);
    const selection = selectionOf('South attacks on North');
    const limited = limitDays(selection, { first: DAY, last: DAY + 2 });
    const rocket = { actClass: 'rocket' };
    const span = (first: number, last: number) =>
      matchesSelection(event('South', 'North', { ...rocket, first, last }), limited);
    expect(span(DAY - 1, DAY)).toBe(true);
    expect(span(DAY - 2, DAY - 1)).toBe(false);
    expect(span(DAY + 2, DAY + 9)).toBe(true);
    expect(span(DAY + 3, DAY + 9)).toBe(false);
    expect(limitDays(limited, { first: DAY + 1, last: DAY + 5 }).days).toEqual({
      first: DAY + 1,
      last: DAY + 2,
    });
  });
});

function selectionOf(pattern: string) {
  const theatre = theatreWithClaim(`at least 1 ${pattern} from 2020-01-01 to 2021-12-31`);
  const { response } = amountsOf(theatre.claims[0]!);
  return selectEvents(response.patterns[0]!, { theatre, direction: 'recorded', trigger: null })[0]!;
}
