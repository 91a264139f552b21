import { countPlan } from '../evidence/index.ts';
import type { CountPanel, Plan } from '../model/index.ts';
import { planRecords, type ExitCode, type Shell, type TheatreWithRecords } from '../host/index.ts';
import { withRecords } from './withRecords.ts';

export interface CountedTheatre extends TheatreWithRecords {
  readonly plan: Plan;
  readonly panel: CountPanel;
}

/** As `withRecords`, with every stream of the theatre planned and counted. */
export async function withPanel(
  file: string,
  json: boolean,
  shell: Shell,
  use: (found: CountedTheatre) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  return withRecords(file, json, shell, async (found) => {
    const planning = await planRecords(found.theatre, found.records);
    if (!planning.ok) {
      shell.writeError(`${planning.message}\n`);
      return 2;
    }
    const plan = planning.value;
    const panel = await countPlan(plan, found.records.store, found.records.tables);
    return use({ ...found, plan, panel });
  });
}
