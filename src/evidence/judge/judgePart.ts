import type { ClaimTest, CountPanel } from '../../model/index.ts';
import type { Quantity } from '../../language/index.ts';
import { clopperPearsonInterval, normalQuantile } from '../../stats/index.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { allowedRange, wordQuantity } from './quantities.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ShareTest = Extract<ClaimTest, { kind: 'share' }>;

interface PartOfWhole {
  readonly part: number;
  readonly whole: number;
  readonly lower: number;
  readonly upper: number;
  /** How many times more the share varies between blocks than independent events would let it. */
  readonly clustering: number;
}

const BLOCK_DAYS = 30;
/** With fewer blocks that hold anything, how much they differ cannot be told. */
const FEWEST_BLOCKS = 5;

/**
 * `Q is about N percent of Q2`: the part of the whole, with the wider of two intervals: the exact binomial one on as
 * many events as the clustering leaves, and that of the ratio between blocks of 30 days. Events come in bursts of one
 * kind, so that the plain binomial interval would be too short. Source: clopperPearson1934, cochran1977.
 */
export function judgePart(test: ShareTest, context: JudgeContext): Judgement {
  const { plan, panel, facts } = context;
  const whole = streamOf(plan, test.whole);
  const part = streamOf(plan, test.part);
  if (part.untestable) {
    return { parts: [untestableVerdict('share', part.untestable)], figures: null, tests: [] };
  }
  const marks = markRecorded(panel, test.days);
  const days = marks.reduce((sum, on) => sum + on, 0);
  const obstacle = findUntestable(plan, null, whole, facts, days, test.days, null);
  if (obstacle) return { parts: [untestableVerdict('share', obstacle)], figures: null, tests: [] };
  const measure = (other: CountPanel) =>
    measurePart(countsOf(other, test.part), countsOf(other, test.whole), marks, other.stepDays);
  const own = measure(panel);
  const decide = (other: CountPanel) => decidePart(test.percent, measure(other));
  const { decision, guard } = readFindings(context, decide(panel), decide);
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  const claimed = test.percent === null ? 'most' : `${wordQuantity(test.percent)} percent`;
  const missed = context.thinned
    ? ' Published totals show that the record misses events; the share is that of what it holds.'
    : '';
  const verdict: Verdict = {
    part: 'share',
    finding: decision.finding,
    reason: decision.reason,
    sentence:
      own.whole === 0
        ? `On the claim's days this record holds nothing of "${whole.text}".`
        : `${own.part} of ${own.whole} ${whole.unit.of} (${percent(own.part / own.whole)}, interval ${percent(own.lower)} to ${percent(own.upper)}; claimed ${claimed}): ${decision.because}.${missed}`,
    effect:
      own.whole === 0
        ? null
        : {
            name: 'share',
            estimate: own.part / own.whole,
            lower: own.lower,
            upper: own.upper,
            level: THRESHOLDS.intervalLevel,
            unit: `share of ${whole.unit.of}`,
          },
    power: null,
    events: { trigger: own.whole, response: own.part },
    guards: [
      {
        name: 'clustering',
        passed: null,
        value: own.clustering,
        detail: `the share varies ${own.clustering.toFixed(1)} times as much between blocks of ${BLOCK_DAYS} days as for independent events; the interval allows for it`,
      },
      guard,
    ],
  };
  return { parts: [verdict], figures: null, tests: [] };
}

function measurePart(
  partCounts: Float64Array,
  wholeCounts: Float64Array,
  marks: Uint8Array,
  stepDays: number,
): PartOfWhole {
  const part = countWithin(partCounts, marks);
  const whole = countWithin(wholeCounts, marks);
  if (whole === 0) return { part, whole, lower: 0, upper: 1, clustering: 1 };
  const share = part / whole;
  const size = Math.max(1, Math.round(BLOCK_DAYS / stepDays));
  let blocks = 0;
  let squares = 0;
  for (let from = 0; from < marks.length; from += size) {
    let a = 0;
    let b = 0;
    for (let step = from; step < Math.min(marks.length, from + size); step++) {
      if (!marks[step]) continue;
      a += partCounts[step] ?? 0;
      b += wholeCounts[step] ?? 0;
    }
    if (b === 0) continue;
    blocks++;
    squares += (a - share * b) ** 2;
  }
  const variance = blocks < 2 ? 0 : (squares * blocks) / (blocks - 1) / (whole * whole);
  const independent = (share * (1 - share)) / whole;
  const clustering = independent === 0 || blocks < FEWEST_BLOCKS ? 1 : Math.max(1, variance / independent);
  const trials = Math.max(1, Math.round(whole / clustering));
  const exact = clopperPearsonInterval(Math.round(share * trials), trials, THRESHOLDS.intervalLevel);
  const reach = normalQuantile(0.5 + THRESHOLDS.intervalLevel / 2) * Math.sqrt(variance);
  return {
    part,
    whole,
    lower: Math.max(0, Math.min(exact.lower, share - reach)),
    upper: Math.min(1, Math.max(exact.upper, share + reach)),
    clustering,
  };
}

function decidePart(percent: Quantity | null, own: PartOfWhole): PlainDecision {
  if (own.whole === 0) return { finding: 'too few events', reason: null, because: 'nothing to share' };
  const allowed = percent === null ? { low: 50, high: Infinity } : allowedRange(percent);
  const lower = 100 * own.lower;
  const upper = 100 * own.upper;
  if (upper < allowed.low || lower > allowed.high) {
    return { finding: 'contradicted', reason: null, because: 'the whole interval lies outside the claim' };
  }
  // A share of more than half: half itself is not most.
  const inside = percent === null ? lower > 50 : lower >= allowed.low && upper <= allowed.high;
  return inside
    ? { finding: 'supported', reason: null, because: 'the whole interval lies inside the claim' }
    : { finding: 'too few events', reason: null, because: 'the interval reaches in and out of the claim' };
}
