import type { Theatre } from '../language/index.ts';
import type { Plan } from '../model/index.ts';
import type { OpenRecords } from './openRecords.ts';
import type { Outcome } from './shell.ts';

/** Why nothing could be planned: nobody says which days the record holds. */
const NO_DAYS = 'No record says which days it covers, and none holds a row. Add `covers` to a record.';

/** The plan of a theatre on its records. */
export async function planRecords(theatre: Theatre, { store, tables }: OpenRecords): Promise<Outcome<Plan>> {
  const { compile, findRecordDays } = await import('../model/index.ts');
  const plan = compile(theatre, { recordDays: await findRecordDays(store, tables) });
  return plan.recorded.length === 0 ? { ok: false, message: NO_DAYS } : { ok: true, value: plan };
}
