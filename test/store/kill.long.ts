import { expect, it } from 'vitest';
import { killImport, type Moment } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Half of the moments are spread over the later part of an import, half over its commit. */
const MOMENTS: readonly Moment[] = Array.from({ length: 60 }, (_, index) =>
  index % 2 === 0 ? { share: 0.3 + (index / 60) * 0.7 } : { afterLog: index % 13 },
);

it('an import killed at any moment leaves the old record or the new one', async () => {
  const small = await killImport(temporaryFolder(), MOMENTS, 2000);
  const large = await killImport(temporaryFolder(), MOMENTS, 20_000);
  process.stdout.write(`kills with small and large records: ${JSON.stringify([small, large])}\n`);
  expect([small.torn, large.torn]).toEqual([0, 0]);
  expect(small.kills + large.kills).toBeGreaterThanOrEqual(40);
});
