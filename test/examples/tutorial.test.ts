import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCounts, makeTruth, truth } from '../../examples/tutorial/makeTutorial.ts';
import { parse } from '../../src/language/index.ts';
import { projectRoot } from '../house/sourceTree.ts';

const read = (file: string) => readFileSync(join(projectRoot, 'examples/tutorial', file), 'utf8');

describe('the tutorial', () => {
  it('ships the record and the truth that its maker makes, byte for byte', () => {
    expect(read('counts.csv')).toBe(makeCounts());
    expect(read('truth.json')).toBe(makeTruth());
  });

  it('says the truth about every claim, and about nothing else', () => {
    const { document } = parse(read('theatre.tacit'));
    const claims = document.items.flatMap((item) => (item.kind === 'claim' ? [item.name] : []));
    expect(Object.keys(truth.claims)).toEqual(claims);
    const said = Object.values(truth.claims);
    expect(said.filter((words) => words.startsWith('true')).length).toBeGreaterThan(1);
    expect(said.filter((words) => words.startsWith('false')).length).toBeGreaterThan(1);
  });

  it('holds the truth it states: answers, truce, wave and total', () => {
    const rows = read('counts.csv').trimEnd().split('\n').map((row) => row.split(','));
    const [header = [], ...days] = rows;
    const series = (name: string) => days.map((row) => Number(row[header.indexOf(name)]));
    const during = days.map(([date = '']) => truth.truce.from <= date && date <= truth.truce.to);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const ratio = (name: string) =>
      mean(series(name).filter((_, t) => during[t])) / mean(series(name).filter((_, t) => !during[t]));
    expect(ratio('north_on_south')).toBeLessThan(0.6);
    expect(ratio('south_on_north')).toBeLessThan(0.6);
    expect(ratio('east_on_south')).toBeGreaterThan(0.7);
    // 0.1 own history and 0.6 answers on top of the spontaneous strikes; some 900 days lie outside the truce.
    const [north, south] = [series('north_on_south'), series('south_on_north')].map(mean) as [number, number];
    expect(south).toBeGreaterThan(truth.spontaneousPerDay.south_on_north + 0.3 * north);
    const [east, west] = [series('east_on_south'), series('west_on_south')];
    const together = mean(east.map((count, t) => count * (west[t] ?? 0))) / (mean(east) * mean(west));
    expect(together).toBeGreaterThan(1.3);
    expect(north * days.length).toBeLessThan(500);
  });
});
