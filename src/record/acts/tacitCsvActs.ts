import type { ActTable } from './actTable.ts';

/**
 * Codes of the Tacit CSV form that are not themselves a class. `drone-shot-down` has none on purpose: its initiator
 * sent the drone, so it is no interception by that side, and whether it counts as an attack is the theatre's choice
 * (`code "drone-shot-down"`).
 */
export const TACIT_CSV_ACTS: ActTable = {
  name: 'tacit-csv',
  title: 'Tacit CSV: any class by its own name, and these codes',
  formats: ['tacit-csv'],
  entries: [
    ['drone', 'attack drone', 'drone strike'],
    ['ballistic-missile', 'ballistic missile', 'missile'],
    ['cruise-missile', 'cruise missile', 'missile'],
    ['ied', 'improvised bomb', 'roadside bomb'],
    ['ied-convoy', 'improvised bomb at a convoy', 'roadside bomb'],
    ['convoy-attack', 'attack on a convoy', 'armed attack'],
    ['drone-shot-down', 'drone that was shot down', null],
  ],
};
