import type { ShareAnswered } from '../shareAnswered.ts';
import type { Guard, Power } from '../verdict.ts';
import type { WaveDecision } from '../wave/index.ts';
import type { AnswerReading } from './answerReadings.ts';
import type { AnswerFit } from './fitAnswer.ts';

/** All that was found out about one rule, before a finding is drawn from it. */
export interface AnswerEvidence {
  readonly share: ShareAnswered;
  readonly fit: AnswerFit;
  /** What a trigger is: `trigger`, or `trigger death` where the dead are counted. */
  readonly trigger: string;
  readonly wave: WaveDecision;
  readonly power: Power;
  /** The chance that the interval rules the smallest answer out where there is none. */
  readonly excludes: number;
  /** Asked where it does rule it out. */
  readonly opposite: Guard | null;
  readonly smallestAnswer: number;
  readonly guards: readonly Guard[];
  /** Why it looks like incidents recorded twice, as a sentence; null where it does not, or was not asked. */
  readonly quickFault: string | null;
  readonly readings: readonly AnswerReading[];
}
