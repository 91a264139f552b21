import { formatDay } from '../../calendar/index.ts';
import type { Source } from '../../language/index.ts';
import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { foldName } from '../../record/index.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';
import type { Finding, Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement, type MatchingTotal } from './context.ts';
import { allowedRange, compareRange, wordQuantity } from './quantities.ts';
import { readFindings } from './readFindings.ts';
import { wordAbsent } from '../wordAbsent.ts';
import { wordCount } from '../wordCount.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type TotalTest = Extract<ClaimTest, { kind: 'total' }>;

/** With fewer events expected than this, none found says little: P(0 | 3) is 5 %. */
const EXPECTED_FOR_NONE = 3;

/**
 * A count against the record and against published totals. A record that is no census gives a lower bound: it can
 * support "at least", contradict "at most", and leaves the rest open unless a published total decides. Events that other
 * readings leave out (nobody states who did it, the day is not known exactly) are in the count, but not for certain.
 */
export function judgeTotal(test: TotalTest, context: JudgeContext): Judgement {
  const { plan, panel } = context;
  const stream = streamOf(plan, test.stream);
  if (stream.untestable) return only(untestableVerdict('total', stream.untestable));
  const recordedMarks = markRecorded(panel, [test.interval]);
  // A table of counts may hold fewer days than its record is said to cover: what counts is the panel's mask.
  const covered = panel.stepDays * recordedMarks.reduce((sum, on) => sum + on, 0);
  const claimed = test.interval.last - test.interval.first + 1;
  if (covered === 0) {
    const detail = `The record covers none of the days from ${wordInterval(test)}.`;
    return only(untestableVerdict('total', { reason: 'window not covered', detail }));
  }
  if ((context.facts.get(test.stream)?.total ?? 0) === 0) {
    const detail = wordAbsent(stream.text, context.facts.get(test.stream)?.beside);
    return only(untestableVerdict('total', { reason: 'pair absent', detail }));
  }
  const perDays = test.perDays;
  const rate = (events: number) => (perDays === null ? events : (events / covered) * perDays);
  const count = countWithin(countsOf(panel, test.stream), recordedMarks);
  const value = rate(count);
  const ofTheseDays = (context.totals.get(test.stream) ?? []).filter(
    ({ first, last }) => first === test.interval.first && last === test.interval.last,
  );
  // A source cannot bear itself out: its own published total is shown, and decides nothing.
  const published = ofTheseDays.filter((total) => !isOwn(total, context.source));
  // Only a table of counts can be a census; a record of events tells what was noticed, never that nothing else happened.
  const incomplete = stream.columns === null || covered < claimed || context.thinned;
  // Where nothing tells who acted, an event is in the count for certain only if its direction is told.
  const told = context.direction
    ? countWithin(countsOf(context.direction.told, test.stream), recordedMarks)
    : count;
  const decideOn = (other: CountPanel) => {
    const counts = countsOf(other, test.stream);
    const events = countWithin(counts, recordedMarks);
    const sizes = { value: rate(events), certain: rate(Math.min(told, events)) };
    const expected = expectedElsewhere(counts, panel.recorded, recordedMarks);
    const { finding, reason, why, agreement } = decide(test, sizes, published, incomplete, expected);
    return { finding, reason, because: `${why}, with ${wordNumber(sizes.value)}`, why, agreement };
  };
  const decided = decideOn(panel);
  const { decision, guard } = readFindings(context, { ...decided, because: decided.why }, decideOn);
  const unit = perDays === null ? stream.unit.of : `${stream.unit.of} per ${perDays} days`;
  const verdict: Verdict = {
    part: 'total',
    finding: decision.finding,
    reason: decision.reason,
    sentence: wordVerdict(test, value, unit, ofTheseDays, covered, claimed, decision.because),
    effect: { name: 'count in the record', estimate: value, lower: value, upper: null, level: 1, unit },
    power: null,
    events: { trigger: null, response: count },
    guards: [
      {
        name: 'days covered',
        passed: covered === claimed,
        value: covered,
        detail: `${covered} of ${claimed} days are recorded`,
      },
      {
        name: 'published totals',
        passed: published.length === 0 ? null : decided.agreement,
        value: published[0]?.total ?? null,
        detail:
          published.length === 0
            ? 'nobody else published a total for just these days and this pattern'
            : published.map((one) => `${one.source}: ${wordPublished(one)}`).join('; '),
      },
      guard,
    ],
  };
  return only(verdict);
}

interface Decision {
  readonly finding: Finding;
  readonly reason: string | null;
  readonly why: string;
  readonly agreement: boolean | null;
}

function decide(
  test: TotalTest,
  { value, certain }: { readonly value: number; readonly certain: number },
  published: readonly MatchingTotal[],
  incomplete: boolean,
  expected: number,
): Decision {
  const { quantity } = test;
  // The record's number is a lower bound of what happened.
  const most = incomplete ? Infinity : value;
  const record = compareRange(certain, most, quantity);
  // A published total counts the whole interval; a claim `per day` speaks of its share.
  const scale = test.perDays === null ? 1 : test.perDays / (test.interval.last - test.interval.first + 1);
  const ranges = published.map(publishedRange).map(([low, high]) => [low * scale, high * scale] as const);
  const totals = ranges.map(([low, high]) => compareRange(low, high, quantity));
  const agreement = totals.length === 0 ? null : totals.every((fits) => fits === 'yes');
  if (quantity.none && value === 0 && totals.length === 0) {
    const rate = `at the rate of its other days about ${expected.toFixed(1)} were to be expected`;
    if (incomplete) {
      const why = `it is no census, so none on record is not none at all; ${rate}`;
      return { finding: 'not testable', reason: 'record incomplete', why, agreement };
    }
    return expected >= EXPECTED_FOR_NONE
      ? { finding: 'supported', reason: null, why: rate, agreement }
      : { finding: 'too few events', reason: 'few expected', why: `but ${rate}`, agreement };
  }
  if (record === 'yes')
    return { finding: 'supported', reason: null, why: 'the record alone reaches it', agreement };
  if (record === 'no') {
    return totals.includes('yes')
      ? {
          finding: 'disputed',
          reason: 'numbers differ',
          why: 'the record and a published total disagree',
          agreement,
        }
      : { finding: 'contradicted', reason: null, why: 'the record alone rules it out', agreement };
  }
  if (totals.length === 0 && compareRange(value, most, quantity) !== record) {
    const why = `only ${wordNumber(certain)} of them tell who acted, and the claim turns on the others`;
    return { finding: 'not testable', reason: 'direction unknown', why, agreement };
  }
  if (totals.length === 0) {
    const why =
      'it is no census and gives only a lower bound, and nobody else published a total for just these days';
    return { finding: 'not testable', reason: 'record incomplete', why, agreement };
  }
  if (agreement)
    return {
      finding: 'supported',
      reason: null,
      why: 'by the published total; the record holds a part',
      agreement,
    };
  const allowed = allowedRange(quantity);
  const near = ranges.some(([low]) => low >= allowed.low * 0.95 && low <= allowed.high * 1.05);
  return totals.includes('yes') || near
    ? {
        finding: 'disputed',
        reason: 'numbers differ',
        why: 'the published totals do not all reach the claim',
        agreement,
      }
    : { finding: 'contradicted', reason: null, why: 'the published totals rule it out', agreement };
}

/** The same name, or the same page. */
function isOwn({ source, address }: MatchingTotal, claimed: Source | null): boolean {
  if (claimed === null) return false;
  const names = [claimed.name, claimed.display].map(foldName);
  return names.includes(foldName(source)) || (address !== null && address === claimed.address);
}

/** A total whose note begins with "more than" or "at least" is a lower bound. */
function publishedRange(published: MatchingTotal): [number, number] {
  const { total } = published;
  const bound = boundOf(published);
  if (bound === null) return [total, total];
  return [bound === 'more than' ? total + 1 : total, Infinity];
}

function boundOf({ note }: MatchingTotal): 'more than' | 'at least' | null {
  const words = (note ?? '').toLowerCase();
  return (['more than', 'at least'] as const).find((bound) => words.startsWith(bound)) ?? null;
}

function wordPublished(published: MatchingTotal): string {
  const bound = boundOf(published);
  return bound === null ? String(published.total) : `${bound} ${published.total}`;
}

/** Events to be expected on the marked steps at the rate of all other recorded steps. */
function expectedElsewhere(counts: Float64Array, recorded: Uint8Array, marks: Uint8Array): number {
  const others = recorded.map((on, step) => (on && !marks[step] ? 1 : 0));
  const steps = others.reduce((sum, on) => sum + on, 0);
  const inside = marks.reduce((sum, on) => sum + on, 0);
  return steps === 0 ? 0 : (countWithin(counts, others) / steps) * inside;
}

function wordVerdict(
  test: TotalTest,
  value: number,
  unit: string,
  published: readonly MatchingTotal[],
  covered: number,
  claimed: number,
  why: string,
): string {
  const number = wordNumber(value);
  const days = covered < claimed ? `, ${covered} of ${claimed} days recorded` : '';
  const others = published.map((one) => `${one.source} published ${wordPublished(one)}`).join(', ');
  return (
    `The claim says ${wordQuantity(test.quantity)}; this record has ${value === 1 ? wordCount(1, unit) : `${number} ${unit}`} from ${wordInterval(test)}${days}` +
    `${others === '' ? '' : ` (${others})`}: ${why}.`
  );
}

function wordNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function wordInterval({ interval }: TotalTest): string {
  return `${formatDay(interval.first)} to ${formatDay(interval.last)}`;
}

function only(part: Verdict): Judgement {
  return { parts: [part], figures: null, tests: [] };
}
