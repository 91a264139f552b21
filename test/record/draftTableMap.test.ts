import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { checkTableMap, draftTableMap, sampleTable } from '../../src/record/index.ts';
import { TABLE } from '../../src/record/readMappedTable.ts';
import { readText } from './readText.ts';

function draft(text: string, whole = true): string {
  const sample = sampleTable(text, whole);
  if (sample === null) throw new Error('no column was seen');
  return draftTableMap('table.csv', sample, 'utf-8');
}

const INCIDENTS = `Incident ID;Date;Perpetrator;Target;Type;Town;Lat;Lon;Killed;Colour
7;16/05/2024;Group A;Army;Airstrike;Ytown;34.5;43.2;3;"a; b"
8;03/04/2024;Group A, Group B;Army;Looting;Ytown;34.5;43.2;NA;
9;05/05/2024;;Army;Airstrike;;;;0;x
`;

describe('the draft of a map', () => {
  it('proposes columns by their names, with the reason, and confirms nothing', () => {
    const text = draft(INCIDENTS);
    expect(parse(text)).toMatchObject({
      ...{ confirmed: false, delimiter: ';', quoted: true, encoding: 'utf-8', dates: 'dmy', unknown: ['NA'] },
      columns: {
        ...{ id: 'Incident ID', date: 'Date', initiator: 'Perpetrator', target: 'Target', act: 'Type' },
        ...{ place: 'Town', latitude: 'Lat', longitude: 'Lon', killed_best: 'Killed' },
      },
      acts: { Airstrike: 'airstrike' },
    });
    expect(parse(text)['directed']).toBeUndefined();
    expect(text).toContain('# "Looting" = "…"  # 1 row');
    expect(text).toContain('# Not used: Colour');
    expect(text).toContain('Of 3 dates 1 make sense only day first, 0 only month first');
    expect(text).toContain('# name_separator = ","');
  });

  it('reads the table once a person has answered and confirmed it', () => {
    const answered = draft(INCIDENTS)
      .replace('confirmed = false', 'confirmed = true')
      .replace('# directed = true', 'directed = true');
    const reading = checkTableMap(parse(answered), 'map.toml');
    if (reading.kind === 'fault') throw new Error(reading.fault.message);
    const { events, setAside } = readText(TABLE, INCIDENTS, { map: reading.map });
    expect(setAside).toEqual([]);
    expect(events.map(({ id, actClass, killedLow }) => [id, actClass, killedLow])).toEqual([
      ['7', 'airstrike', 3],
      ['8', null, null],
      ['9', 'airstrike', 0],
    ]);
  });

  it.each([
    ['where all dates could be either', '03/04/2024', undefined, '# dates = "dmy"'],
    ['where they contradict each other', '05/16/2024,A,B\n16/05/2024', undefined, 'Ask who made the table'],
    ['where all are month first', '05/16/2024', 'mdy', 'dates = "mdy"'],
    ['where all are eight digits', '20240516', 'ymd', 'dates = "ymd"'],
    ['where none needs it', '2024-05-16', undefined, 'The dates need no order'],
  ])('asks for the order of dates %s', (_, date, order, line) => {
    const text = draft(`date,actor,type\n${date},A,B\n`);
    expect(parse(text)['dates']).toBe(order);
    expect(text).toContain(line);
  });

  it('leaves a column out whose cells cannot be what its name says', () => {
    const text = draft('date,actor,type,killed\nlast week,A,B,many\n');
    expect(parse(text)['columns']).toEqual({ initiator: 'actor', act: 'type' });
    expect(text).toMatch(
      /# killed_best = "killed" {2}# by its name; 1 of 1 cells cannot be read: many is not/,
    );
  });

  it('leaves the delimiter open where the first line can be divided in several ways', () => {
    const text = draft('date;actor, side;type\n2024-05-16;A, B;C\n');
    expect(parse(text)['delimiter']).toBeUndefined();
    expect(text).toContain('# delimiter = ";"');
    expect(text).toContain('but also by commas (2)');
  });

  it('takes quotation marks for letters where they stand inside fields', () => {
    const text = draft('date\tactor\ttype\n2024-05-16\tthe "A" group\tB\n');
    expect(parse(text)).toMatchObject({ quoted: false, delimiter: '\t' });
  });

  it('offers no column that stands twice, and tells of rows that do not fit', () => {
    const text = draft('date,actor,actor,type\n2024-05-16,A,B,C\n2024-05-16,A\n');
    expect(parse(text)['columns']).toEqual({ date: 'date', act: 'type' });
    expect(text).toContain('# 1 other rows do not have as many fields');
  });

  it('takes the date from three columns where no column holds it, else from a column of days', () => {
    expect(parse(draft('year,month,day,actor,type\n2024,5,16,A,B\n'))['columns']).toMatchObject({
      ...{ year: 'year', month: 'month', day: 'day' },
    });
    const whole = parse(draft('date,year,month,day,actor,type\n2024-05-16,2024,5,16,A,B\n'))['columns'];
    expect(whole).toEqual({ date: 'date', initiator: 'actor', act: 'type' });
    expect(parse(draft('day,actor,type\n2024-05-16,A,B\n'))['columns']).toMatchObject({ date: 'day' });
  });

  it('says where no map is needed, and where the first line is a row', () => {
    expect(draft('date_start,initiator,action\n2024-05-16,A,B\n')).toContain(
      'the format tacit-csv, which needs no map',
    );
    expect(draft('2024-05-16,A,B\n2024-05-17,A,B\n')).toContain('holds 2024-05-16: it looks like a row');
    expect(draft(INCIDENTS)).not.toMatch(/needs no map|looks like a row/);
  });

  it('has nothing to say of a text without columns', () => {
    expect(sampleTable('just a line\nand another\n', true)).toBeNull();
    expect(sampleTable('', true)).toBeNull();
  });

  it('does not look at a row that may be cut off', () => {
    expect(sampleTable('a,b\n1,2\n3,4', false)?.rows).toEqual([['1', '2']]);
    expect(sampleTable('a,b\n1,2\n3,4', true)?.rows).toHaveLength(2);
  });

  it('is TOML whatever the table holds', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('date', 'act', 'actor', 'id', '"', '#', '\u007f'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const sample = sampleTable(rows.map((row) => row.join(',')).join('\n'), true);
          if (sample !== null)
            expect(parse(draftTableMap('x', sample, 'utf-8'))).toMatchObject({ confirmed: false });
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });
});
