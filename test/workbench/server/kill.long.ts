import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { killSaves } from './killSaves.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a server killed 150 times at any moment of saving leaves the old text or the new one, and what it kept', async () => {
  const { kills, torn, lost, saves, kept, keptTorn, litter } = await killSaves(folder, 150);
  expect({ kills, torn, lost, keptTorn, litter }).toEqual({
    kills: 150,
    torn: 0,
    lost: 0,
    keptTorn: 0,
    litter: 0,
  });
  expect(saves).toBeGreaterThanOrEqual(450);
  expect(kept).toBeGreaterThanOrEqual(150);
});
