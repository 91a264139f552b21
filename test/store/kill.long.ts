import { expect, it } from 'vitest';
import { killImport, type Moment } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const DELAYS = [0, 1, 2, 4, 7, 11, 17, 25];
/** From the first change of the log to the last, which is its end after everything was published. */
const moments = (most: number): readonly Moment[] =>
  DELAYS.flatMap((delay) => Array.from({ length: most }, (_, index) => ({ changes: index + 1, delay })));

it('an import killed at any moment leaves the old record or the new one, and goes on to the same rows', async () => {
  const tallies = [
    await killImport(temporaryFolder(), temporaryFolder(), { kills: 35, moments: moments(1), rows: 2000 }),
    await killImport(temporaryFolder(), temporaryFolder(), {
      kills: 70,
      moments: moments(7),
      rows: 8000,
      partRows: 500,
    }),
  ];
  process.stdout.write(`kills of whole imports and of imports in parts: ${JSON.stringify(tallies)}\n`);
  expect(tallies.map(({ torn }) => torn)).toEqual([0, 0]);
  expect(tallies.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(100);
  expect(tallies[1]?.staged).toBeGreaterThan(10);
});
