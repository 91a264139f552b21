/** The made-up examination with every picture in it: sums, changes, exchanges, readings, matrix, map, fits. */
import { dayFromCivil, formatDay } from '../../src/calendar/index.ts';
import type {
  ClaimExamination,
  ClaimFigures,
  Examination,
  TheatrePictures,
  TriedOtherwise,
} from '../../src/evidence/index.ts';
import { MADE_UP } from './examinationFixture.ts';

const START = dayFromCivil(2017, 5, 1);

export const TRIED: readonly TriedOtherwise[] = [
  { name: 'imprecise dates at their last day', about: 'days', estimate: 0.5, turned: false },
  { name: 'only events whose doer is stated or claimed', about: 'doers', estimate: 0.1, turned: true },
  { name: 'events without a named doer counted too', about: 'doers', estimate: null, turned: true },
  { name: 'window of 28 days', about: 'window', estimate: 0.62, turned: false },
  ...Array.from({ length: 24 }, (_, month): TriedOtherwise => ({
    name: `without 20${20 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    about: 'left out',
    estimate: 0.5 + month / 100,
    turned: false,
  })),
];

export const CLAIM_PICTURES: Pick<ClaimFigures, 'cumulative' | 'diagnostics' | 'episodes'> = {
  cumulative: [
    {
      label: 'Blues attack Reds in Bases',
      what: 'rule',
      points: Array.from({ length: 60 }, (_, index) => ({
        day: formatDay(START + 40 * index),
        recorded: Math.floor(index * 1.4),
        with: index * 1.38,
        without: index * 1.2 + 4,
      })),
      gain: 6.1,
    },
  ],
  diagnostics: [
    {
      label: 'Blues attack Reds in Bases',
      steps: 2400,
      events: 84,
      pit: [1, 1.1, 0.9, 1, 1, 1.02, 0.98, 1, 1.3, 0.7],
      autocorrelation: [0.2, -0.03, null, 0.01, 0, 0, 0.02, 0, 0, 0, 0, 0, 0, 0.05],
      stretches: Array.from({ length: 24 }, (_, index) => ((index * 7) % 5) - 2),
      psi: 1.7,
      dispersion: 0.97,
    },
  ],
  episodes: {
    first: 'Reds strike Blues in the Crossing',
    second: 'Blues attack Reds in Bases',
    calmDays: 7,
    episodes: 41,
    exchanges: 14,
    oneSided: { first: 24, second: 3 },
    startedBy: { first: 30, second: 5, both: 4, unknown: 2 },
    endedBy: { first: 6, second: 5, both: 3 },
    rounds: [
      { rounds: 0, exchanges: 6 },
      { rounds: 1, exchanges: 5 },
      { rounds: 4, exchanges: 3 },
    ],
  },
};

const ACTORS = ['Reds', 'Blues', 'Greens', 'TheVeryLongNamedFrontOfTheSouthernHills', 'الزرق'];

export const THEATRE_PICTURES: TheatrePictures = {
  matrix: {
    actors: ACTORS,
    days: 14,
    fewest: 10,
    leftOut: 3,
    cells: [
      { actor: 'Reds', other: 'Blues', acts: 140, after: 0.58, before: 0.31 },
      { actor: 'Blues', other: 'Reds', acts: 90, after: 0.47, before: 0.45 },
      { actor: 'Greens', other: 'Reds', acts: 4, after: null, before: null },
      { actor: ACTORS[3]!, other: 'Blues', acts: 12, after: 0, before: 0.1 },
      { actor: 'Reds', other: 'الزرق', acts: 2, after: null, before: null },
    ],
  },
  map: {
    places: [
      { name: 'Crossing', latitude: 34.45, longitude: 40.92, events: 24 },
      { name: 'NearCrossing', latitude: 34.37, longitude: 41.09, events: 4 },
      { name: 'NorthBase', latitude: 36.5, longitude: 40.75, events: 0 },
      { name: 'FarTown', latitude: 33.31, longitude: 44.37, events: 50 },
    ],
    unplaced: [{ name: 'Elsewhere', events: 7 }],
    areas: [{ name: 'Bases', places: ['NorthBase', 'Elsewhere'] }],
    routes: [
      {
        name: 'Road',
        through: ['FarTown', 'Crossing', 'NorthBase'],
        states: [{ claim: 'Open', text: 'Road open from 2017-11-01', finding: 'not testable' }],
      },
    ],
    kinds: 'acts of force',
  },
  changes: [
    {
      label: 'Blues attack Reds in Bases',
      claims: ['Answered'],
      level: 0.9,
      segments: [
        { first: '2017-05-01', last: '2023-10-16', rate: 0.02, events: 40 },
        { first: '2023-10-17', last: '2024-06-30', rate: 0.6, events: 140 },
      ],
      changes: [{ day: '2023-10-17', lower: '2023-10-12', upper: '2023-10-19', ratio: 30 }],
    },
  ],
};

/** A claim with all pictures a claim can have. */
export function withPictures(claim: ClaimExamination): ClaimExamination {
  return {
    ...claim,
    figures: claim.figures && { ...claim.figures, ...CLAIM_PICTURES },
    parts: claim.parts.map((part, index) =>
      index > 0
        ? part
        : {
            ...part,
            guards: [
              ...part.guards,
              { name: 'readings', passed: false, value: 26, detail: 'as shown', tried: TRIED },
            ],
          },
    ),
  };
}

export const PICTURED: Examination = {
  ...MADE_UP,
  claims: MADE_UP.claims.map((claim, index) => (index < 2 ? withPictures(claim) : claim)),
  pictures: THEATRE_PICTURES,
};

/** Twenty rules on ten years in which both sides act every tenth day, with a month of every year left out in turn. */
export function twentyRules(): Examination {
  const rule = withPictures(PICTURED.claims.find(({ figures }) => figures?.responseByLag)!);
  const first = dayFromCivil(2014, 4, 1);
  const dayAt = (index: number) => formatDay(first + index);
  const months = Array.from({ length: 120 }, (_, month): TriedOtherwise => ({
    name: `without ${2014 + Math.floor((month + 3) / 12)}-${String(((month + 3) % 12) + 1).padStart(2, '0')}`,
    about: 'left out',
    estimate: 0.5 + month / 1000,
    turned: month === 7,
  }));
  const days = (offset: number) =>
    Array.from({ length: 1217 }, (_, index) => ({ day: dayAt(3 * index + offset), count: 1 })).filter(
      ({ day }) => day < '2018-07-01' || day > '2019-05-31',
    );
  const { timeline } = rule.figures!;
  const claims = Array.from({ length: 20 }, (_, index): ClaimExamination => ({
    ...rule,
    name: `Rule${index}`,
    figures: {
      ...rule.figures!,
      episodes: null,
      timeline: {
        ...timeline!,
        first: dayAt(0),
        last: dayAt(3652),
        streams: timeline!.streams.map((stream, at) => ({ ...stream, days: days(at) })),
      },
    },
    parts: rule.parts.map((part) => ({
      ...part,
      guards: part.guards.map((guard) =>
        guard.tried ? { ...guard, tried: [...TRIED.slice(0, 4), ...months] } : guard,
      ),
    })),
    events: Array.from({ length: 400 }, (__, row) => ({
      ...rule.events[0]!,
      id: `C${index}-${row}`,
      line: 400 * index + row + 2,
      first: dayAt(9 * row),
      last: dayAt(9 * row),
      note: `A made-up note about a made-up event, as long as such notes are: ${'word '.repeat(40)}`,
    })),
    eventsNotShown: 330,
  }));
  return { ...PICTURED, claims };
}

const LONG = 'TheUnitedFrontOfTheSouthernHillsAndOfTheRiverPlainsBeyondThem';
const STRANGE = [
  '大山南部联合阵线与河流平原',
  'جبهة التلال الجنوبية الموحدة وسهول النهر',
  LONG,
  'Ünïön_dér_Höhen',
];

/** Names of sixty letters and of other scripts, ten actors in a matrix, a picture of one event, and one of none. */
export function strangeNames(): Examination {
  const actors = [
    ...STRANGE,
    ...Array.from({ length: 6 }, (_, index) => `Actor${index}${LONG.slice(0, 12 * index)}`),
  ];
  const cells = actors.flatMap((actor, row) =>
    actors.flatMap((other, column) => {
      if (row === column || (row + column) % 3 === 0) return [];
      const few = (row * column) % 4 === 1;
      const untold = (row + 2 * column) % 7 === 0;
      const means = few || untold ? { after: null, before: null } : { after: 12.34, before: 10.5 };
      return [{ actor, other, acts: few ? 3 : 120, ...means, ...(untold ? { undirected: 12 } : {}) }];
    }),
  );
  const rename = (text: string, index: number) =>
    `${STRANGE[index % 4]!} attacks on ${LONG}`.slice(0, 200) + text.slice(0, 0);
  const [first, ...rest] = PICTURED.claims;
  const named = (claim: ClaimExamination, keep: number): ClaimExamination => ({
    ...claim,
    figures: claim.figures && {
      ...claim.figures,
      timeline: claim.figures.timeline && {
        ...claim.figures.timeline,
        streams: claim.figures.timeline.streams.map((stream, index) => ({
          ...stream,
          label: rename(stream.label, index),
          days: stream.days.slice(-keep).slice(0, keep),
        })),
        bands: claim.figures.timeline.bands.map((band, index) => ({
          ...band,
          label: `${band.label} ${STRANGE[index % 4]!}`,
        })),
      },
    },
  });
  const map = THEATRE_PICTURES.map!;
  return {
    ...PICTURED,
    claims: [named(first!, 1), ...rest.map((claim, index) => named(claim, index === 0 ? 0 : 400))],
    pictures: {
      ...THEATRE_PICTURES,
      matrix: { actors, days: 14, fewest: 10, leftOut: 30, cells },
      map: {
        ...map,
        places: map.places.map((place, index) => ({
          ...place,
          name: index === 0 ? place.name : STRANGE[index % 4]!,
        })),
        routes: [],
      },
    },
  };
}
