import { formatDay } from '../../calendar/index.ts';
import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { countsOf, countWithin, markRecorded, markSteps } from '../pairSeries.ts';
import type { Finding, Verdict } from '../verdict.ts';
import { streamOf, type JudgeContext } from './context.ts';
import { compareRange, wordQuantity } from './quantities.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';

type TruceTest = Extract<ClaimTest, { kind: 'truce' }>;
type Holding = NonNullable<TruceTest['holding']>;

/** The stretch over which "the old rate is back" is looked for: at least so long, and so many events at the old rate. */
const SHORTEST_STRETCH_DAYS = 14;
const EVENTS_AT_OLD_RATE = 5;
/** From there on as much of the old rate must have come back; a few acts in two weeks may be a burst in a truce that holds. */
const SHARE_BACK = 2 / 3;

/**
 * `holding at least N weeks`: the days from the truce's beginning to the first stretch in which the acts of force of all
 * its directions together reach the rate of the days before it again. The stretch is two weeks, or longer where the old
 * rate would give fewer than five events. Where it never does, the truce held at least to the end of the claimed days;
 * where acts fall off again after that stretch it held at least so long, and nobody can say how much longer. A
 * truce in which force never fell has held for no time: its own finding comes first.
 */
export function judgeHolding(
  holding: Holding,
  test: TruceTest,
  context: JudgeContext,
  directions: readonly Verdict[],
): Verdict {
  const own = weakest(directions);
  const decide = (panel: CountPanel) => decideHolding(holding, test, panel);
  const measured = decide(context.panel);
  const { decision, guard } = readFindings(context, measured, decide);
  // Force that was not shown to fall cannot be said to have stayed down; that it came back can be said.
  const borrowed = decision.finding === 'supported' && own !== 'supported';
  const plain = borrowed ? 'holding' : 'size';
  const texts = test.directions.map((id) => streamOf(context.plan, id).text).join(' and ');
  return {
    part: 'rate',
    finding: borrowed ? own : decision.finding,
    reason: decision.finding === 'disputed' ? 'readings' : plain,
    sentence: `${texts}, together: ${decision.because}.`,
    effect: null,
    power: null,
    events: { trigger: null, response: null },
    guards: [guard],
  };
}

function decideHolding(holding: Holding, test: TruceTest, panel: CountPanel): PlainDecision {
  const [window] = test.windows;
  const base = markRecorded(panel, test.base);
  const baseSteps = base.reduce((sum, on) => sum + on, 0);
  const together = new Float64Array(panel.steps);
  for (const id of test.directions)
    countsOf(panel, id).forEach((count, step) => (together[step] = (together[step] ?? 0) + count));
  const old = baseSteps === 0 ? 0 : countWithin(together, base) / baseSteps;
  if (!window || old === 0) {
    const because = 'the days before hold no act of force, so there is no old rate to come back to';
    return { finding: 'too few events', reason: null, because };
  }
  const stretch = Math.ceil(Math.max(SHORTEST_STRETCH_DAYS / panel.stepDays, EVENTS_AT_OLD_RATE / old));
  const marks = markSteps(panel, test.windows);
  const first = marks.indexOf(1);
  const last = marks.lastIndexOf(1);
  const back = findReturn(together, panel.recorded, first, last, stretch, old);
  const days = ((back ?? last + 1) - first) * panel.stepDays;
  const asked = { ...holding.quantity, value: holding.quantity.value * holding.days };
  const share = back === null ? 0 : rateFrom(together, panel.recorded, back, last) / old;
  const fits = compareRange(days, share >= SHARE_BACK ? days : Infinity, asked);
  const claimed = `claimed ${wordQuantity(asked)} days`;
  const because =
    back === null
      ? `the old rate (${(old / panel.stepDays).toFixed(2)} a day) does not come back within the ${days} days looked at (${claimed})`
      : `the old rate (${(old / panel.stepDays).toFixed(2)} a day) is back on ${formatDay(panel.first + back * panel.stepDays)}, after ${days} days (${claimed})${share >= SHARE_BACK ? '' : `, but for a while only: from there on it is ${share.toFixed(2)} times that`}`;
  const finding: Record<typeof fits, Finding> = {
    yes: 'supported',
    no: 'contradicted',
    open: 'too few events',
  };
  return { finding: finding[fits], reason: null, because };
}

/** Events a recorded step from one step to another. */
function rateFrom(counts: Float64Array, recorded: Uint8Array, first: number, last: number): number {
  let [events, steps] = [0, 0];
  for (let step = first; step <= last; step++) {
    if (!recorded[step]) continue;
    events += counts[step] ?? 0;
    steps++;
  }
  return steps === 0 ? 0 : events / steps;
}

/** The first step of the first wholly recorded stretch that holds as many events as the old rate gives; null for none. */
function findReturn(
  counts: Float64Array,
  recorded: Uint8Array,
  first: number,
  last: number,
  stretch: number,
  old: number,
): number | null {
  for (let from = first; from + stretch - 1 <= last; from++) {
    let sum = 0;
    let whole = true;
    for (let step = from; step < from + stretch; step++) {
      if (!recorded[step]) whole = false;
      sum += counts[step] ?? 0;
    }
    if (whole && sum >= old * stretch) return from;
  }
  return null;
}

function weakest(directions: readonly Verdict[]): Finding {
  return directions.find(({ finding }) => finding !== 'supported')?.finding ?? 'supported';
}
