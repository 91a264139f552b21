import { describe, expect, it } from 'vitest';
import { lintRecord, type RecordFacts } from '../../src/language/index.ts';
import { theatreOf } from './theatreText.ts';

const theatre = theatreOf(`tacit 1
theatre "Lints"
record "events.csv"
  covers 2017-01-01 to 2024-12-31
actor US
actor IS
source S
claim Plain by S
  when US strikes IS then IS attacks US within 3 days
claim Killing by S
  US strikes IS on 2019-12-29 killing at least 50
claim Deaths by S
  deaths from US strikes fall from 2020-01-01
claim Graded by S
  when US strikes IS then no extra IS attacks on US within 30 days
  graded by killed
`);

const FACTS: RecordFacts = {
  events: 100,
  withDeaths: 40,
  byDateLength: [
    { days: 1, events: 40 },
    { days: 7, events: 60 },
  ],
  byPattern: new Map(),
};

function codes(facts: Partial<RecordFacts>, pedantic: boolean): string[] {
  const found = lintRecord(theatre, { ...FACTS, ...facts }, { file: 'theatre.tacit', pedantic });
  return found.map(({ code, line, file }) => `${code} ${line} ${file}`);
}

describe('lintRecord', () => {
  it('tells every claim that asks for deaths of a record without them', () => {
    const expected = [10, 12, 14].map((line) => `deaths-not-held ${line} theatre.tacit`);
    expect(codes({ withDeaths: 0 }, false)).toEqual(expected);
    expect(codes({}, false)).toEqual([]);
    expect(codes({ withDeaths: 0, events: 0 }, false)).toEqual([]);
  });

  it('tells windows shorter than most dates, when asked', () => {
    expect(codes({}, true)).toEqual(['window-shorter-than-dates 8 theatre.tacit']);
    expect(codes({ byDateLength: [{ days: 3, events: 100 }] }, true)).toEqual([]);
  });

  it('tells patterns that take no event, when asked', () => {
    const byPattern = new Map([
      ['US strikes IS', 0],
      ['IS attacks US', 3],
    ]);
    const lines = codes({ byPattern, byDateLength: [] }, true);
    expect(lines).toEqual(['matches-nothing 8 theatre.tacit', 'matches-nothing 14 theatre.tacit']);
  });
});
