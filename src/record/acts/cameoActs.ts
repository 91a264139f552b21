import type { ActTable } from './actTable.ts';
import { CAMEO_DEEDS } from './cameoDeeds.ts';
import { CAMEO_PRESSURE } from './cameoPressure.ts';
import { CAMEO_WORDS } from './cameoWords.ts';

/**
 * CAMEO, the scheme of GDELT and ICEWS. A code has its own line or no class: a child never falls back on its root, since
 * a root gathers unlike things (08 holds both the release of prisoners and a retreat). Source: gernerSchrodt2012.
 */
export const CAMEO_ACTS: ActTable = {
  name: 'cameo',
  title: 'CAMEO codes (GDELT, ICEWS)',
  formats: ['gdelt-1', 'gdelt-2', 'icews'],
  entries: [...CAMEO_WORDS, ...CAMEO_PRESSURE, ...CAMEO_DEEDS],
};
