import { expect, it } from 'vitest';
import { killImport } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

it('an import killed at any of 100 moments leaves the old record or the new one', async () => {
  // Evenly spread over the whole of an import, each moment met twice, with records of two sizes.
  const delays = Array.from({ length: 50 }, (_, index) => 250 + index * 40);
  const small = await killImport(temporaryFolder(), delays, 2000);
  const large = await killImport(temporaryFolder(), delays, 20_000);
  process.stdout.write(`kills with small and large records: ${JSON.stringify([small, large])}\n`);
  expect([small.torn, large.torn]).toEqual([0, 0]);
  expect(small.kills + large.kills).toBeGreaterThanOrEqual(40);
});
