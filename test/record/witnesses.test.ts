/** What a row, or a file, says twice must agree: degrees beside points and countries, the end of a machine's file. */
import { describe, expect, it } from 'vitest';
import { readRecord, RECORD_FORMATS } from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';
import { writeRows } from './tacitCsvText.ts';

const GED = ['id', 'type_of_violence', 'side_a', 'side_b', 'date_prec', 'date_start', 'date_end'];
const GED_HEADER = [...GED, 'best', 'high', 'low', 'country', 'latitude', 'longitude', 'geom_wkt'].join(',');
const gedRow = (id: string, latitude: string, longitude: string, point: string) =>
  `${id},1,A,B,1,2016-01-01,2016-01-01,1,1,1,Syria,${latitude},${longitude},${point}`;
const readGed = (...rows: string[]) =>
  readWholeRecord(`${[GED_HEADER, ...rows].join('\n')}\n`, 1 << 18, 'ged');

describe('the point of UCDP beside its degrees', () => {
  it('must be the same, but for what is cut after six decimals', () => {
    const { events, setAside } = readGed(
      gedRow('1', '36.340935', '37.052109', 'POINT (37.0521092 36.3409359)'),
      // Both lie in Syria, so only the point tells that they are exchanged.
      gedRow('2', '35.95', '35.87', 'POINT (35.95 35.87)'),
      gedRow('3', '36.34', '37.05', ''),
    );
    expect(events.map(({ id }) => id)).toEqual(['1', '3']);
    expect(setAside).toMatchObject([{ line: 3, column: 'latitude' }]);
    expect(setAside[0]?.reason).toContain('geom_wkt');
  });

  it('does not take a number in the notation of a spreadsheet for an id', () => {
    expect(readGed(gedRow('2.14808e+5', '36.34', '37.05', '')).setAside[0]?.reason).toContain('2.14808e+5');
  });
});

describe('one place of GDELT named twice', () => {
  const place = ['4', 'Cairo, Al Qahirah, Egypt', 'EG', 'EG11', '30.05', '31.25', '-1'];
  const exchanged = ['4', 'Cairo, Al Qahirah, Egypt', 'EG', 'EG11', '31.25', '30.05', '-1'];
  const elsewhere = ['4', 'Giza, Al Jizah, Egypt', 'EG', 'EG08', '30.01', '31.21', '-1'];
  const actor = (code: string) => [code, code, code.slice(0, 3), ...Array<string>(7).fill('')];
  const rowWith = (ofActor: readonly string[], ofAct: readonly string[]) =>
    [
      ...['7', '20141124', '201411', '2014', '2014.8904', ...actor('EGY'), ...actor('EGYGOV')],
      ...['1', '190', '190', '19', '4', '-10.0', '5', '1', '5', '2.5'],
      ...[...ofActor, ...elsewhere, ...ofAct, '20141125', 'https://example.org/a'],
    ].join('\t');
  const read = (row: string) => readWholeRecord(`${row}\n`, 1 << 18, 'gdelt-1');

  it('has one position', () => {
    expect(read(rowWith(place, place)).events).toHaveLength(1);
    expect(read(rowWith(elsewhere, place)).events).toHaveLength(1);
    const { events, setAside } = read(rowWith(place, exchanged));
    expect(events).toEqual([]);
    expect(setAside).toMatchObject([{ column: 'ActionGeo_Lat' }]);
    expect(setAside[0]?.reason).toContain('two positions');
  });
});

describe('the columns of degrees', () => {
  const rows = (swapped: number, all: number) =>
    writeRows(
      Array.from({ length: all }, (_, index) =>
        index < swapped
          ? { id: `E${index}`, country: 'Iraq', latitude: '41.09', longitude: '34.37' }
          : { id: `E${index}`, country: 'Iraq', latitude: '34.37', longitude: '41.09' },
      ),
    );

  it('of a file are exchanged where a fifth of its positions are: the file is refused', () => {
    const { fault } = readWholeRecord(rows(6, 30));
    expect(fault?.message).toContain('6 of 30 positions');
    expect(fault?.hint).toContain('--map');
  });

  it('of single rows cost these rows alone', () => {
    const { fault, events, setAside } = readWholeRecord(rows(5, 30));
    expect(fault).toBeNull();
    expect([events.length, setAside.length]).toEqual([25, 5]);
    expect(readWholeRecord(rows(4, 4)).fault).toBeNull();
  });
});

describe('a last row without a line end', () => {
  const readAsIs = (text: string, name: string) => {
    const format = RECORD_FORMATS.find((one) => one.name === name);
    if (!format) throw new Error(`no format ${name}`);
    const reader = readRecord(format, 'test.csv');
    const [begun, rest] = [reader.push(text), reader.end()];
    return {
      events: [...begun.events, ...rest.events],
      setAside: [...begun.setAside, ...rest.setAside],
    };
  };
  const icews =
    'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n' +
    '1\t2018-06-01\tA\t\tX\tConsult\t040\t1\tB\t\tY\t1\t1\tP\tHanoi\tNA\tThanh Pho Ha Noi\tVietnam\t21.0245\t105.841';

  it('is set aside where machines end every row: it was cut off, perhaps inside a number', () => {
    expect(readAsIs(`${icews}\n`, 'icews').events).toHaveLength(1);
    const { events, setAside } = readAsIs(icews.slice(0, -1), 'icews');
    expect(events).toEqual([]);
    expect(setAside).toMatchObject([{ line: 2 }]);
    expect(setAside[0]?.reason).toContain('cut off');
  });

  it('is a row where people save files', () => {
    expect(readAsIs(writeRows([{ id: 'E1' }]).trimEnd(), 'tacit-csv').events).toHaveLength(1);
  });
});
