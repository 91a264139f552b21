import type { Judgement, JudgeContext } from './judge/context.ts';
import { judge } from './judge/judge.ts';
import { noteDirection } from './noteDirection.ts';
import { judgeAfterPublication } from './judgeAfterPublication.ts';

/** One claim judged up to its publication, and the sentence about the days after it. */
export interface Judged {
  readonly judgement: Judgement;
  readonly afterPublication: string | null;
}

/** Judges one claim; claims do not touch each other, so they may be judged in any order and on any thread. */
export function judgeClaim(context: JudgeContext): Judged {
  const afterPublication = judgeAfterPublication(context);
  return { judgement: noteDirection(judge(context), context), afterPublication: afterPublication() };
}
