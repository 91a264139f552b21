import { expect, it } from 'vitest';
import { killImport } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

it('an import killed at any moment leaves the old record or the new one', async () => {
  const tally = await killImport(temporaryFolder(), [400, 60_000, 500, 600, 700, 800, 900, 1100], 1500);
  expect(tally.torn).toBe(0);
  expect(tally.old + tally.renewed).toBe(8);
  expect(tally.finished).toBeGreaterThanOrEqual(1);
});
