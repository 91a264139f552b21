import { describe, expect, it } from 'vitest';
import { decideDuplicates } from '../../src/host/decideDuplicates.ts';
import type { Examination } from '../../src/evidence/index.ts';
import type { Theatre } from '../../src/language/index.ts';
import { createMemoryStore, type EventStore } from '../../src/record/index.ts';
import { readWholeRecord } from '../record/readWholeRecord.ts';
import { writeRows, type Cells } from '../record/tacitCsvText.ts';
import { makeFolder, runTacit } from '../cli/runTacit.ts';

const AT: Cells = { place: 'Erbil', killed_min: '1', killed_max: '1' };
/** E1 to E3 are a chain of days at one place; E4 is another place; E5 stands alone, sides swapped against E6. */
const ROWS: readonly Cells[] = [
  { ...AT, date_start: '2020-01-03', date_end: '' },
  { ...AT, date_start: '2020-01-04', date_end: '' },
  { ...AT, date_start: '2020-01-05', date_end: '' },
  { ...AT, date_start: '2020-01-04', date_end: '', place: 'Taji' },
  { ...AT, date_start: '2020-02-01', date_end: '' },
  { ...AT, date_start: '2020-02-01', date_end: '', initiator: 'KH', target: 'US' },
];

function theatre(lines: string, more = ''): string {
  return `tacit 1
theatre "Twice told"
record "events.csv"
  covers 2020-01-01 to 2020-03-31
${lines}${more}
actor US
actor KH
source Paper "a paper" published 2020-03-31
claim Many by Paper
  3 US strikes on KH from 2020-01-01 to 2020-03-31
claim Back by Paper
  when US strikes KH then KH attacks US within 7 days
`;
}

const at = makeFolder({
  'events.csv': writeRows(ROWS),
  'other.csv': writeRows([{ ...AT, id: 'O1', date_start: '2020-01-06', date_end: '' }]),
  'apart.tacit': theatre(''),
  'once.tacit': theatre('  duplicates once\n'),
  'decided.tacit': theatre('  duplicate "E1" of "E2"\n  duplicate "E5" of "E6"\n'),
  'distinct.tacit': theatre('  duplicates once\n  distinct "E1" and "E2"\n'),
  'unknown.tacit': theatre('  duplicate "E7" of "E2"\n'),
  'contradiction.tacit': theatre(
    '  duplicate "E1" of "E2"\n  duplicate "E2" of "E3"\n  distinct "E1" and "E3"\n',
  ),
  'across.tacit': theatre(
    '  duplicates once\n  duplicate "E4" of "O1" in "other.csv"\n',
    'record "other.csv"\n  covers 2020-01-01 to 2020-03-31\n',
  ),
  'lacksFile.tacit': theatre(
    '  duplicate "E4" of "O1"\n',
    'record "other.csv"\n  covers 2020-01-01 to 2020-03-31\n',
  ),
});

/** Strikes of the United States that `tacit match` counts. */
async function countStrikes(file: string): Promise<number | undefined> {
  const { out, error } = await runTacit('match', at(file), '--json');
  if (out === '') throw new Error(error);
  const report = JSON.parse(out) as { streams: { text: string; events: number }[] };
  return report.streams.find(({ text }) => text.startsWith('US strike'))?.events;
}

describe('possible duplicates', () => {
  it('count apart unless the theatre says otherwise', async () => {
    expect(await countStrikes('apart.tacit')).toBe(5);
  });

  it('count once: of a chain of days every other one', async () => {
    // E2 goes with E1; E3 is two days from E1; E6 goes with E5.
    expect(await countStrikes('once.tacit')).toBe(4);
  });

  it('count as the person decided, whatever the setting', async () => {
    expect(await countStrikes('decided.tacit')).toBe(3);
    expect(await countStrikes('distinct.tacit')).toBe(4);
  });

  it('are joined across the records of the theatre', async () => {
    // E1 counts, E2 goes with it; E3 counts and O1 (with E4) goes with E3; E5 counts.
    expect(await countStrikes('across.tacit')).toBe(3);
  });

  it('leave their rows out of the evidence that is shown', async () => {
    const { out } = await runTacit('examine', at('decided.tacit'), '--json');
    const { claims } = JSON.parse(out) as Examination;
    const shown = new Set(claims.flatMap(({ events }) => events.map(({ id }) => id)));
    expect([...shown].sort()).toEqual(['E2', 'E3', 'E4']);
  });
});

describe('a decision', () => {
  it.each([
    ['unknown.tacit', /No row of events\.csv.* has the id "E7".*Did you mean "E1"\?/],
    ['lacksFile.tacit', /stands in other\.csv: add `in "other\.csv"`/],
    ['contradiction.tacit', /"E1" of events\.csv and "E3" of events\.csv are distinct/],
  ])('that cannot be followed is told: %s', async (file, words) => {
    for (const command of ['match', 'examine']) {
      const { code, out, error } = await runTacit(command, at(file));
      expect([code, out]).toEqual([2, '']);
      expect(error).toMatch(words);
    }
  });
});

describe('more pairs than can be listed', () => {
  const store: EventStore = {
    ...createMemoryStore(readWholeRecord(writeRows(ROWS)).events),
    duplicates: () => Promise.resolve({ count: 1_000_000, pairs: [] }),
  };
  const records = (setting: 'apart' | 'once') =>
    [
      { file: 'test.csv', countsPer: null, decisions: [], duplicates: { value: setting, default: false } },
    ] as unknown as Theatre['records'];

  it('cannot be counted once, and are not tried as a reading', async () => {
    expect(await decideDuplicates({ records: records('once') }, store)).toMatchObject({
      ok: false,
      message: expect.stringContaining('1,000,000 pairs') as string,
    });
    const apart = await decideDuplicates({ records: records('apart') }, store);
    expect(apart).toMatchObject({ ok: true, value: { duplicateReadings: [] } });
  });
});

it('gives the other setting as a reading, where it changes what is counted', async () => {
  const { events } = readWholeRecord(writeRows(ROWS));
  const records = [
    { file: 'test.csv', countsPer: null, decisions: [], duplicates: { value: 'apart', default: true } },
  ] as unknown as Theatre['records'];
  const decided = await decideDuplicates({ records }, createMemoryStore(events));
  if (!decided.ok) throw new Error(decided.message);
  expect(decided.value.duplicateReadings).toEqual([
    {
      name: 'possible duplicates counted once',
      without: [3, 7].map((line) => ({ record: events[0]?.record, line })),
    },
  ]);
  const alone = await decideDuplicates({ records }, createMemoryStore(events.slice(0, 1)));
  expect(alone).toMatchObject({ ok: true, value: { duplicateReadings: [] } });
});
