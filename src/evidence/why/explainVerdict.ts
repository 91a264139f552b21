import { countDays, withinAny } from '../../calendar/index.ts';
import { streamsOf, type ClaimPlan, type ClaimTest, type CountPanel, type Plan } from '../../model/index.ts';
import { liesInRecord, type Event, type EventSelection, type RecordSummary } from '../../record/index.ts';
import { describeEvent } from '../describeEvent.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';
import type { ClaimExamination, EventRow, Guard, Verdict } from '../verdict.ts';
import { daysOfStream } from './daysOfStream.ts';
import { describeSelection } from './describeSelection.ts';

/** The chain from events to finding of one claim, as `tacit examine --why` prints it. */
export interface WhyChain {
  readonly name: string;
  readonly source: string;
  readonly passage: string | null;
  readonly text: string;
  readonly line: number;
  readonly patterns: readonly WhyPattern[];
  readonly days: {
    readonly first: string | null;
    readonly last: string | null;
    readonly untilPublication: boolean;
    /** Days the claim's triggers (or counts) may fall on, and those of them that the record covers. */
    readonly claimed: number;
    readonly recorded: number;
  };
  /** The tests ask for an answer, or a change, that the claim denies: what they find speaks against it. */
  readonly denies: boolean;
  readonly parts: readonly WhyPart[];
  readonly afterPublication: string | null;
}

/** One pattern of the claim: which rows it takes, and what was counted on its days. */
export interface WhyPattern {
  readonly text: string;
  readonly role: 'trigger' | 'response' | 'counted';
  readonly unit: string;
  /** Rows are taken that fit one of these; empty where columns of a table are counted. */
  readonly takes: readonly (readonly string[])[];
  readonly columns: readonly { readonly record: string; readonly column: string }[];
  /** Why it cannot be counted on this record, or null. */
  readonly untestable: string | null;
  /** Amount on the recorded days that count; null where it cannot be counted. */
  readonly amount: number | null;
  /** The rows behind it, in order of days; a table of counts has none. */
  readonly rows: readonly EventRow[];
  /** Rows the pattern takes on other days. */
  readonly rowsOnOtherDays: number;
}

export interface WhyPart extends Pick<
  Verdict,
  'part' | 'finding' | 'reason' | 'sentence' | 'effect' | 'power' | 'events'
> {
  readonly baseTest: Guard | null;
  readonly guards: readonly Guard[];
  /** Other ways to read the record, or null where the form has none. */
  readonly readings: Guard | null;
}

/** What the chain is read from: everything but the examination as the judges saw it. */
export interface WhyInput {
  readonly claim: ClaimExamination;
  readonly claimPlan: ClaimPlan;
  readonly plan: Plan;
  readonly panel: CountPanel;
  /** All rows of each stream of the claim. */
  readonly events: ReadonlyMap<string, readonly Event[]>;
  /** Records of the store, with how many of their rows do not say who acted on whom. */
  readonly records: readonly Pick<RecordSummary, 'record' | 'undirected'>[];
}

/** From the words of the pattern to the finding, each step with its numbers; nothing is judged anew. */
export function explainVerdict(input: WhyInput): WhyChain {
  const { claim, claimPlan, plan, panel } = input;
  const marks = markRecorded(panel, claimPlan.days);
  return {
    name: claim.name,
    source: claim.sourceDisplay,
    passage: claim.passage,
    text: claim.text,
    line: claim.line,
    patterns: [...new Set(streamsOf(claimPlan.test))].map((id) => explainPattern(id, input)),
    days: {
      ...claim.judged,
      claimed: plan.recorded.length === 0 ? 0 : countDays(claimPlan.days),
      recorded: panel.stepDays * marks.reduce((sum, on) => sum + on, 0),
    },
    denies: denies(claimPlan.test),
    parts: claim.parts.map(explainPart),
    afterPublication: claim.afterPublication,
  };
}

function denies(test: ClaimTest): boolean {
  if (test.kind === 'each') return test.members.every((member) => denies(member.test));
  return test.kind === 'noExtra' || (test.kind === 'shift' && test.negated);
}

function explainPattern(id: string, { claimPlan, plan, panel, events, records }: WhyInput): WhyPattern {
  const stream = plan.streams.find((one) => one.id === id);
  if (!stream) throw new Error(`the plan has no stream ${id}`);
  const { role, days } = daysOfStream(claimPlan, id);
  const marks = markRecorded(panel, days);
  const all = events.get(id) ?? [];
  // A dated event is looked up among the rows, whether its days count as recorded or not.
  const lookedUp = claimPlan.test.kind === 'event';
  const counted = all.filter(({ first, last }) =>
    lookedUp
      ? withinAny(first, days) || withinAny(last, days)
      : marks[Math.floor((first - panel.first) / panel.stepDays)] === 1,
  );
  const amount = lookedUp ? counted.length : countWithin(countsOf(panel, id), marks);
  return {
    text: stream.text,
    role,
    unit: stream.unit.of,
    takes: stream.columns
      ? []
      : stream.selection.anyOf.filter((one) => canTake(one, records)).map(describeSelection),
    columns: stream.columns ?? [],
    untestable: stream.untestable?.detail ?? null,
    amount: stream.untestable ? null : amount,
    rows: counted.map(describeEvent),
    rowsOnOtherDays: all.length - counted.length,
  };
}

/** Rows that do not say who acted are taken only from records that hold such rows. */
function canTake({ direction, record: named }: EventSelection, records: WhyInput['records']): boolean {
  if (direction !== 'untold') return true;
  return records.some(
    ({ record, undirected }) => undirected > 0 && (named === null || liesInRecord(record, named)),
  );
}

function explainPart({ guards, ...verdict }: Verdict): WhyPart {
  const { part, finding, reason: reasonCode, sentence, effect, power, events } = verdict;
  const isReading = ({ name }: Guard) => name === 'readings' || name === 'direction policy';
  const isBase = ({ name }: Guard) => name === 'base test';
  return {
    part,
    finding,
    reason: reasonCode,
    sentence,
    effect,
    power,
    events,
    baseTest: guards.find(isBase) ?? null,
    guards: guards.filter((guard) => !isBase(guard) && !isReading(guard)),
    readings: guards.find(isReading) ?? null,
  };
}
