import type { Claim } from '../../language/index.ts';
import type { ClaimPlan, ClaimTest, CountPanel, Plan, PlannedStream } from '../../model/index.ts';
import type { Event } from '../../record/index.ts';
import type { RandomStream } from '../../stats/index.ts';
import type { JudgeContext } from '../judge/context.ts';
import { theatreKey } from '../theatreKey.ts';
import { listMadeEvents } from './listMadeEvents.ts';
import { FIRST_DAY } from './madeDays.ts';
import type { MadeWorld } from './madeWorld.ts';
import { makeRecord } from './makeRecord.ts';

const DELAY = { family: 'geometric', from: 1, to: 14 };
const NOWHERE = { start: 0, end: 0, line: 0, column: 0 };

/**
 * Claims about one made record as their judges get them, without a text in between: the answer, either way; fewer acts
 * after the other side's; a fall in the middle of the record. The same stream of random numbers gives the same claims.
 */
export function makeContexts(world: MadeWorld, random: RandomStream): JudgeContext[] {
  const record = makeRecord(world, random);
  const rows = listMadeEvents(record, random);
  const days = { first: FIRST_DAY, last: FIRST_DAY + record.a.length - 1 };
  const ones = new Float64Array(record.a.length).fill(1);
  const panel: CountPanel = {
    first: FIRST_DAY,
    stepDays: 1,
    steps: record.a.length,
    streams: ['north', 'south'],
    counts: [record.a, record.b],
    recorded: new Uint8Array(record.a.length).fill(1),
    coverage: [ones, ones],
  };
  const events = new Map<string, readonly Event[]>([
    ['north', rows.filter(({ initiators }) => initiators[0] === 'North')],
    ['south', rows.filter(({ initiators }) => initiators[0] === 'South')],
  ]);
  const claims = listTests(days.first, record.a.length).map((test): ClaimPlan => ({
    claim: test.kind,
    days: [days],
    daysAfterPublication: [],
    judgedUntil: days.last,
    publishedDefault: true,
    test,
    testAfterPublication: null,
  }));
  const plan: Plan = {
    ...days,
    recorded: [days],
    stepDays: 1,
    streams: [streamOf('north', 'North strikes South'), streamOf('south', 'South attacks North')],
    claims,
    rivals: [],
    totals: [],
  };
  const rest = { counts: record.c, texts: ['West strikes East'] };
  return claims.map((claimPlan) => ({
    claim: claimOf(claimPlan),
    source: null,
    claimPlan,
    plan,
    panel,
    readings: [],
    facts: new Map(
      [...events].map(([id, own]) => [id, { total: own.length, tooCoarse: 0, recordEvents: rows.length }]),
    ),
    events,
    totals: new Map(),
    thinned: false,
    answersOversampled: null,
    direction: null,
    theatre: new Map([[theatreKey('north', 'south'), rest]]),
    samePlace: new Map(),
    seed: 1,
  }));
}

function listTests(first: number, steps: number): ClaimTest[] {
  const after = (trigger: string, response: string) => ({ trigger, response, nested: null });
  const [half, most] = [first + Math.floor(steps / 2), first + Math.floor((3 * steps) / 4)];
  return [
    { ...after('north', 'south'), kind: 'answer', delay: DELAY, share: null },
    { ...after('south', 'north'), kind: 'answer', delay: DELAY, share: null },
    { ...after('north', 'south'), kind: 'shift', how: 'fewer', negated: false, days: 30 },
    {
      kind: 'change',
      stream: 'south',
      trend: 'falls',
      steadily: false,
      windows: [{ first: half, last: most }],
      base: [{ first: 2 * half - most - 1, last: half - 1 }],
      baseText: 'the days before',
      comparison: null,
      by: null,
    },
  ];
}

function streamOf(id: string, text: string): PlannedStream {
  return { id, text, unit: { of: 'events' }, selection: { id, anyOf: [] }, columns: null, untestable: null };
}

/** Judges read the plan; the sentence itself is only shown. */
function claimOf({ claim: name, judgedUntil }: ClaimPlan): Claim {
  return {
    name,
    source: 'Made',
    citing: [],
    passage: null,
    quote: null,
    text: name,
    form: { kind: 'untestable', of: 'intent', text: name },
    restrictions: [],
    assumptions: {
      delay: { value: 'geometric', default: true },
      smallestAnswer: { value: 0.1, default: true },
      smallestRateRatio: { value: 0.8, default: true },
      calmDays: { value: 7, default: true },
    },
    judgedUntil: { value: judgedUntil, default: true },
    at: NOWHERE,
  };
}
