/** Positions of the Levant's pack against those that UCDP GED gives the same names. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { distanceMetres, foldName, readDelimited } from '../../../src/record/index.ts';
import { projectRoot } from '../../house/sourceTree.ts';

const ged = join(projectRoot, '../shared/data/ged-syria/ged_syria_2016_2019.csv.gz');
const missing = !existsSync(ged);
if (missing)
  process.stderr.write(
    '../shared/data/ged-syria is not there: positions of packs are compared with nothing.\n',
  );

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

function readTowns(): Map<string, Position[]> {
  const reader = readDelimited({ delimiter: ',', quote: '"', longestField: 100_000 });
  const text = gunzipSync(readFileSync(ged)).toString('utf8');
  const [header, ...rows] = [...reader.push(text), ...reader.end()].flatMap((row) =>
    'fields' in row ? [row.fields] : [],
  );
  const at = (name: string) => header!.indexOf(name);
  const towns = new Map<string, Position[]>();
  for (const row of rows) {
    const where = row[at('where_coordinates')] ?? '';
    if (!/ (town|city|village)$/.test(where)) continue;
    const name = foldName(where.replace(/ (town|city|village)$/, ''));
    const position = { latitude: Number(row[at('latitude')]), longitude: Number(row[at('longitude')]) };
    towns.set(name, [...(towns.get(name) ?? []), position]);
  }
  return towns;
}

it.skipIf(missing)('towns of the Levant lie where UCDP GED has towns of that name', () => {
  const towns = readTowns();
  const compared: { readonly name: string; readonly kilometres: number }[] = [];
  for (const line of readFileSync(join(projectRoot, 'packs/levant.tacit'), 'utf8').split('\n')) {
    const found = /^place (\w+)(.*) at ([\d.]+) N ([\d.]+) E/.exec(line);
    if (!found) continue;
    const [, id = '', names = '', latitude, longitude] = found;
    const position = { latitude: Number(latitude), longitude: Number(longitude) };
    const spellings = [
      id.replace(/(?<=.)([A-Z])/g, ' $1'),
      ...[...names.matchAll(/"([^"]*)"/g)].map(([, one]) => one!),
    ];
    const same = spellings.flatMap((name) => towns.get(foldName(name)) ?? []);
    if (same.length > 0)
      compared.push({
        name: id,
        kilometres: Math.min(...same.map((town) => distanceMetres(position, town) / 1000)),
      });
  }
  expect(compared.length).toBeGreaterThanOrEqual(8);
  // The record of Syria has a village Sinjar in Idlib; the pack means the town in Iraq.
  expect(compared.filter(({ kilometres }) => kilometres > 15).map(({ name }) => name)).toEqual(['Sinjar']);
});
