import type { Examination, JudgeAll } from '../evidence/index.ts';
import type { Diagnostic } from '../language/index.ts';
import { examineTheatre } from './examineTheatre.ts';
import type { ExaminerWatch } from './examinerWatch.ts';
import { holdRecords } from './holdRecords.ts';
import { loadTheatre, type LoadedTheatre } from './loadTheatre.ts';
import { openJudges } from './openJudges.ts';
import { prepareTheatre, type TheatreWithRecords } from './prepareTheatre.ts';
import type { RememberedJudging } from './rememberJudging.ts';
import type { Outcome, Shell } from './shell.ts';

/** Examines one theatre again and again, and judges only the claims of which something the judge sees has changed. */
export interface Examiner {
  readonly examine: (
    /** Its path, or the theatre where it was read already. */
    theatre: string | LoadedTheatre,
    seed: number,
    watch: ExaminerWatch,
  ) => Promise<ExaminerAnswer>;
  /** A theatre that was examined with its records open, also where they were let go of meanwhile. */
  readonly reopen: (found: TheatreWithRecords) => Promise<Outcome<TheatreWithRecords>>;
  /** The same examination with every picture of the whole theatre, some of which take seconds: what a report holds. */
  readonly complete: (found: TheatreWithRecords, seed: number) => Promise<Outcome<Examination>>;
  /** Lets go of the record store until it is asked again. */
  readonly release: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export type ExaminerAnswer =
  | {
      readonly kind: 'examined';
      readonly hash: string;
      readonly examination: Examination;
      /** Names of the claims that were judged anew. */
      readonly judged: readonly string[];
      readonly found: TheatreWithRecords;
    }
  | { readonly kind: 'errors'; readonly hash: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'fault'; readonly hash: string | null; readonly message: string }
  | { readonly kind: 'cancelled'; readonly hash: string };

const SILENT: ExaminerWatch = {
  onLoaded: () => undefined,
  onProgress: () => undefined,
  signal: new AbortController().signal,
};

/** Milliseconds between one showing of the verdicts that stand already and the next. */
const SHOW_EVERY = 1000;

/** Opens an examiner with its judging threads. */
export function openExaminer(shell: Shell, threads: number, showEvery = SHOW_EVERY): Examiner {
  const records = holdRecords(shell);
  const judges = openJudges(threads);
  let remembering: Promise<RememberedJudging> | null = null;
  const remember = () =>
    (remembering ??= import('./rememberJudging.ts').then(({ rememberJudging }) =>
      rememberJudging(judges, threads, showEvery),
    ));

  const reopen: Examiner['reopen'] = async (found) => {
    const opening = await records.open(found.loaded, found.theatre);
    return opening.ok ? { ok: true, value: { ...found, records: opening.value } } : opening;
  };

  return {
    reopen,
    complete: async (found, seed) => {
      const opening = await reopen(found);
      if (!opening.ok) return opening;
      const { judge, compare } = await remember();
      const judgeAll: JudgeAll = (contexts, show) => judge(contexts, show, SILENT, new Set());
      const options = { judgeAll, compare };
      return { ok: true, value: await examineTheatre(opening.value, seed, options, undefined, 'all') };
    },
    release: records.release,
    close: async () => {
      await judges.stop();
      await records.release();
    },
    examine: async (asked, seed, watch) => {
      const loading =
        typeof asked === 'string' ? await loadTheatre(asked) : { ok: true as const, value: asked };
      if (!loading.ok) return { kind: 'fault', hash: null, message: loading.message };
      const { hash, theatre, used, diagnostics } = loading.value;
      watch.onLoaded(hash, {
        texts: [...used.keys()],
        records: (theatre?.records ?? []).map(({ file }) => file),
      });
      const preparation = await prepareTheatre(loading.value, shell, records.open);
      if (preparation.kind === 'errors') return { kind: 'errors', hash, diagnostics };
      if (preparation.kind === 'fault') return { kind: 'fault', hash, message: preparation.message };
      if (watch.signal.aborted) return { kind: 'cancelled', hash };
      const judged = new Set<string>();
      try {
        const { judge, compare } = await remember();
        const judgeAll: JudgeAll = (contexts, show) => judge(contexts, show, watch, judged);
        const options = { judgeAll, compare, ...(watch.onEarly ? { onEarly: watch.onEarly } : {}) };
        const examination = await examineTheatre(preparation.found, seed, options);
        // In the order of the file, whichever thread was first.
        const anew = examination.claims.map(({ name }) => name).filter((name) => judged.has(name));
        return { kind: 'examined', hash, examination, judged: anew, found: preparation.found };
      } catch (error) {
        if (watch.signal.aborted) return { kind: 'cancelled', hash };
        throw error;
      }
    },
  };
}
