/**
 * The chronology, damaged in known ways. Every row must come out right, as in the clean file, or set aside; a file
 * that is no such table must be refused whole. Counted as silently wrong: an event that differs from the clean one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/record/index.ts';
import { readWholeRecord } from './readWholeRecord.ts';

const CHRONOLOGY = '../shared/data/chronology/chronology.csv';
const ROWS = 209;

/** Changes one cell of every n-th row, from the second line on. Rows with quotes are left, so that commas split cells. */
function changeCells(text: string, every: number, place: number, change: (cell: string) => string) {
  let changed = 0;
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      if (index === 0 || index % every !== 0 || line.includes('"')) return line;
      const cells = line.split(',');
      changed++;
      cells[place] = change(cells[place] ?? '');
      return cells.join(',');
    });
  return { text: `${lines.join('\n')}\n`, changed };
}

const [DATE_START, DATE_END, PRECISION] = [1, 2, 3];

describe.skipIf(!existsSync(CHRONOLOGY))('a damaged chronology (skipped where ../shared is absent)', () => {
  const clean = existsSync(CHRONOLOGY) ? readFileSync(CHRONOLOGY, 'utf8').replaceAll('\r\n', '\n') : '';
  const truth = new Map(readWholeRecord(clean).events.map((event) => [event.id, event]));

  const meaning = (event: Event | undefined) => event && { ...event, line: 0 };
  const countWrong = (events: readonly Event[]) =>
    events.filter((event) => JSON.stringify(meaning(event)) !== JSON.stringify(meaning(truth.get(event.id))))
      .length;

  const cells = (every: number, place: number, change: (cell: string) => string) => () => {
    const { text, changed } = changeCells(clean, every, place, change);
    return { content: text, right: ROWS - changed, setAside: changed };
  };
  const withPosition = (position: string) => () => {
    const lines = clean.trimEnd().split('\n');
    const content = lines.map((line, index) => `${index === 0 ? 'lat,lon' : position},${line}`).join('\n');
    return { content, right: 0, setAside: ROWS };
  };

  it.each<[string, () => { content: string; right: number; setAside: number }]>([
    ['unharmed', () => ({ content: clean, right: ROWS, setAside: 0 })],
    ['a byte-order mark', () => ({ content: `\ufeff${clean}`, right: ROWS, setAside: 0 })],
    ['line ends of Windows', () => ({ content: clean.replaceAll('\n', '\r\n'), right: ROWS, setAside: 0 })],
    ['the last line end missing', () => ({ content: clean.trimEnd(), right: ROWS, setAside: 0 })],
    [
      'empty lines between rows',
      () => ({ content: clean.replaceAll('\n', '\n\n'), right: ROWS, setAside: 0 }),
    ],
    [
      'the header again in the middle',
      () => {
        const lines = clean.trimEnd().split('\n');
        lines.splice(100, 0, lines[0] ?? '');
        return { content: lines.join('\n'), right: ROWS, setAside: 1 };
      },
    ],
    ['the file twice', () => ({ content: clean + clean, right: ROWS, setAside: ROWS + 1 })],
    [
      'a field too many or too few',
      () => {
        const lines = clean
          .trimEnd()
          .split('\n')
          .map((line, index) => (index > 0 && index % 10 === 0 ? `${line},x` : line));
        lines[5] = 'C005,2017-06-20,2017-06-20';
        return { content: lines.join('\n'), right: ROWS - 21, setAside: 21 };
      },
    ],
    [
      'a quote that opens and never closes',
      () => {
        const lines = clean
          .trimEnd()
          .split('\n')
          .filter((line) => !line.includes('"'));
        lines[100] = lines[100]?.replace(/,([^,]*)$/, ',"$1') ?? '';
        return { content: lines.join('\n'), right: 99, setAside: 1 };
      },
    ],
    [
      'a field of 3 million characters',
      () => ({
        content: `${clean}C999,2020-01-01,2020-01-01,day,${'x'.repeat(3_000_000)}\n`,
        right: ROWS,
        setAside: 1,
      }),
    ],
    [
      'a quoted field of 3 million lines',
      () => ({
        content: `${clean}C999,2020-01-01,2020-01-01,day,"${'C001\n'.repeat(3_000_000)}"\n`,
        right: ROWS,
        setAside: 1,
      }),
    ],
    ['NUL bytes', cells(7, 8, (act) => `${act}\0`)],
    ['years of two digits', cells(5, DATE_START, (date) => date.slice(2))],
    ['dates as day/month/year', cells(3, DATE_START, (date) => date.split('-').reverse().join('/'))],
    [
      'dates as month/day/year',
      cells(3, DATE_END, (date) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`),
    ],
    ['dates as numbers of a spreadsheet', cells(4, DATE_START, () => '43213')],
    ['dates with a time', cells(4, DATE_START, (date) => `${date} 00:00:00`)],
    ['days that do not exist', cells(6, DATE_START, (date) => `${date.slice(0, 5)}02-30`)],
    ['dates of the month alone', cells(6, DATE_START, (date) => date.slice(0, 7))],
    ['ends before their beginnings', cells(9, DATE_END, () => '2001-01-01')],
    ['unknown precisions', cells(9, PRECISION, () => 'exact')],
    ['negative deaths', cells(9, 12, () => '-3')],
    ['deaths as a range', cells(9, 12, () => '3-5')],
    ['ids of other rows', cells(10, 0, () => 'C001')],
    ['latitude and longitude swapped', withPosition('140.92,34.45')],
    ['impossible positions', withPosition('77359,34')],
    ['positions at 0, 0', withPosition('0,0')],
  ])('%s: nothing silently wrong', (_, make) => {
    const { content, right, setAside } = make();
    const reading = readWholeRecord(content);
    expect(reading.fault).toBeNull();
    expect([reading.events.length, reading.setAside.length]).toEqual([right, setAside]);
    expect(reading.setAside.every(({ reason }) => reason !== '')).toBe(true);
    expect(countWrong(reading.events)).toBe(0);
  });
});
