import type { JudgeAll, Judged, JudgeContext, Standing } from '../evidence/index.ts';
import type { KeyedContext } from './keyContexts.ts';
import { costOf } from './costOf.ts';
import type { ExaminerWatch } from './examinerWatch.ts';
import type { Judges } from './openJudges.ts';
import { rememberVerdicts } from './rememberVerdicts.ts';
import { shareJudging } from './shareJudging.ts';

/** `JudgeAll` that tells how far it is, may be stopped, and notes whom it judged anew. */
export type WatchedJudging = (
  contexts: readonly JudgeContext[],
  show: Parameters<JudgeAll>[1],
  watch: ExaminerWatch,
  anew: Set<string>,
) => Promise<readonly Judged[]>;

/** So many milliseconds a claim is judged on that nobody waits for any more. */
const FINISH_WITHIN = 2000;

/** So many claims that changed are shown one by one: somebody edits these. */
const FEW = 8;

/**
 * Judges on the given threads the claims that the memory does not know. Claims that changed themselves come first and are
 * shown as soon as they are judged; then those of which only the rest of the theatre is another. What is judged meanwhile is
 * shown every so many milliseconds.
 */
export function judgeUnknown(
  judges: Judges,
  keyed: (whole: JudgeContext) => KeyedContext,
  threads: number,
  showEvery: number,
): WatchedJudging {
  const memory = rememberVerdicts();
  const shared = shareJudging(judges, memory.keep, FINISH_WITHIN);
  /** Tests that each claim made when it was judged last, by its name. */
  const tests = new Map<string, number>();

  /** What each claim said when it was examined last, by its name. */
  let saidBefore: ReadonlyMap<string, string> = new Map();

  /**
   * Has claims that say something else than before judged at once, while it is still worked out which others must be: that
   * takes a while, and somebody waits for these.
   */
  const beginChanged = (contexts: readonly JudgeContext[], signal: AbortSignal): void => {
    const changed = contexts.filter(({ claim }) => saidBefore.get(claim.name) !== claim.text);
    const isEdit = changed.length <= FEW && saidBefore.size > 0;
    saidBefore = new Map(contexts.map(({ claim }) => [claim.name, claim.text]));
    if (!isEdit || signal.aborted) return;
    for (const whole of changed.slice(0, threads)) {
      const { context, key } = keyed(whole);
      // Whoever asks for it below is given the same verdict, or the same fault.
      if (memory.find(key) === null) shared.judge(context, key, signal).catch(() => undefined);
    }
  };

  return async (contexts, show, { onProgress, signal }, anew) => {
    memory.turn();
    beginChanged(contexts, signal);
    const wanted = contexts.map((whole, index) => {
      const { context, key } = keyed(whole);
      return { index, context, key, changed: !memory.knowsOwn(key) };
    });
    const judged: (Judged | null)[] = wanted.map(({ key }) => memory.find(key));
    const missing = wanted.filter(({ index }) => judged[index] === null);
    missing.sort(
      (a, b) =>
        Number(b.changed) - Number(a.changed) || turnOf(a.context) - turnOf(b.context) || a.index - b.index,
    );
    const changed = missing.filter((one) => one.changed).length;
    let done = contexts.length - missing.length;
    onProgress(done, contexts.length);
    const showAll = () =>
      show(
        judged.map((one, index): Standing => {
          if (one !== null) return { kind: 'judged', judged: one };
          return { kind: 'waiting', tests: tests.get(contexts[index]?.claim.name ?? '') ?? 1 };
        }),
      );
    let changedLeft = changed;
    let news = false;
    const timer = setInterval(() => {
      if (news) showAll();
      news = false;
    }, showEvery);
    const next = missing.values();
    const work = async () => {
      for (const { index, context, key, changed: isChanged } of next) {
        // What was begun before the others may have its verdict by now.
        const verdict = memory.find(key) ?? (await shared.judge(context, key, signal)).judged;
        judged[index] = verdict;
        tests.set(context.claim.name, verdict.judgement.tests.length);
        anew.add(context.claim.name);
        done += 1;
        onProgress(done, contexts.length);
        news = true;
        if (isChanged) changedLeft -= 1;
        if (isChanged && done < contexts.length && (changed <= FEW || changedLeft === 0)) {
          showAll();
          news = false;
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: threads }, work));
    } finally {
      clearInterval(timer);
    }
    signal.throwIfAborted();
    return judged.map((one) => {
      if (one === null) throw new Error('a claim was not judged');
      return one;
    });
  };
}

/** What is read off comes first, since it takes no time; then the longest. */
function turnOf(context: JudgeContext): number {
  const cost = costOf(context);
  return cost === 0 ? 0 : 1 / cost;
}
