import type { Claim, Source } from '../../language/index.ts';
import type { ClaimPlan, CountPanel, Plan, PlannedStream } from '../../model/index.ts';
import type { Event } from '../../record/index.ts';
import type { DirectionFacts } from '../gatherDirection.ts';
import type { AskedWave } from '../wave/index.ts';
import type { TheatreStream } from '../theatreKey.ts';
import type { StreamFacts } from '../testability.ts';
import type { ClaimFigures, Verdict } from '../verdict.ts';

/** The same record read another way: another choice of doers, dates or window that a reader could defend. */
export interface Reading {
  readonly name: string;
  /** What the choice is about; a finding that turns on the doers is told as turning on who did it. */
  readonly about: 'doers' | 'days' | 'duplicates' | 'direction' | 'coverage';
  readonly panel: CountPanel;
}

/**
 * Another reading under which the whole form is judged anew, since its numbers cannot be set beside the record's own:
 * another scale of the counts, or a silent stretch of a column taken as unrecorded. Only for claims about its streams.
 */
export interface WholeReading {
  readonly name: string;
  readonly about: 'silence' | 'scale';
  readonly streams: readonly string[];
  /** True where it speaks only of claims about one thing following another, not of changes of a rate. */
  readonly onlyRules: boolean;
  readonly panel: CountPanel;
}

/** A published total that speaks of the same events as a stream. */
export interface MatchingTotal {
  readonly source: string;
  readonly first: number;
  readonly last: number;
  readonly total: number;
  readonly note: string | null;
  readonly address: string | null;
}

/** All that judging one claim may look at. Plain data: judging reads no store and no clock. */
export interface JudgeContext {
  readonly claim: Claim;
  /** The claim's source, to tell its own numbers from those of others. */
  readonly source: Source | null;
  readonly claimPlan: ClaimPlan;
  readonly plan: Plan;
  readonly panel: CountPanel;
  readonly readings: readonly Reading[];
  /** Absent where the record leaves none. */
  readonly wholeReadings?: readonly WholeReading[];
  readonly facts: ReadonlyMap<string, StreamFacts>;
  /** Events of the claim's streams, in order of days; only what is shown or counted one by one. */
  readonly events: ReadonlyMap<string, readonly Event[]>;
  readonly totals: ReadonlyMap<string, readonly MatchingTotal[]>;
  /** Whether anybody published totals that show this record to be incomplete. */
  readonly thinned: boolean;
  /** The record's own statement that quick answers are over-sampled in it, or null. */
  readonly answersOversampled: string | null;
  /** What the record does not say about who acted on whom; null or absent where it says so of every event. */
  readonly direction?: DirectionFacts | null;
  /**
   * The rest of the theatre beside two streams (`theatreKey`); absent where the file has no other pattern. Judges look
   * pairs up and do nothing else with it: so it is known which of them a verdict rests on.
   */
  readonly theatre?: Pick<ReadonlyMap<string, TheatreStream>, 'get'>;
  /** By `trigger response`: what the triggers' pattern takes in the place of the answers, where that is another place. */
  readonly samePlace?: ReadonlyMap<string, Float64Array>;
  readonly seed: number;
  /** Where other threads may do pieces of the judging; what they give is the same, so nothing rests on it. */
  readonly ahead?: Ahead;
}

/**
 * Offers a piece of the judging (`Pieces`) to whoever has time for it. What is returned gives its result when it is
 * wanted: that of another thread if one has begun it, else what `here` gives. A piece that nobody wants is given up.
 */
export type Ahead = <Given extends object, Gives>(kind: string, given: Given) => (here: () => Gives) => Gives;

/** One test behind a judgement, and the parts (by index) whose "supported" rests on it. */
export interface JudgementTest {
  readonly pValue: number;
  readonly parts: readonly number[];
  /** What a deep check draws records for, with the ratio of T1; only where the parts were supported. */
  readonly waves?: readonly AskedWave[];
  /** The answer beside a shared wave (T1), where it was fitted: extra answers per trigger, and its ratio over none. */
  readonly besideWave?: { readonly rho: number; readonly likelihoodRatio: number };
}

/** What a form's judge returns; its `tests` enter the correction for the number of tests in a file. */
export interface Judgement {
  readonly parts: readonly Verdict[];
  readonly figures: ClaimFigures | null;
  readonly tests: readonly JudgementTest[];
}

/** The planned stream with an id; a missing one is a slip of the program. */
export function streamOf(plan: Plan, id: string): PlannedStream {
  const stream = plan.streams.find((one) => one.id === id);
  if (!stream) throw new Error(`the plan has no stream ${id}`);
  return stream;
}
