/** What an import, a look into its store and a draft tell people who brought the wrong table, or half of one. */
import { describe, expect, it } from 'vitest';
import { storePath } from '../../src/store/openDatabase.ts';
import { writeImport } from '../../src/store/writeImport.ts';
import { goodRows, makeRecord, row } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const unread = makeRecord(goodRows.map((line) => line.replace(/20\d\d-/g, '20-')));
const semicolons = makeRecord(goodRows).replaceAll(',', ';');
const twins = [
  row('A1', '2020-01-01', 'North', 'South', 'airstrike'),
  row('A2', '2020-01-01', 'North', 'South', 'airstrike'),
];

describe('tacit import', () => {
  const at = makeFolder({
    'unread.csv': unread,
    'semicolons.csv': semicolons,
    'totals.csv': 'date,source,scope,total\n2020-02-16,AFP,since 2019-10-01,19\n',
    'deaths.csv': 'date,north_kills,south_kills\n2020-01-01,0,3\n2020-01-02,1,0\n',
    'weekly.csv': 'week,north,south\n2020-01-05,0,3\n2020-01-12,1,0\n',
    'one.csv': makeRecord(twins),
    'two.csv': makeRecord([row('B1', '2020-01-01', 'North', 'South', 'airstrike')]),
  });
  const into = at('');

  it('ends with 2 and says so loudly where no row could be read', async () => {
    const { code, error } = await runTacit('import', at('unread.csv'), '--into', into);
    expect(code).toBe(2);
    expect(error).toContain('unread.csv: none of its 48 rows could be read, so it holds no event');
  });

  it.each([
    ['semicolons.csv', 'divided by semicolons', 'commas'],
    ['totals.csv', 'published totals', 'totals "totals.csv"'],
    ['deaths.csv', 'table of counts', 'as counts per day'],
    ['weekly.csv', 'table of counts', 'as counts per week'],
  ])('knows %s for what it is and says what to write', async (file, what, write) => {
    for (const args of [['--into', into], ['--draft-map']]) {
      const { code, error } = await runTacit('import', at(file), ...args);
      expect(code).toBe(2);
      expect(error).toContain(what);
      expect(error).toContain(write);
      expect(error).not.toContain('--draft-map');
    }
  });

  it('counts one pair as one, and says which pairs lie across records', async () => {
    const own = await runTacit('import', at('one.csv'), '--into', into);
    expect(own.error).toContain('1 pair of events may be one incident coded twice\n');
    const other = await runTacit('import', at('two.csv'), '--into', into);
    expect(other.error).toMatch(/2 pairs of events .*twice, 2 of them with an event of another record here/);
    const looked = await runTacit('record', '--into', into);
    expect(looked.out).toMatch(/3 pairs of rows .*twice, 2 of them with a row of\s+another record/s);
  });
});

describe('tacit import --draft-map', () => {
  const at = makeFolder({
    'german.csv': 'Tag;Täter;Ziel;Tat\n03.04.2020;Nord;Süd;Angriff\n05.04.2020;Süd;Nord;Angriff\n',
  });

  it('never says that dates need no order where it saw none', async () => {
    const { code, out } = await runTacit('import', at('german.csv'), '--draft-map');
    expect(code).toBe(0);
    expect(out).not.toContain('need no order');
    expect(out).toMatch(/"dmy"/);
  });
});

it('the terminal says why a pattern is absent, once for all claims that share it', async () => {
  const at = makeFolder({
    'events.csv': makeRecord(goodRows),
    'theatre.tacit': `tacit 1
theatre "A border"
record "events.csv"
  covers 2020-01-01 to 2021-12-31
actor North
actor South
actor West
source Gazette published 2022-01-10
claim Far by Gazette
  when West strikes North then North strikes West within 10 days
claim Farther by Gazette
  when West strikes North then North attacks West within 10 days
claim Part by Gazette
  North strikes on South is most of North attacks on South
`,
  });
  const { out } = await runTacit('examine', at('theatre.tacit'));
  expect(out).toContain('pair absent');
  const [absent = ''] = out.split('Parts of');
  expect(absent.replace(/\s+/g, ' ').split('holds no event of "West strikes North" at all').length).toBe(2);
  expect(out).not.toMatch(/24 triggers/);
});

it('a look into a folder says that an import was stopped, and how to go on', async () => {
  const rows = Array.from({ length: 2000 }, (_, index) =>
    row(`R${index}`, '2020-01-01', 'North', `Side ${index}`, 'airstrike'),
  );
  const at = makeFolder({ 'long.csv': makeRecord(rows), 'short.csv': makeRecord(goodRows) });
  const into = at('');
  await runTacit('import', at('short.csv'), '--into', into);
  expect((await runTacit('record', '--into', into)).error).toBe('');
  let read = 0;
  const job = { store: storePath(into), path: at('long.csv'), name: 'long.csv', format: 'tacit-csv' };
  const options = { dates: null, map: null };
  const stopped = await writeImport(
    { ...job, options, memoryMegabytes: 256, partRows: 500 },
    (found) => (read = found),
    () => read >= 1000,
  );
  expect(stopped.kind).toBe('fault');
  const { code, error, out } = await runTacit('record', '--into', into);
  expect(code).toBe(0);
  expect(error).toMatch(/long\.csv: an import was stopped\. Its first [\d,]+ rows are kept apart/);
  expect(out).not.toContain('long.csv');
});
