import type { DayInterval } from '../calendar/index.ts';
import type { Theatre } from '../language/index.ts';
import { compile, type Plan } from '../model/index.ts';
import type { OpenRecords } from './openRecords.ts';
import type { Outcome } from './shell.ts';

/** The plan of a theatre on its records. Where no `covers` is written, the days of the rows are used. */
export async function planRecords(theatre: Theatre, records: OpenRecords): Promise<Outcome<Plan>> {
  const plan = compile(theatre, { recordDays: await rowDays(records) });
  return plan === null
    ? {
        ok: false,
        message: 'No record says which days it covers, and none holds a row. Add `covers` to a record.',
      }
    : { ok: true, value: plan };
}

async function rowDays({ store, tables }: OpenRecords): Promise<DayInterval | null> {
  const spans = [
    ...(await store.summaries()).flatMap(({ first, last }) =>
      first === null || last === null ? [] : [{ first, last }],
    ),
    ...tables.map(({ first, steps, step }) => ({
      first,
      last: first + steps * (step === 'week' ? 7 : 1) - 1,
    })),
  ];
  if (spans.length === 0) return null;
  return {
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
  };
}
