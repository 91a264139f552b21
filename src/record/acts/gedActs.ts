import type { ActTable } from './actTable.ts';

/**
 * The types of violence of UCDP GED. The first two say that armed force was used between organised sides, not how: an
 * air strike and a battle bear the same number, so only `armed attack` is true of all. Source: sundbergMelander2013.
 */
export const GED_ACTS: ActTable = {
  name: 'ged',
  title: 'UCDP types of violence',
  formats: ['ged'],
  entries: [
    ['state-based', 'type 1: state-based conflict', 'armed attack'],
    ['non-state', 'type 2: non-state conflict', 'armed attack'],
    ['one-sided', 'type 3: one-sided violence', 'violence against civilians'],
  ],
};
