import type { Examination, Judged, JudgeContext } from '../evidence/index.ts';
import type { Diagnostic } from '../language/index.ts';
import { examineTheatre, type JudgeAll } from './examineTheatre.ts';
import { holdRecords } from './holdRecords.ts';
import { keyOfContext, type Digests } from './keyOfContext.ts';
import { loadTheatre } from './loadTheatre.ts';
import { narrowContext } from './narrowContext.ts';
import { openJudges } from './openJudges.ts';
import { prepareTheatre, type TheatreWithRecords } from './prepareTheatre.ts';
import type { Outcome, Shell } from './shell.ts';

/** Examines one theatre again and again, and judges only the claims of which something the judge sees has changed. */
export interface Examiner {
  readonly examine: (path: string, seed: number, watch: ExaminerWatch) => Promise<ExaminerAnswer>;
  /** A theatre that was examined with its records open, also where they were let go of meanwhile. */
  readonly reopen: (found: TheatreWithRecords) => Promise<Outcome<TheatreWithRecords>>;
  /** The same examination with every picture of the whole theatre, some of which take seconds: what a report holds. */
  readonly complete: (found: TheatreWithRecords, seed: number) => Promise<Outcome<Examination>>;
  /** Lets go of the record store until it is asked again. */
  readonly release: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ExaminerWatch {
  /** The text is read; `uses` are the files it uses and its records, from the theatre's folder. */
  readonly onLoaded: (
    hash: string,
    uses: { readonly texts: readonly string[]; readonly records: readonly string[] },
  ) => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
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

/** Verdicts of claims that were not asked for in this many examinations are forgotten. */
const REMEMBERED_EXAMINATIONS = 20;

const SILENT: ExaminerWatch = {
  onLoaded: () => undefined,
  onProgress: () => undefined,
  signal: new AbortController().signal,
};

interface Remembered {
  readonly judged: Judged;
  asked: number;
}

/** Opens an examiner with its judging threads. */
export function openExaminer(shell: Shell, threads: number): Examiner {
  const records = holdRecords(shell);
  const judges = openJudges(threads);
  const remembered = new Map<string, Remembered>();
  const digests: Digests = new WeakMap();
  let turn = 0;

  const judgeAll = async (
    contexts: readonly JudgeContext[],
    { onProgress, signal }: ExaminerWatch,
    judgedAnew: Set<string>,
  ): Promise<Judged[]> => {
    const { THRESHOLDS } = await import('../evidence/index.ts');
    const wanted = contexts.map((whole, index) => {
      const context = narrowContext(whole);
      return { index, context, key: keyOfContext(context, THRESHOLDS, digests) };
    });
    const judged = new Array<Judged>(contexts.length);
    const missing = wanted.filter(({ index, key }) => {
      const known = remembered.get(key);
      if (!known) return true;
      known.asked = turn;
      judged[index] = known.judged;
      return false;
    });
    let done = contexts.length - missing.length;
    onProgress(done, contexts.length);
    missing.sort((a, b) => costOf(b.context) - costOf(a.context) || a.index - b.index);
    let stopped = signal.aborted;
    const onAbort = () => (stopped = true);
    signal.addEventListener('abort', onAbort, { once: true });
    const next = missing.values();
    const work = async () => {
      for (const { index, context, key } of next) {
        if (stopped) return;
        const one = await judges.judge(context);
        remembered.set(key, { judged: one, asked: turn });
        judged[index] = one;
        judgedAnew.add(context.claim.name);
        done += 1;
        onProgress(done, contexts.length);
      }
    };
    try {
      await Promise.all(Array.from({ length: threads }, work));
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
    signal.throwIfAborted();
    for (const [key, { asked }] of remembered)
      if (turn - asked > REMEMBERED_EXAMINATIONS) remembered.delete(key);
    return judged;
  };

  const reopen: Examiner['reopen'] = async (found) => {
    const opening = await records.open(found.loaded, found.theatre);
    return opening.ok ? { ok: true, value: { ...found, records: opening.value } } : opening;
  };

  return {
    reopen,
    complete: async (found, seed) => {
      const opening = await reopen(found);
      if (!opening.ok) return opening;
      const judge: JudgeAll = (contexts) => judgeAll(contexts, SILENT, new Set());
      return { ok: true, value: await examineTheatre(opening.value, seed, judge, undefined, 'all') };
    },
    release: records.release,
    close: async () => {
      await judges.stop();
      await records.release();
    },
    examine: async (path, seed, watch) => {
      turn += 1;
      const loading = await loadTheatre(path);
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
        const examination = await examineTheatre(preparation.found, seed, (contexts) =>
          judgeAll(contexts, watch, judged),
        );
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

/** Rules may reach the wave procedure and are begun first; changes are a fit or two; the rest is read off. */
function costOf({ claimPlan: { test } }: JudgeContext): number {
  if (['answer', 'noExtra', 'shift', 'strength', 'onlyAfter'].includes(test.kind)) return 2;
  return test.kind === 'change' || test.kind === 'truce' || test.kind === 'coMovement' ? 1 : 0;
}
