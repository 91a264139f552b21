/**
 * The main path: a checked theatre and a store in, an Examination out. What reads files, clocks or the network stays
 * outside; the same input and seed give the same bytes.
 */
import {
  assessRecords,
  compareRivals,
  type CompareTwo,
  controlErrors,
  correctMultiplicity,
  describeClaim,
  describeExamination,
  describeSoFar,
  gatherEvidence,
  gatherPictures,
  judgeClaim,
  listContexts,
  listSharedEvents,
  matchTotals,
  type DuplicateReading,
  type Examination,
  type EarlyExamination,
  type JudgeAll,
  type Judgement,
  type Standing,
} from './evidence/index.ts';
import type { Diagnostic, OpenClaim, Theatre } from './language/index.ts';
import { compile, findRecordDays, matchRecord } from './model/index.ts';
import type { CountsTable, EventStore, PublishedTotal } from './record/index.ts';

export interface ExamineInput {
  readonly theatre: Theatre;
  /** The theatre's text, its file name and the SHA-256 of its bytes: shown beside the verdicts. */
  readonly text: string;
  readonly file: string;
  readonly hash: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Claims that wait for a person: named beside the others, never judged. */
  readonly open?: readonly OpenClaim[];
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
  readonly judgeAll?: JudgeAll;
  /** Told of the verdicts that stand already, whenever `judgeAll` shows what it has judged so far. */
  readonly onEarly?: (early: EarlyExamination) => void;
  /** Compares two rival claims; default anew each time. */
  readonly compare?: CompareTwo;
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
  const contexts = listContexts({ theatre, plan, gathered, records, totals: matching, seed });
  const head = {
    ...input,
    theatre: { title: theatre.title, file: input.file, hash: input.hash, text: input.text },
  };
  const sharedEvents = listSharedEvents(plan, gathered.panel);
  const show = (standings: readonly Standing[]) => {
    const { claims, waiting } = describeSoFar(contexts, standings);
    const found = { records, errorControl: null, claims, sharedEvents };
    input.onEarly?.({ examination: describeExamination(head, found), waiting });
  };
  const judged = input.judgeAll ? await input.judgeAll(contexts, show) : contexts.map(judgeClaim);
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
  return describeExamination(head, {
    records,
    errorControl: controlErrors(judgements),
    claims,
    sharedEvents,
    rivals: compareRivals(contexts, input.compare),
    ...pictures,
  });
}
