import { judgeClaim, type Judged, type JudgeContext } from '../evidence/index.ts';

/** What every judging thread is given: all claims, the order to take them in, and the place of the next one. */
export interface JudgeWork {
  readonly contexts: readonly JudgeContext[];
  readonly order: readonly number[];
  /** One shared whole number: the next place in `order`. */
  readonly next: Int32Array;
}

/** One judged claim, by its place in the file. */
export interface JudgeAnswer {
  readonly index: number;
  readonly judged: Judged;
}

/** Takes claim after claim until none is left; any number of threads may do so at once. */
export function takeClaims({ contexts, order, next }: JudgeWork, give: (answer: JudgeAnswer) => void): void {
  for (;;) {
    const index = order[Atomics.add(next, 0, 1)];
    const context = index === undefined ? undefined : contexts[index];
    if (index === undefined || context === undefined) return;
    give({ index, judged: judgeClaim(context) });
  }
}
