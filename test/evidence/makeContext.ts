import type { JudgeContext } from '../../src/evidence/index.ts';
import type { Claim } from '../../src/language/index.ts';
import type { ClaimTest, Plan, PlannedStream } from '../../src/model/index.ts';
import type { Event } from '../../src/record/index.ts';

const stream = (id: string, text: string): PlannedStream => ({
  id,
  text,
  unit: { of: 'events' },
  selection: { id, anyOf: [] },
  columns: null,
  untestable: null,
});

const claim = {
  name: 'Made',
  restrictions: [],
  assumptions: {
    delay: { value: 'geometric', default: true },
    smallestAnswer: { value: 0.1, default: true },
    smallestRateRatio: { value: 0.8, default: true },
    calmDays: { value: 30, default: true },
  },
} as unknown as Claim;

/** A context for one claim on two made streams s1 and s2, all days recorded unless `recorded` says otherwise. */
export function makeContext(
  a: Float64Array,
  b: Float64Array,
  test: ClaimTest,
  over: Partial<JudgeContext> & { readonly recorded?: Uint8Array } = {},
): JudgeContext {
  const steps = a.length;
  const days = [{ first: 0, last: steps - 1 }];
  const plan: Plan = {
    first: 0,
    last: steps - 1,
    recorded: days,
    stepDays: 1,
    streams: [stream('s1', 'North strikes South'), stream('s2', 'South attacks North')],
    claims: [],
    rivals: [],
    totals: [],
  };
  const total = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0);
  const { recorded, ...rest } = over;
  return {
    claim,
    source: null,
    claimPlan: {
      claim: 'Made',
      days,
      daysAfterPublication: [],
      judgedUntil: null,
      publishedDefault: false,
      test,
      testAfterPublication: null,
    },
    plan,
    panel: {
      first: 0,
      stepDays: 1,
      steps,
      streams: ['s1', 's2'],
      counts: [a, b],
      recorded: recorded ?? new Uint8Array(steps).fill(1),
      coverage: [],
    },
    readings: [],
    facts: new Map([
      ['s1', { total: total(a), tooCoarse: 0 }],
      ['s2', { total: total(b), tooCoarse: 0 }],
    ]),
    events: new Map(),
    totals: new Map(),
    thinned: false,
    answersOversampled: null,
    seed: 1,
    ...rest,
  };
}

/** An event with everything unknown but its day. */
export function makeEvent(id: string, day: number, over: Partial<Event> = {}): Event {
  return {
    id,
    record: 'made.csv',
    line: 2,
    first: day,
    last: day,
    precision: 'day',
    initiators: ['North'],
    targets: ['South'],
    code: 'airstrike',
    actClass: 'airstrike',
    placeNames: [],
    latitude: null,
    longitude: null,
    killedLow: null,
    directed: true,
    killedBest: null,
    killedInitiators: null,
    killedTargets: null,
    killedCivilians: null,
    sources: null,
    killedHigh: null,
    killedSide: null,
    wounded: null,
    attribution: 'stated',
    address: null,
    note: null,
    ...over,
  };
}
