/**
 * The main path: a checked theatre and a store in, an Examination out. What reads files, clocks or the network stays
 * outside; the same input and seed give the same bytes.
 */
import {
  assessRecords,
  compareRivals,
  controlErrors,
  correctMultiplicity,
  describeClaim,
  describeExamination,
  gatherEvidence,
  gatherPictures,
  judgeClaim,
  listSharedEvents,
  matchTotals,
  type DuplicateReading,
  type Examination,
  type Judged,
  type JudgeContext,
  type Judgement,
} from './evidence/index.ts';
import type { Diagnostic, Theatre } from './language/index.ts';
import { compile, findRecordDays, matchRecord, type Plan } from './model/index.ts';
import type { CountsTable, EventStore, PublishedTotal } from './record/index.ts';

export interface ExamineInput {
  readonly theatre: Theatre;
  /** The theatre's text, its file name and the SHA-256 of its bytes: shown beside the verdicts. */
  readonly text: string;
  readonly file: string;
  readonly hash: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly store: EventStore;
  readonly tables: readonly CountsTable[];
  readonly totals: ReadonlyMap<string, readonly PublishedTotal[]>;
  /** The theatre's decisions under other settings of possible duplicates. */
  readonly duplicateReadings?: readonly DuplicateReading[];
  readonly seed: number;
  /** Version of the program. */
  readonly version: string;
  /** Pictures of the whole theatre: default `quick`; `all` has dates of changed rates too, which take seconds. */
  readonly pictures?: 'none' | 'quick' | 'all';
  /** Judges the claims; default one after the other. A shell may spread them over threads: no claim touches another. */
  readonly judgeAll?: (contexts: readonly JudgeContext[]) => Promise<readonly Judged[]>;
  /** A deeper check of what was judged, before the correction for the number of tests (`planDeep`, `applyDeep`). */
  readonly deepen?: (judgements: readonly Judgement[]) => Promise<readonly Judgement[]>;
}

/** Judges every claim of a theatre on its records. */
export async function examine(input: ExamineInput): Promise<Examination> {
  const { theatre, store, tables, totals, seed } = input;
  const plan = compile(theatre, { recordDays: await findRecordDays(store, tables) });
  const matching = matchTotals(plan, totals);
  const gathered = await gatherEvidence(plan, store, tables, seed, input.duplicateReadings, matching);
  const match = await matchRecord(theatre, plan, store, tables);
  const records = await assessRecords({ theatre, plan, panel: gathered.panel, store, tables, totals, match });
  const contexts = describeContexts(plan, input, gathered, records, matching);
  const judged = input.judgeAll ? await input.judgeAll(contexts) : contexts.map(judgeClaim);
  const plain = judged.map(({ judgement }) => judgement);
  const judgements = correctMultiplicity(input.deepen ? await input.deepen(plain) : plain);
  const claims = contexts.map((context, index) =>
    describeClaim(
      context,
      judgements[index] ?? { parts: [], figures: null, tests: [] },
      judged[index]?.afterPublication ?? null,
    ),
  );
  const pictures = await gatherPictures({
    ...{ theatre, plan, store, tables, claims, seed },
    panel: gathered.panel,
    wanted: input.pictures ?? 'quick',
  });
  const head = { title: theatre.title, file: input.file, hash: input.hash, text: input.text };
  return describeExamination(
    { ...input, theatre: head },
    {
      records,
      errorControl: controlErrors(judgements),
      claims,
      sharedEvents: listSharedEvents(plan, gathered.panel),
      rivals: compareRivals(contexts),
      ...pictures,
    },
  );
}

function describeContexts(
  plan: Plan,
  { theatre, seed }: ExamineInput,
  gathered: Awaited<ReturnType<typeof gatherEvidence>>,
  records: Examination['records'],
  totals: JudgeContext['totals'],
): JudgeContext[] {
  const thinned = records.some((record) =>
    record.totals.some(({ published, recorded }) => recorded < published),
  );
  const faults = theatre.records.flatMap((record) => record.faults ?? []);
  return plan.claims.map((claimPlan) => {
    const claim = theatre.claims.find(({ name }) => name === claimPlan.claim);
    if (!claim) throw new Error(`the plan has a claim ${claimPlan.claim} that the theatre lacks`);
    const answersOversampled = faults.find(({ answers }) => answers)?.text ?? null;
    return {
      ...gathered,
      claim,
      source: theatre.sources.find(({ name }) => name === claim.source) ?? null,
      claimPlan,
      plan,
      totals,
      thinned,
      answersOversampled,
      seed,
    };
  });
}
