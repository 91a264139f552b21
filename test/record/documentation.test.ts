import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { dayFromCivil } from '../../src/calendar/index.ts';
import { checkTableMap } from '../../src/record/index.ts';
import { TABLE } from '../../src/record/readMappedTable.ts';
import { TABLE_FIELDS } from '../../src/record/tableMap.ts';
import { readText } from './readText.ts';

const page = readFileSync('docs/record.md', 'utf8');
const section = page.slice(page.indexOf('## Any other table'), page.indexOf('## Tables of counts'));
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section)?.[1] ?? '';

describe('the map in docs/record.md', () => {
  it('reads the table beside it as the page says', () => {
    const reading = checkTableMap(parse(block('toml')), 'map.toml');
    if (reading.kind === 'fault') throw new Error(reading.fault.message);
    const { events, setAside, unusedColumns } = readText(TABLE, block('csv'), { map: reading.map });
    expect(events).toMatchObject([
      {
        ...{ id: '1', first: dayFromCivil(2024, 5, 16), initiators: ['Group A', 'Group B'], killedLow: 2 },
        ...{ actClass: 'drone strike', placeNames: ['Al Qaim', 'Iraq'], directed: true },
      },
      {
        ...{ id: '2', first: dayFromCivil(2024, 4, 3), initiators: [], targets: ['Army'], killedHigh: null },
        ...{ actClass: 'roadside bomb', placeNames: ['Rawa; east', 'Iraq'] },
      },
    ]);
    expect(events).toHaveLength(2);
    expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'month 16 does not exist when 05/16/2024 is read with the day first'],
    ]);
    expect(unusedColumns).toEqual(['Remarks']);
  });

  it('has every field named on the page', () => {
    const words = section.slice(section.indexOf('Fields of a map'));
    expect(TABLE_FIELDS.filter((field) => !words.includes(`\`${field}\``))).toEqual([]);
  });
});
