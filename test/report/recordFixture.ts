/** Made-up facts about a made-up record. */
import type { RecordQuality } from '../../src/evidence/index.ts';

function countMonths(): { month: string; events: number }[] {
  const months: { month: string; events: number }[] = [];
  for (let index = 0; index < 86; index += 1) {
    const month = 2017 * 12 + 4 + index;
    const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const missing = name >= '2018-07' && name <= '2019-05';
    const busy = name >= '2023-10' && name <= '2024-02' ? 40 : 0;
    months.push({ month: name, events: missing ? 0 : ((index * 7) % 9) + busy });
  }
  return months;
}

export const MADE_UP_RECORD: RecordQuality = {
  file: 'made-up-events.csv',
  hash: 'b41e0d97aa55c2f19d0e77aa10b3c4d5e6f7081923a4b5c6d7e8f90a1b2c3d4e',
  format: 'tacit csv',
  covers: { first: '2017-05-01', last: '2024-06-30' },
  rows: 1204,
  right: 1171,
  setAside: 33,
  setAsideRows: [
    { line: 17, column: 'date_start', reason: '2019-02-30 is not a day of the calendar' },
    { line: 230, column: null, reason: '19 fields where the header has 20' },
    { line: 611, column: 'killed_min', reason: '“several” is not a number' },
  ],
  files: [
    {
      file: 'made-up-events.csv',
      hash: 'b41e0d97aa55c2f19d0e77aa10b3c4d5e6f7081923a4b5c6d7e8f90a1b2c3d4e',
      rows: 1204,
      setAside: 33,
    },
  ],
  setAsideReasons: [
    { column: 'date_start', reason: '… is not a day of the calendar', rows: 21, firstLine: 17 },
    { column: null, reason: '… fields where the header has …', rows: 11, firstLine: 230 },
    { column: 'killed_min', reason: '"…" is not a number', rows: 1, firstLine: 611 },
  ],
  first: '2017-05-03',
  last: '2024-06-28',
  withPosition: 14,
  undirected: 402,
  sources: [
    { name: 'Daily Made-up', events: 700 },
    { name: 'الخبر', events: 31 },
  ],
  initiators: [
    { name: 'Blues', events: 640 },
    { name: 'Reds', events: 401 },
  ],
  targets: [{ name: 'Reds', events: 650 }],
  mappedActs: [
    { name: 'rocket', actClass: 'rocket', events: 800 },
    { name: 'AIR/drone', actClass: 'drone strike', events: 300 },
  ],
  unmappedActs: [{ name: 'drone-shot-down', events: 71 }],
  gaps: [{ first: '2021-07-09', last: '2021-10-13', days: 97, expected: 38.4 }],
  duplicatesCounted: 'apart',
  duplicatesDecided: 2,
  duplicates: {
    count: 61,
    complete: true,
    pairs: [
      {
        earlier: {
          id: 'A12',
          record: 'made-up-events.csv',
          line: 13,
          days: '2023-10-18',
          sides: 'Blues on Reds',
          act: 'rocket',
          place: 'Far Valley',
        },
        later: {
          id: 'A13',
          record: 'made-up-events.csv',
          line: 14,
          days: '2023-10-18 to 2023-10-19',
          sides: 'Reds on Blues',
          act: 'rocket',
          place: 'Far Valley',
        },
        metres: 1240,
      },
      {
        earlier: {
          id: 'A40',
          record: 'made-up-events.csv',
          line: 41,
          days: '2023-11-01',
          sides: 'nobody named and Reds',
          act: 'rocket',
          place: 'الوادي',
        },
        later: {
          id: 'O "7"',
          record: 'other-events.csv',
          line: 8,
          days: '2023-11-02',
          sides: 'nobody named and Reds',
          act: 'rocket',
          place: 'الوادي',
        },
        metres: null,
      },
    ],
  },
  columns: [],
  byPrecision: { day: 1004, night: 60, approx: 41, week: 31, month: 30, year: 2, spell: 3 },
  byAttribution: { stated: 620, claimed: 301, attributed: 140, unattributed: 80, unknown: 30 },
  byMonth: countMonths(),
  missing: [{ first: '2018-07-01', last: '2019-05-31' }],
  withDeaths: 288,
  withoutInitiator: 96,
  contested: 12,
  totals: [
    {
      source: 'Ministry of the Made-up',
      scope: 'Blues attacks on Reds',
      first: '2023-10-17',
      last: '2024-02-04',
      published: 170,
      recorded: 61,
    },
  ],
  faults: [
    'Between 2023-10-17 and 2024-02-04 the record holds 61 of about 170 published attacks: it is thinned.',
    'Attacks that were answered were searched for: answers are over-sampled, so shares of answered attacks are too high.',
    'Nobody recorded the days from 2018-07-01 to 2019-05-31.',
  ],
  undeclaredActors: [
    { name: 'Greens', events: 41 },
    { name: 'الخضر', events: 7 },
    { name: 'unknown gunmen', events: 3 },
  ],
  undeclaredPlaces: [{ name: 'Far Valley', events: 12 }],
};
