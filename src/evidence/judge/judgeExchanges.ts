import type { ClaimTest, CountPanel } from '../../model/index.ts';
import { clopperPearsonInterval } from '../../stats/index.ts';
import { drawTimeline } from '../drawTimeline.ts';
import { countsOf, markRecorded } from '../pairSeries.ts';
import { episodesPicture } from '../pictures/episodesPicture.ts';
import { splitEpisodes, type Episode } from '../splitEpisodes.ts';
import { findUntestable } from '../testability.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Guard, Verdict } from '../verdict.ts';
import { codedTwice, type CodedTwice } from './codedTwice.ts';
import { streamOf, type JudgeContext, type Judgement } from './context.ts';
import { readFindings, type PlainDecision } from './readFindings.ts';
import { untestableVerdict } from './untestableVerdict.ts';

type ExchangesTest = Extract<ClaimTest, { kind: 'exchanges' }>;

/**
 * `A starts exchanges with B`: acts of both sides are split into episodes by calm; of the episodes in which both acted
 * and whose first day shows one side only, A must have begun more than half. One-sided episodes are no exchanges and
 * are counted apart. The side that acts more often also begins more often by chance, so the share is put beside A's
 * share of all acts, and of all days with acts of one side: a majority that is no larger is `not separable` from mere
 * frequency. Nor is one that rests on the other side's acts one or two days later: incidents coded twice make the same.
 */
export function judgeExchanges(test: ExchangesTest, context: JudgeContext): Judgement {
  const { plan, panel, facts, claimPlan } = context;
  const starter = streamOf(plan, test.starter);
  const other = streamOf(plan, test.other);
  const marks = markRecorded(panel, claimPlan.days);
  const looked = marks.reduce((sum, on) => sum + on, 0);
  const obstacle = findUntestable(plan, other, starter, facts, looked, claimPlan.days, null);
  if (obstacle) return { parts: [untestableVerdict('timing', obstacle)], figures: null, tests: [] };
  const calm = Math.max(1, Math.ceil(test.calmDays / panel.stepDays));
  const split = (one: CountPanel) =>
    splitEpisodes(countsOf(one, test.starter), countsOf(one, test.other), marks, calm);
  const tally = (one: CountPanel) =>
    tallyStarts(split(one), shareOfDays(countsOf(one, test.starter), countsOf(one, test.other), marks));
  const coded = (one: CountPanel) =>
    codedTwice(countsOf(one, test.starter), countsOf(one, test.other), marks);
  const withoutQuick = (one: CountPanel, { without }: CodedTwice) =>
    tallyStarts(splitEpisodes(countsOf(one, test.starter), without, marks, calm));
  const twice = (one: CountPanel) =>
    quickGuard(coded(one), (found) => withoutQuick(one, found), one.stepDays);
  const decide = (one: CountPanel) => decideStarts(tally(one), () => twice(one));
  const own = tally(panel);
  const { decision, guard } = readFindings(context, decide(panel), decide);
  const level = THRESHOLDS.intervalLevel;
  const interval = clopperPearsonInterval(own.begun, own.known, level);
  const verdict: Verdict = {
    part: 'timing',
    finding: decision.finding,
    reason: decision.reason,
    sentence:
      `Split by ${test.calmDays} days of calm there are ${own.exchanges + own.oneSided} episodes: ${own.oneSided} of one side only, ${own.exchanges} exchanges. ` +
      `Of ${own.known} exchanges whose beginning shows one side, ${own.begun} begin with "${starter.text}" (${own.unclear} unclear): ${decision.because}.`,
    effect:
      own.known === 0
        ? null
        : {
            name: 'share of exchanges begun',
            estimate: own.begun / own.known,
            lower: interval.lower,
            upper: interval.upper,
            level,
            unit: 'share of exchanges',
          },
    power: null,
    events: { trigger: own.begun, response: own.exchanges },
    guards: [
      {
        name: 'share of all acts',
        passed: own.known === 0 ? null : interval.lower > own.chance,
        value: own.chance,
        detail: `${Math.round(100 * own.chance)} % of all acts, or of all days with acts of one side, are its own: as often it would begin by mere frequency`,
      },
      twice(panel),
      guard,
    ],
  };
  const figures = {
    timeline: drawTimeline(plan, panel, {
      streams: [
        { id: test.starter, label: starter.text, role: 'trigger' },
        { id: test.other, label: other.text, role: 'response' },
      ],
      bands: [],
      marks: [],
      shown: { first: plan.first, last: plan.last },
    }),
    responseByLag: null,
    episodes: episodesPicture(split(panel), marks, panel.stepDays, {
      first: starter.text,
      second: other.text,
      calmDays: test.calmDays,
    }),
  };
  return { parts: [verdict], figures, tests: [] };
}

/** One-sided 10 %, as for answers without their first two days. */
const QUICK_LEVEL = 0.8;

function quickGuard(found: CodedTwice, recount: (found: CodedTwice) => Starts, stepDays: number): Guard {
  const name = 'beyond the first two days';
  if (stepDays > 1) return { name, passed: null, value: null, detail: 'a weekly record does not show them' };
  const { known, begun } = recount(found);
  const lower = known === 0 ? 0 : clopperPearsonInterval(begun, known, QUICK_LEVEL).lower;
  const more = found.beyondChance - found.standardError > THRESHOLDS.codedTwiceShare;
  return {
    name,
    passed: more || lower > 0.5,
    value: known === 0 ? null : begun / known,
    detail: `${begun} of ${known} begin so without them; ${found.beyondChance.toFixed(2)} of its days are followed by such acts, beyond chance`,
  };
}

interface Starts {
  readonly exchanges: number;
  readonly oneSided: number;
  /** Exchanges whose first day shows one side and is not cut off by unrecorded days. */
  readonly known: number;
  readonly begun: number;
  readonly unclear: number;
  /** Share of the starter among all acts of the episodes, or among all days with acts of one side: the larger. */
  readonly chance: number;
}

function tallyStarts(episodes: readonly Episode[], ofDays = 0): Starts {
  const exchanges = episodes.filter(({ firstActs, secondActs }) => firstActs > 0 && secondActs > 0);
  const known = exchanges.filter(({ startedBy, beginningKnown }) => beginningKnown && startedBy !== 'both');
  const acts = episodes.reduce((sum, { firstActs }) => sum + firstActs, 0);
  const all = episodes.reduce((sum, { firstActs, secondActs }) => sum + firstActs + secondActs, 0);
  return {
    exchanges: exchanges.length,
    oneSided: episodes.length - exchanges.length,
    known: known.length,
    begun: known.filter(({ startedBy }) => startedBy === 'first').length,
    unclear: exchanges.length - known.length,
    chance: Math.max(ofDays, all === 0 ? 0.5 : acts / all),
  };
}

/** Share of the first side among all days on which one side alone acts. */
function shareOfDays(first: Float64Array, second: Float64Array, marks: Uint8Array): number {
  let [own, all] = [0, 0];
  marks.forEach((on, step) => {
    if (!on || first[step]! > 0 === second[step]! > 0) return;
    all++;
    if (first[step]! > 0) own++;
  });
  return all === 0 ? 0.5 : own / all;
}

function decideStarts({ known, begun, chance }: Starts, twice: () => Guard): PlainDecision {
  if (known === 0) {
    return { finding: 'too few events', reason: null, because: 'no exchange shows who began it' };
  }
  const { lower, upper } = clopperPearsonInterval(begun, known, THRESHOLDS.intervalLevel);
  const interval = `interval ${Math.round(100 * lower)} to ${Math.round(100 * upper)} %`;
  if (upper < 0.5) return { finding: 'contradicted', reason: null, because: `fewer than half (${interval})` };
  if (lower <= 0.5) {
    return { finding: 'too few events', reason: null, because: `half is not ruled out (${interval})` };
  }
  if (lower <= chance) {
    const because = `more than half (${interval}), but that side has ${Math.round(100 * chance)} % of all acts and would begin as often by mere frequency`;
    return { finding: 'not separable', reason: 'share of all acts', because };
  }
  const quick = twice();
  if (quick.passed === false) {
    const because = `more than half (${interval}), but without the acts one or two days behind that side's (${quick.detail}) it is not; one incident recorded twice looks the same`;
    return { finding: 'not separable', reason: quick.name, because };
  }
  return { finding: 'supported', reason: null, because: `more than half (${interval})` };
}
