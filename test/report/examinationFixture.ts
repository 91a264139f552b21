/** A made-up examination with every finding, form and oddity. No name in it belongs to anybody. */
import { dayFromCivil, formatDay } from '../../src/calendar/index.ts';
import type {
  ClaimExamination,
  ClaimFigures,
  Effect,
  EventRow,
  Examination,
  Finding,
  Guard,
  Part,
  Power,
  Verdict,
} from '../../src/evidence/index.ts';
import { MADE_UP_RECORD } from './recordFixture.ts';
import { MADE_UP_TEXT } from './theatreFixture.ts';

const START = dayFromCivil(2017, 5, 1);
const DAYS = 2617;

/** A small generator of its own (Park and Miller), so that the fixture never changes. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function makeDays(seed: number, rate: number, campaign = 1): { day: string; count: number }[] {
  const next = numbers(seed);
  return Array.from({ length: DAYS }, (_, index) => {
    const inCampaign = index > 2360 && index < 2475;
    const inGap = index >= 426 && index <= 760;
    const count = next() < rate * (inCampaign ? campaign : 1) && !inGap ? 1 + Number(next() < 0.2) : 0;
    return { day: formatDay(START + index), count };
  }).filter(({ count }) => count > 0);
}

function makeFigures(seed: number, rule: boolean): ClaimFigures {
  const next = numbers(seed);
  return {
    timeline: {
      first: '2017-05-01',
      last: '2024-06-30',
      streams: [
        ...(rule
          ? [
              {
                label: 'Reds strike Blues in the Crossing',
                role: 'trigger' as const,
                days: makeDays(seed, 0.006, 9),
              },
            ]
          : []),
        {
          label: 'Blues attack Reds in Bases',
          role: rule ? 'response' : 'counted',
          days: makeDays(seed + 7, 0.01, 60),
        },
      ],
      bands: [
        { label: 'not recorded', first: '2018-07-01', last: '2019-05-31', kind: 'missing' },
        {
          label: 'after the seventh of October',
          first: '2023-10-07',
          last: '2024-06-30',
          kind: rule ? 'period' : 'claimed',
        },
        { label: 'compared with', first: '2020-01-01', last: '2023-10-06', kind: 'compared' },
        { label: 'expected', first: '2023-09-20', last: '2023-10-06', kind: 'expected' },
      ],
      marks: [{ day: '2024-05-14', label: 'published' }],
    },
    responseByLag: rule
      ? {
          lags: Array.from({ length: 57 }, (_, index) => {
            const lag = index - 28;
            const bump = lag > 0 ? 0.09 * Math.exp(-lag / 5) : 0;
            const estimate = 0.05 + bump + 0.02 * next();
            return {
              lag,
              estimate,
              lower: estimate - 0.03,
              upper: estimate + 0.035,
              placeboLower: 0.03,
              placeboMean: 0.055,
              placeboUpper: 0.085,
            };
          }),
          window: { from: 1, to: 14 },
          unit: 'responses per trigger and day',
          placebos: 999,
        }
      : null,
  };
}

function makeEvents(seed: number, count: number): EventRow[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (seed * 31 + index * 17) % DAYS;
    const first = formatDay(START + at);
    return {
      id: `C${String(at).padStart(4, '0')}`,
      record: 'made-up-events.csv',
      line: at + 2,
      first,
      last: index % 9 === 0 ? formatDay(START + at + 1) : first,
      what: index % 2 === 0 ? 'Reds airstrike on Blues' : 'Blues rocket attack on Reds',
      where: index % 2 === 0 ? 'Crossing Town' : 'North Base',
      killed: index % 4 === 0 ? '2 to 5' : null,
      attribution: ['stated', 'claimed', 'attributed', 'unattributed'][index % 4] ?? 'unknown',
      address: `https://example.org/made-up/${at}`,
      note: index % 3 === 0 ? 'made-up note about a made-up event' : null,
    };
  });
}

export const GUARDS: readonly Guard[] = [
  {
    name: 'base test',
    passed: true,
    value: 0.004,
    detail: 'Likelihood-ratio test with trend, own history and the gap mask.',
  },
  {
    name: 'shared wave (T1)',
    passed: false,
    value: 3.1,
    detail: 'A wave shared by both, swelling over about 30 days, explains this as well.',
  },
  {
    name: 'donut',
    passed: true,
    value: 0.41,
    detail: 'Still there beyond the first two days of the window.',
  },
  { name: 'leave out one source', passed: null, value: null, detail: 'The record names one source only.' },
];

export function makeVerdict(part: Part, finding: Finding, changes: Partial<Verdict> = {}): Verdict {
  return {
    part,
    finding,
    reason: null,
    sentence: `On this made-up record the ${part} of this claim is ${finding}.`,
    effect: null,
    power: null,
    events: { trigger: null, response: null },
    guards: [],
    ...changes,
  };
}

const answers = (estimate: number | null, lower: number | null, upper: number | null): Effect => ({
  name: 'branching ratio of answers',
  estimate,
  lower,
  upper,
  level: 0.9,
  unit: 'answers per trigger',
});
const rateRatio = (estimate: number | null, lower: number | null, upper: number | null): Effect => ({
  name: 'rate ratio',
  estimate,
  lower,
  upper,
  level: 0.9,
  unit: 'times the rate',
});
/** A curve that reaches 80 % at `detectable`; ratios are told by their distance from 1. */
const power = (smallestEffect: number, detectable: number): Power => {
  const steps = Array.from({ length: 21 }, (_, index) => index * 0.05);
  const at = (effect: number) => {
    const ratio = smallestEffect > 0.5;
    const distance = ratio ? (1 - effect) / (1 - detectable) : effect / detectable;
    return 1 - Math.exp(-1.609 * distance * distance);
  };
  return {
    smallestEffect,
    power: at(smallestEffect),
    detectable,
    curve: steps.map((effect) => ({ effect, power: at(effect) })),
  };
};

const LINE_OF = new Map(
  MADE_UP_TEXT.split('\n').flatMap((line, index) => {
    const found = /^claim (\S+)/.exec(line);
    return found ? [[found[1] ?? '', index + 1] as const] : [];
  }),
);

export function makeClaim(name: string, form: string, changes: Partial<ClaimExamination>): ClaimExamination {
  const line = LINE_OF.get(name) ?? 1;
  const lines = MADE_UP_TEXT.split('\n');
  let end = line;
  while (/^\s+\S/.test(lines[end] ?? '')) end += 1;
  return {
    name,
    source: 'Gazette',
    sourceDisplay: 'The Made-up Gazette',
    published: '2024-05-14',
    sourceAddress: 'https://example.org/gazette',
    passage: 'paragraph 21',
    quote: 'any strike at the crossing is now answered at the bases',
    form,
    text: lines
      .slice(line, end)
      .map((text) => text.trim())
      .join('\n'),
    line,
    judged: { first: '2017-05-01', last: '2024-05-14', untilPublication: true },
    parts: [],
    afterPublication: null,
    figures: null,
    events: [],
    ...changes,
  };
}

const both = { trigger: 24, response: 148 };

export const MADE_UP: Examination = {
  tacit: '0.1.0',
  seed: 20240514,
  theatre: {
    file: 'made-up.tacit',
    hash: '3f9c1a7e55d0b41e9716a0c2d7f0e6aa94f1b0c33ad2b6d0c1a2b3c4d5e6f708',
    title: 'A made-up theatre: Reds and Blues, 2017 to 2024',
    text: MADE_UP_TEXT,
  },
  records: [MADE_UP_RECORD],
  thresholds: { level: 0.05, powerNeeded: 0.8, smallestAnswer: 0.1, smallestRateRatio: 0.8, waveT1: 6.63 },
  errorControl: {
    procedure: 'Holm over the 8 tested parts of this file',
    level: 0.05,
    tests: 8,
  },
  claims: [
    makeClaim('Answered', 'when … then …', {
      parts: [
        makeVerdict('timing', 'supported', {
          sentence:
            'After a strike at the Crossing, attacks in Bases follow within 14 days more often than chance dates give: about 0.58 extra attacks per strike.',
          effect: answers(0.58, 0.29, 0.91),
          power: power(0.1, 0.24),
          events: both,
          guards: GUARDS.filter((guard) => guard.passed !== false),
        }),
        makeVerdict('cause', 'not separable', {
          sentence:
            'A wave shared by both sides, swelling and ebbing over about 30 days, explains this as well.',
          reason: 'shared wave',
          effect: answers(0.58, 0.29, 0.91),
          power: power(0.1, 0.24),
          events: both,
          guards: GUARDS,
        }),
      ],
      afterPublication:
        'On the 47 days after publication there were 2 strikes and 3 attacks: too few to say.',
      figures: makeFigures(11, true),
      events: makeEvents(1, 60),
    }),
    makeClaim('Deterred', 'when … then fewer …', {
      quote: null,
      parts: [
        makeVerdict('rate', 'too few events', {
          effect: rateRatio(0.81, 0.38, 1.62),
          power: power(0.8, 0.42),
          events: { trigger: 148, response: 24 },
          guards: GUARDS.slice(0, 1),
        }),
      ],
      figures: makeFigures(23, true),
      events: makeEvents(2, 40),
    }),
    makeClaim('Calm', 'truce', {
      parts: [
        makeVerdict('rate', 'supported', {
          effect: rateRatio(0.24, 0.11, 0.49),
          power: power(0.8, 0.79),
          events: { trigger: null, response: 148 },
          guards: GUARDS.slice(0, 1),
        }),
      ],
      figures: makeFigures(31, false),
      events: makeEvents(3, 50),
    }),
    makeClaim('Withdrew', 'falls', {
      parts: [
        makeVerdict('rate', 'contradicted', {
          effect: rateRatio(0.96, 0.82, 1.12),
          power: power(0.8, 0.84),
          events: { trigger: null, response: 201 },
          guards: GUARDS.slice(0, 3),
        }),
      ],
      figures: makeFigures(47, false),
      events: makeEvents(5, 20),
    }),
    makeClaim('Restraint', 'when … then no extra …', {
      parts: [
        makeVerdict('timing', 'contradicted', {
          effect: answers(0.31, 0.14, 1.9),
          power: power(0.1, 0.09),
          events: both,
          guards: GUARDS,
        }),
        makeVerdict('attribution', 'disputed', {
          reason: 'attribution',
          sentence:
            'The finding turns on who did it: with claims by third parties left out nothing is found.',
          effect: answers(0.02, -0.11, 0.15),
          events: { trigger: 12, response: 9 },
        }),
      ],
      figures: makeFigures(59, true),
      events: makeEvents(7, 12),
    }),
    makeClaim('Fifty', 'dated event', {
      parts: [
        makeVerdict('event', 'disputed', {
          reason: 'numbers differ',
          sentence: 'The record holds the strike of 2019-12-29 with 25 killed; the claim says at least 50.',
          effect: { name: 'killed', estimate: 25, lower: null, upper: null, level: 0.9, unit: 'killed' },
          events: { trigger: null, response: 1 },
        }),
      ],
      events: makeEvents(8, 1),
    }),
    makeClaim('Wave', 'total', {
      parts: [
        makeVerdict('total', 'supported', {
          effect: { name: 'count', estimate: 1730, lower: 1650, upper: 1810, level: 0.9, unit: 'attacks' },
          events: { trigger: null, response: 1730 },
        }),
      ],
    }),
    makeClaim('Odd', 'when … then …', {
      source: 'Nobody',
      sourceDisplay: 'Nobody',
      published: null,
      sourceAddress: null,
      passage: null,
      quote: null,
      parts: [
        makeVerdict('timing', 'too few events', {
          effect: answers(null, null, null),
          power: { smallestEffect: 0.1, power: null, detectable: null, curve: [] },
        }),
      ],
      judged: { first: null, last: null, untilPublication: false },
    }),
    makeClaim('Purpose', 'untestable', {
      parts: [
        makeVerdict('intent', 'not testable', {
          reason: 'intent',
          sentence: 'What somebody wanted is not an event: no record can decide it.',
        }),
      ],
    }),
    makeClaim('GreenLight', 'only during', {
      parts: [
        makeVerdict('timing', 'not testable', {
          reason: 'window not covered',
          sentence: 'None of the days inside the period is recorded.',
        }),
      ],
    }),
    makeClaim('Held', 'holds', {
      parts: [
        makeVerdict('control', 'not testable', {
          reason: 'pair absent',
          sentence: 'The record holds no event that shows who holds a place.',
        }),
      ],
    }),
    makeClaim('WillShift', 'expects', {
      parts: [
        makeVerdict('forecast', 'not testable', {
          reason: 'not resolved',
          sentence: 'The day is not recorded.',
        }),
      ],
    }),
  ],
  sharedEvents: [{ claims: ['Answered', 'Restraint'], events: 17 }],
  diagnostics: [
    {
      code: 'window-coarse',
      severity: 'warning',
      line: 24,
      column: 3,
      message: 'The window of 2 days is shorter than the dates of 31 events are exact.',
      hint: 'Write `within 7 days`.',
    },
  ],
};
