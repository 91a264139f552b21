import type { ClaimTest, DelaySpec } from '../../model/index.ts';
import type { PairSeries } from '../pairSeries.ts';
import type { Guard, Verdict } from '../verdict.ts';
import type { FirstFound, FurtherTests, WaveDecision, WaveThresholds } from '../wave/index.ts';
import type { Judgement, JudgeContext } from './context.ts';

type AnswerTest = Extract<ClaimTest, { kind: 'answer' | 'noExtra' }>;

/** What a piece may look at of a context when it needs nothing of the record. */
export type PieceContext = Pick<JudgeContext, 'theatre' | 'ahead'>;

/** What the shared-wave procedure is asked about one rule. */
export interface WaveQuestion {
  readonly context: PieceContext;
  readonly streams: { readonly trigger: string; readonly response: string };
  readonly series: PairSeries;
  readonly delay: DelaySpec;
  readonly names: readonly [string, string];
  readonly power: boolean;
  readonly thresholds: WaveThresholds;
}

/** What a further test of the shared wave is asked about. */
export interface FurtherQuestion {
  readonly context: PieceContext;
  readonly found: FirstFound;
}

/** The parts of judging one claim that rest on what they are given alone, and what each gives. */
export interface Pieces {
  /** A whole claim: the days after its publication. */
  readonly claim: { readonly given: { readonly context: JudgeContext }; readonly gives: Judgement };
  /** A form by itself: one of several members, one of two strengths, another reading of the record. */
  readonly form: { readonly given: { readonly context: JudgeContext }; readonly gives: Judgement };
  /** A rule with its readings of who did what: one direction of an exchange. */
  readonly rule: {
    readonly given: { readonly context: JudgeContext; readonly test: AnswerTest };
    readonly gives: Judgement;
  };
  /** An answer asked of another reading of who did what; null where the base test finds none there. */
  readonly doers: {
    readonly given: { readonly context: JudgeContext; readonly test: AnswerTest };
    readonly gives: Verdict | null;
  };
  /** The wave tests of a rule that was found, and again beside the rest of the theatre where they pass. */
  readonly wave: {
    readonly given: WaveQuestion;
    readonly gives: { readonly wave: WaveDecision; readonly beside: Guard };
  };
  /** The wave tests beside the rest of the theatre alone. */
  readonly theatre: { readonly given: WaveQuestion; readonly gives: Guard };
  /** Waves that reach the answering side late (T3, T4), and one that switches on and off (T5), once T1 has passed. */
  readonly late: { readonly given: FurtherQuestion; readonly gives: FurtherTests['late'] };
  readonly shape: { readonly given: FurtherQuestion; readonly gives: FurtherTests['shape'] };
}

export type PieceKind = keyof Pieces;
