import { expect, it } from 'vitest';
import { killImport } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

it('an import killed at any moment leaves the old record or the new one', async () => {
  const moments = [
    { share: 0.5 },
    { share: 0.7 },
    { share: 0.85 },
    { afterLog: 0 },
    { afterLog: 1 },
    { afterLog: 4 },
  ];
  const tally = await killImport(temporaryFolder(), moments, 1500);
  expect(tally.torn).toBe(0);
  expect(tally.old + tally.renewed).toBe(7);
  expect(tally.finished).toBeGreaterThanOrEqual(1);
});
