import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { matchRecord } from '../../src/model/index.ts';
import { createMemoryStore, type CountsTable } from '../../src/record/index.ts';
import { makeEvent } from '../evidence/makeContext.ts';
import { theatreOf } from '../language/theatreText.ts';
import { planOf, SMALL_HEAD } from './smallTheatre.ts';

const DAY = dayFromCivil(2020, 7, 1);
const CLAIMS = `claim Answered by Undated
  when North strikes South then South attacks North within 14 days
claim Fell by Undated
  South attacks on North fall from 2020-09
claim Again by Undated
  South attacks on North rise from 2020-10
`;
const rocket = { initiators: ['South'], targets: ['NO'], code: 'RKT', actClass: 'rocket' };
const events = [
  makeEvent('A', DAY),
  makeEvent('B', DAY + 1, rocket),
  makeEvent('C', DAY + 2, { ...rocket, last: DAY + 60, precision: 'month' }),
  makeEvent('D', DAY, { initiators: ['Strangers'], targets: ['south'], placeNames: ['fort', 'Lost Valley'] }),
  makeEvent('E', DAY, { initiators: ['Strangers', 'STRANGERS'], code: 'XYZ', actClass: null }),
  makeEvent('F', DAY, { code: 'threat', actClass: 'threat' }),
];

async function match(text = `${SMALL_HEAD}${CLAIMS}`, tables: readonly CountsTable[] = [], own = events) {
  const theatre = theatreOf(text);
  return matchRecord(theatre, planOf(theatre), createMemoryStore(own), tables);
}

describe('what of a record a theatre takes', () => {
  it('counts the events of every stream and names the claims that rest on it', async () => {
    const { streams } = await match();
    expect(streams).toEqual([
      { text: 'North strikes South', claims: ['Answered'], events: 1, untestable: null },
      // The event known to its month only cannot show an answer within 14 days, but it counts for a change.
      { text: 'South attacks North', claims: ['Answered'], events: 1, untestable: null },
      { text: 'South attacks on North', claims: ['Fell', 'Again'], events: 2, untestable: null },
    ]);
  });

  it('lists names that nobody declared, commonest first, and none that is', async () => {
    const { undeclaredActors, undeclaredPlaces } = await match();
    expect(undeclaredActors.map(({ name }) => name.toLowerCase())).toContain('strangers');
    expect(undeclaredActors.map(({ name }) => name)).not.toContain('south');
    expect(undeclaredPlaces).toEqual([{ name: 'Lost Valley', events: 1 }]);
  });

  it('lists acts without a class, and classes that no act of the file takes', async () => {
    const { unmappedActs, unusedActs } = await match();
    expect(unmappedActs).toEqual([{ name: 'XYZ', events: 1 }]);
    expect(unusedActs.map(({ name }) => name)).not.toContain('RKT');
  });

  it('does not list a code as left over that an act takes, however it is written', async () => {
    const text = `${SMALL_HEAD.replace('act strike of airstrike, missile', 'act strike of airstrike, code "xyz"')}${CLAIMS}`;
    const { unmappedActs, streams } = await match(
      text,
      [],
      [makeEvent('E', DAY, { code: 'XYZ', actClass: null })],
    );
    expect(streams[0]?.events).toBe(1);
    expect(unmappedActs).toEqual([]);
  });

  it('counts columns of a table as what they hold', async () => {
    const text = `${SMALL_HEAD.replace(
      'record "made.csv"\n  covers 2020-01-01 to 2021-12-31',
      'record "table.csv" as counts per day\n  covers 2020-01-01 to 2020-01-03\n  column a is South attacks on North\n  column b is North strikes on South',
    )}claim Fell by Undated\n  South attacks on North fall from 2020-01-02\nclaim No by Undated\n  West attacks fall from 2020-01-02\n`;
    const table: CountsTable = {
      record: 'table.csv',
      hash: '',
      step: 'day',
      first: dayFromCivil(2020, 1, 1),
      steps: 3,
      columns: { a: [1, null, 4], b: [9, 9, 9] },
      setAside: [],
    };
    const { streams } = await match(text, [table], []);
    expect(streams[0]).toEqual({
      text: 'South attacks on North (column a)',
      claims: ['Fell'],
      events: 5,
      untestable: null,
    });
    expect(streams[1]?.untestable).toContain('West attacks');
  });
});
