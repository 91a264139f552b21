import type { Theatre } from '../../language/index.ts';
import type { CountPanel, Plan } from '../../model/index.ts';
import type { CountsTable, EventStore } from '../../record/index.ts';
import type { ClaimExamination, Examination } from '../verdict.ts';
import { placeEvents } from './placeEvents.ts';
import { rateChanges } from './rateChanges.ts';
import { whoAnswersWhom } from './whoAnswersWhom.ts';

export interface PicturesInput {
  readonly theatre: Theatre;
  readonly plan: Plan;
  readonly panel: CountPanel;
  readonly store: EventStore;
  readonly tables: readonly CountsTable[];
  readonly claims: readonly ClaimExamination[];
  readonly seed: number;
  /** Dates of changed rates are drawn by simulation and take seconds: they come with `all`. */
  readonly wanted: 'none' | 'quick' | 'all';
}

/** The numbers behind the pictures of the whole theatre: who answers whom, where, and when rates changed. */
export async function gatherPictures(input: PicturesInput): Promise<Pick<Examination, 'pictures'>> {
  const { theatre, plan, panel, store, tables, claims, seed, wanted } = input;
  if (wanted === 'none') return {};
  const matrix = await whoAnswersWhom(theatre, plan, store, tables);
  const map = await placeEvents(theatre, claims, store);
  return { pictures: { matrix, map, changes: wanted === 'all' ? rateChanges(plan, panel, seed) : [] } };
}
