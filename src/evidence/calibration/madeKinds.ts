import type { MadeClaim } from './madeClaims.ts';
import type { MadeKind } from './madeKind.ts';
import { MADE_SHAPES } from './madeShapes.ts';
import { LATE_DAY, type MadeWorld } from './madeWorld.ts';

/** Enough that 5 % false has an upper limit of 7 %. */
const MANY = 400;
const SOME = 100;
const STRENGTHS = [0.6, 1.5] as const;
const TWO_YEARS = 730;
/** Base rate at which two years hold about 48 acts, with those that they bring with them. */
const FORTY_EIGHT = (0.85 * 48) / TWO_YEARS;

const STEADY_RULE: MadeWorld = { rateA: 0.12, rateB: 0.15, rhoAB: 0.8 };

const none = (name: string, about: string, world: MadeWorld, records = SOME): MadeKind => ({
  name,
  about,
  group: 'no rule',
  world,
  records,
});

const rule = (name: string, about: string, world: MadeWorld, claims: readonly MadeClaim[]): MadeKind => ({
  name,
  about,
  group: 'rule',
  world,
  records: SOME,
  claims,
});

/** The same kind in a theatre whose file speaks of the bystander pair too, which feels the wave when A does. */
const seen = (kind: MadeKind): MadeKind => ({
  ...kind,
  name: `${kind.name}, others seen`,
  about: `${kind.about}; the file also names the bystanders, whom the wave moves when it moves A`,
  world: kind.world.wave ? { ...kind.world, wave: { ...kind.world.wave, theatre: true } } : kind.world,
  bystanders: true,
  claims: ['when', 'mutual'],
});

const waves: readonly MadeKind[] = [3, 10, 30, 60, 200].flatMap((tau) => [
  none(
    `wave ${tau} days, theatre`,
    `a log-rate wave of time scale ${tau} days, sd 0.6 to 1.5, moves the whole theatre`,
    { wave: { tau, sd: STRENGTHS, theatre: true } },
    MANY,
  ),
  none(
    `wave ${tau} days, two sides`,
    `the same wave moves A and B and nobody else`,
    { wave: { tau, sd: STRENGTHS } },
    MANY,
  ),
]);

const lateWave = none(
  'late wave',
  'a wave of 10 days reaches B three days late',
  { wave: { tau: 10, sd: 1, late: 3 } },
  MANY,
);
const bothUnderWave = rule(
  'both 0.3, wave 30 days',
  'the same at 0.3 under a wave of 30 days',
  { rhoAB: 0.3, rhoBA: 0.3, wave: { tau: 30, sd: 1 } },
  ['when', 'mutual'],
);

/** All kinds, in the order of the table: those without a rule first. Source of `log-Gaussian`: mohler2013. */
export const MADE_KINDS: readonly MadeKind[] = [
  none('independent', 'A and B have nothing to do with each other', {}),
  none('overdispersed', 'negative binomial counts of size 0.3', { psi: 1 / 0.3 }),
  none('B self-exciting', "half of B's events bring another one", { ownB: 0.5 }),
  none('both self-exciting', 'half of all events bring another one of the same side', {
    ownA: 0.5,
    ownB: 0.5,
  }),
  none('trend times 8', 'both rates grow eightfold over the record', { trend: 8 }),
  none('season', 'both rates follow the year, log amplitude 0.8', { season: 0.8 }),
  none('reporting bias', 'the record holds 30 to 100 % of all events, anew about every 90 days', {
    reporting: { least: 0.3, meanDays: 90 },
  }),
  none('missing spells', 'three spells of 40 to 120 days are not recorded, and the theatre says so', {
    missing: { spells: 3, told: true },
  }),
  none('missing spells, untold', 'the same, and nobody says so', { missing: { spells: 3, told: false } }),
  ...waves,
  none('campaign', 'both rates are fourfold for 120 days', { campaign: { days: 120, times: 4 } }, MANY),
  none(
    'shocks that fade',
    'both rates jump sixfold about every 90 days and fade over 10',
    { shocks: { everyDays: 90, times: 6, fade: 10 } },
    MANY,
  ),
  none(
    'calm and storm',
    'both rates switch between one- and fivefold, about 20 days each',
    { switching: { times: 5, meanDays: 20 } },
    MANY,
  ),
  none(
    'log-Gaussian',
    'both rates follow one log-Gaussian wave of 20 days, Poisson counts, no own history',
    { wave: { tau: 20, sd: 1 }, psi: 0, ownA: 0, ownB: 0 },
    MANY,
  ),
  none(
    'smooth wave',
    'a wave of 10 days that bends slowly',
    { wave: { tau: 10, sd: 1, smooth: true } },
    MANY,
  ),
  none('reverse rule', 'A answers B, 0.45; B does not answer A', { rhoBA: 0.45 }, MANY),
  none(
    'reverse rule, smooth wave',
    'A answers B, 0.3, beside a smooth wave of 10 days',
    { rhoBA: 0.3, wave: { tau: 10, sd: 1, smooth: true } },
    MANY,
  ),
  none(
    'hidden third cause',
    'unrecorded acts move A at once and B five days later',
    { rateA: 0.15, rateB: 0.15, third: { rate: 0.3, effect: 0.8, late: 5 } },
    MANY,
  ),
  lateWave,
  seen(lateWave),
  none('coded twice 5 %', "5 % of A's incidents stand in the record a second time as B's", {
    codedTwice: 0.05,
  }),
  none('coded twice 15 %', 'the same of 15 %', { codedTwice: 0.15 }),
  ...MADE_SHAPES,
  {
    ...none('recording halves', 'from the first claimed day on the record holds half of all events', {
      losing: 0.5,
    }),
    claims: [
      'falls',
      'truce',
      'compared',
      'one-sided truce',
      'falls steadily',
      'unchanged',
      'by half',
      'when',
    ],
  },
  {
    ...none(
      'rule less recorded',
      'B answers A 1 throughout five years; from a day on the record holds two events in five',
      { days: 1826, rateA: 0.12, rateB: 0.1, rhoAB: 1, losing: 0.4, losingFrom: LATE_DAY },
    ),
    claims: ['weaker', 'different', 'stronger', 'when'],
  },
  rule('one way 0.3', 'B answers A, 0.3', { rhoAB: 0.3 }, ['when', 'more', 'mutual']),
  rule('one way 0.45', 'B answers A, 0.45', { rhoAB: 0.45 }, [
    ...(['when', 'more', 'mutual', 'falls', 'compared', 'no extra', 'while', 'stronger'] as const),
  ]),
  rule('both 0.3', 'both sides answer, 0.3', { rhoAB: 0.3, rhoBA: 0.3 }, ['when', 'mutual']),
  rule('both 0.45', 'both sides answer, 0.45', { rhoAB: 0.45, rhoBA: 0.45 }, ['when', 'mutual']),
  bothUnderWave,
  seen({ ...bothUnderWave, about: 'both sides answer, 0.3, under a wave of 30 days' }),
  rule(
    'both 0.45, wave 30 days',
    'the same at 0.45',
    { rhoAB: 0.45, rhoBA: 0.45, wave: { tau: 30, sd: 1 } },
    ['when', 'mutual'],
  ),
  rule(
    '48 triggers 0.5',
    'two years with about 48 acts of A, B answers 0.5',
    { days: TWO_YEARS, rateA: FORTY_EIGHT, rateB: 0.15, rhoAB: 0.5 },
    ['when'],
  ),
  rule(
    '48 triggers 1',
    'the same, B answers 1',
    { days: TWO_YEARS, rateA: FORTY_EIGHT, rateB: 0.15, rhoAB: 1 },
    ['when'],
  ),
  rule(
    'deterrence',
    "each act of A lowers B's rate by a quarter for 30 days; about 60 acts of A, B 0.6 a day",
    { rateA: 0.05, rateB: 0.6, shift: { gamma: Math.log(0.75), days: 30 } },
    ['fewer', 'more', 'when'],
  ),
  rule(
    'backlash',
    "each act of A doubles B's rate for 10 days; about 90 acts of A",
    { rateA: 0.07, rateB: 0.15, ownB: 0, shift: { gamma: Math.log(2), days: 10 } },
    ['more soon', 'fewer'],
  ),
  rule('fall by half', "B's rate is halved on the claimed days", { change: { times: 0.5, both: false } }, [
    ...(['falls', 'when', 'compared', 'unchanged', 'rises'] as const),
  ]),
  rule('rise to the double', 'it is doubled', { change: { times: 2, both: false } }, ['rises', 'unchanged']),
  rule(
    'steady fall',
    "B's rate slides to a fifth through the claimed days",
    { change: { times: 0.2, both: false, steadily: true } },
    ['falls steadily', 'falls'],
  ),
  rule('steady rise', 'it slides up to the fivefold', { change: { times: 5, both: false, steadily: true } }, [
    'rises steadily',
    'rises',
  ]),
  rule(
    'less in a period',
    "B's rate is halved in a period of two half years",
    { consent: { inside: 0.5, outside: 1 } },
    ['recurring', 'only during', 'recurring truce'],
  ),
  rule(
    'only in a period',
    'B acts on the days of the period alone, 0.1 a day',
    { consent: { inside: 1, outside: 0 }, rateB: 0.1 },
    ['only during'],
  ),
  rule(
    'only behind',
    'B acts only in answer to about 35 acts of A, 0.8',
    { rateA: 0.03, rateB: 0, ownB: 0, rhoAB: 0.8 },
    ['only within', 'starts', 'share'],
  ),
  rule(
    'against each other',
    'a log-rate wave of 30 days, sd 1, lifts A as it lowers B',
    { wave: { tau: 30, sd: 1, against: true } },
    ['against', 'together'],
  ),
  rule(
    'A begins',
    'A acts on its own, B hardly ever but in answer (0.5)',
    { rateA: 0.08, rateB: 0.01, rhoAB: 0.5 },
    ['starts'],
  ),
  rule(
    'rule that grew',
    'B answers A 0.1, and 1 in the second half; about 150 acts of A',
    { rateA: 0.12, rhoAB: 0.1, lateRhoAB: 1 },
    ['stronger'],
  ),
  rule('truce', 'both rates fall to a third on the claimed days', { change: { times: 1 / 3, both: true } }, [
    ...(['truce', 'falls', 'when', 'compared', 'one-sided truce', 'by half'] as const),
  ]),
  rule(
    'general calm',
    'all rates are halved on the claimed days, of the bystanders too: as if half were recorded',
    { change: { times: 0.5, both: true, all: true } },
    ['falls', 'truce', 'compared'],
  ),
  rule(
    'rule that shrank',
    'B answers A 1, and 0.1 in the second half; about 150 acts of A',
    { rateA: 0.12, rhoAB: 1, lateRhoAB: 0.1 },
    ['weaker', 'different', 'stronger'],
  ),
  rule(
    'rule in a campaign',
    'B answers A 0.8 throughout; both rates are fourfold for 120 days',
    { ...STEADY_RULE, campaign: { days: 120, times: 4 } },
    ['when', 'different', 'stronger', 'weaker', 'while others'],
  ),
  rule(
    'rule under a wave',
    'B answers A 0.8 throughout, under a wave of 60 days of the whole theatre',
    { ...STEADY_RULE, wave: { tau: 60, sd: 1, theatre: true } },
    ['when', 'while others', 'while', 'different'],
  ),
  rule(
    'rule under an opposite wave',
    'B answers A 0.3; a wave of 30 days lifts A as it lowers B',
    { rhoAB: 0.3, wave: { tau: 30, sd: 0.7, against: true } },
    ['when', 'no extra'],
  ),
];
