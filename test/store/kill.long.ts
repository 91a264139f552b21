import { expect, it } from 'vitest';
import { killImport, type Moment } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Moments spread over the whole of an import, and others over its commits, that is also while it stages and publishes. */
const moments = (kills: number): readonly Moment[] =>
  Array.from({ length: kills }, (_, index) =>
    index % 3 === 1 ? { afterLog: (index * 7) % 40 } : { share: 0.3 + ((index * 37) % 100) / 155 },
  );

it('an import killed at any moment leaves the old record or the new one, and goes on to the same rows', async () => {
  const whole = { moments: moments(56), rows: 2000 };
  const inParts = { moments: moments(68), rows: 12_000, partRows: 1000 };
  const tallies = [
    await killImport(temporaryFolder(), temporaryFolder(), whole),
    await killImport(temporaryFolder(), temporaryFolder(), inParts),
  ];
  process.stdout.write(`kills of whole imports and of imports in parts: ${JSON.stringify(tallies)}\n`);
  expect(tallies.map(({ torn }) => torn)).toEqual([0, 0]);
  expect(tallies.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(100);
  expect(tallies[1]?.staged).toBeGreaterThan(10);
});
