import { expect, it } from 'vitest';
import { killImport } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

it('an import killed at any moment leaves the old record or the new one', async () => {
  const moments = [{ share: 0.7 }, { afterLog: 0 }, { share: 0.9 }, { afterLog: 3 }, { share: 2 }];
  const tally = await killImport(temporaryFolder(), temporaryFolder(), { moments, rows: 1500 });
  expect(tally.torn).toBe(0);
  expect(tally.old + tally.renewed).toBe(6);
  expect(tally.finished).toBeGreaterThanOrEqual(1);
});
