import { expect, it } from 'vitest';
import { killImport } from './killImport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

it('an import killed at any moment leaves the old record or the new one', async () => {
  const moments = [
    { changes: 1, delay: 0 },
    { changes: 3, delay: 1 },
    { changes: 2, delay: 4 },
  ];
  const plan = { kills: 3, moments, rows: 6000, partRows: 500 };
  const tally = await killImport(temporaryFolder(), temporaryFolder(), plan);
  expect(tally.torn).toBe(0);
  expect(tally.kills).toBe(3);
  expect(tally.staged).toBeGreaterThanOrEqual(1);
});
