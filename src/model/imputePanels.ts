import type { CountCell, CountsTable } from '../record/index.ts';
import { buildPanel, type CoverageSpell } from './buildPanel.ts';
import type { CountPanel } from './countPanel.ts';
import type { Plan } from './plan.ts';

/** Draws that stand for all the days an imprecise event may have had. */
const IMPUTATIONS = 10;

/**
 * The panel under several seeded draws of the days of imprecise events, for `poolImputations`. One panel where every
 * event's day is known. The same seed gives the same panels.
 */
export function imputePanels(
  plan: Plan,
  cells: readonly CountCell[],
  tables: readonly CountsTable[],
  seed: number,
  coverage: readonly CoverageSpell[] = [],
  imputations: number = IMPUTATIONS,
): CountPanel[] {
  const isKnown = cells.every(({ first, last }) => first === last);
  return Array.from({ length: isKnown ? 1 : imputations }, (_, imputation) =>
    buildPanel(plan, cells, tables, { at: 'drawn', seed, imputation }, coverage),
  );
}
