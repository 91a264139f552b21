import { formatDay, type DayInterval } from '../../calendar/index.ts';
import type { CountPanel, Plan, PlannedStream } from '../../model/index.ts';
import { adjustPValues } from '../../stats/index.ts';
import { countsOf, countWithin, markRecorded } from '../pairSeries.ts';
import { powerOfAnswer } from '../power.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { checkPairing, fitPairing, type CheckedPairing } from './checkPairing.ts';
import { claimsOfPair } from './claimsOfPair.ts';
import type { SharedRows } from './findSharedRows.ts';
import { screenPairs, type Pairing } from './screenPairs.ts';

export interface DiscoveryOptions {
  /** True: pairs that a claim already speaks of are searched too. */
  readonly claimedToo: boolean;
}

/** A rule found on the first part of the record, and what the rest says of it. Never a verdict. */
export interface FoundRule {
  readonly trigger: string;
  readonly response: string;
  readonly days: number;
  /** Claims of the file about this pair. */
  readonly claims: readonly string[];
  /** p of the first part after Benjamini–Yekutieli's correction over all pairings. */
  readonly adjusted: number;
  readonly found: CheckedPairing;
  readonly rest: CheckedPairing;
  /** p of the rest after Holm's correction over the rules found. */
  readonly restAdjusted: number;
  /** Power of the rest to show what the first part found. */
  readonly restPower: number | null;
  readonly confirmed: boolean;
}

export interface Discovery {
  readonly firstPart: { readonly first: string; readonly last: string };
  readonly rest: { readonly first: string; readonly last: string };
  readonly windows: readonly number[];
  readonly level: number;
  /** Pairings tested: ordered pairs times windows. */
  readonly tests: number;
  readonly rules: readonly FoundRule[];
  /** Pairs that stood after correction and fell by a guard. */
  readonly fell: readonly { readonly trigger: string; readonly response: string; readonly by: string }[];
  /** Streams that were not searched, and pairs left out. */
  readonly leftOut: readonly { readonly text: string; readonly why: string }[];
  readonly pairsSharingEvents: number;
  readonly pairsClaimed: number;
}

/** Days of the windows tried. */
const WINDOWS = [3, 7, 14, 30];
/** Share of the recorded steps in the first part. */
const FIRST_SHARE = 0.6;
/** A stream with fewer events in one of the parts can show nothing there. */
const FEWEST_EVENTS = 10;
/** Pairings with a larger p of the score test cannot survive the correction: their likelihood ratio is not asked. */
const REFINED_BELOW = 0.01;
/** One-sided 5 % in standard errors. */
const ONE_SIDED = 1.6448536269514722;

/**
 * Rules that nobody claimed: every ordered pair of streams and every window by score test on the first six tenths of the
 * recorded days, corrected by Benjamini–Yekutieli (the tests share streams); what stands has to pass donut and shared
 * wave as a claim would; then the same rule is asked once more of the rest, Holm over the rules found, with the
 * donut and the shared wave or the lead-lag contrast. The larger p of score test and likelihood ratio counts, since the former is too sure on sparse days. Null where
 * the record is too short to be split. Source: benjaminiYekutieli2001.
 */
export function discoverRules(
  plan: Plan,
  panel: CountPanel,
  shared: SharedRows,
  { claimedToo }: DiscoveryOptions = { claimedToo: false },
): Discovery | null {
  const parts = splitRecord(panel);
  if (parts === null) return null;
  const [early, late] = parts;
  const { streams, leftOut, twins } = chooseStreams(plan, panel, parts);
  const claimsOf = (trigger: string, response: string) => claimsOfPair(plan, twins, trigger, response);
  const windows = distinctWindows(panel.stepDays);
  let pairsSharingEvents = 0;
  let pairsClaimed = 0;
  const pairings: Pairing[] = [];
  for (const { id: trigger } of streams) {
    for (const { id: response } of streams) {
      if (trigger === response) continue;
      if (shared.has(`${trigger} ${response}`)) pairsSharingEvents++;
      else if (!claimedToo && claimsOf(trigger, response).length > 0) pairsClaimed++;
      else for (const days of windows) pairings.push({ trigger, response, days });
    }
  }
  const standing = standingPairs(panel, early, pairings);
  const textOf = (id: string) => plan.streams.find((stream) => stream.id === id)?.text ?? id;
  const words = ({ trigger, response }: Pairing) => ({
    trigger: textOf(trigger),
    response: textOf(response),
  });
  const checked = standing.map((pair) => ({ ...pair, found: checkPairing(panel, early, pair) }));
  const kept = checked.filter(({ found }) => findFault(found) === null);
  const rests = kept.map((pair) => checkPairing(panel, late, pair));
  const restAdjusted = adjustPValues(
    rests.map(({ pValue }) => pValue),
    'holm',
  );
  return {
    firstPart: writeDays(early),
    rest: writeDays(late),
    windows,
    level: THRESHOLDS.familyLevel,
    tests: pairings.length,
    rules: kept.map((pair, index): FoundRule => {
      const rest = rests[index]!;
      const adjusted = restAdjusted[index]!;
      const { rho } = pair.found;
      return {
        ...words(pair),
        days: pair.days,
        claims: claimsOf(pair.trigger, pair.response),
        adjusted: pair.adjusted,
        found: pair.found,
        rest,
        restAdjusted: adjusted,
        restPower: rho === null ? null : powerOfAnswer(rest.information, rho, rest.triggers).power,
        confirmed: adjusted <= THRESHOLDS.familyLevel && standsAgain(rest),
      };
    }),
    fell: checked.flatMap((pair) => {
      const by = findFault(pair.found);
      return by === null ? [] : [{ ...words(pair), by }];
    }),
    leftOut,
    pairsSharingEvents,
    pairsClaimed,
  };
}

/** The guard by which a pairing falls, or null. */
function findFault({ rho, donut, besideWave }: CheckedPairing): string | null {
  if (rho === null) return 'no fit';
  if (donut === false) return 'beyond the first two days';
  return besideWave === true ? null : 'shared wave';
}

/** The rest is shorter: there the lead-lag contrast may stand in for the shared wave, which the first part has passed. */
function standsAgain({ rho, donut, besideWave, leadLag }: CheckedPairing): boolean {
  return rho !== null && donut !== false && (besideWave === true || (leadLag ?? 0) > ONE_SIDED);
}

/** Each pair once, in its best window, where that stands after the correction over all pairings. */
function standingPairs(
  panel: CountPanel,
  days: DayInterval,
  pairings: readonly Pairing[],
): (Pairing & { readonly adjusted: number })[] {
  const pValues = screenPairs(panel, days, pairings).map(({ pValue, ...pairing }) => {
    if (pValue > REFINED_BELOW) return pValue;
    const { fit } = fitPairing(panel, days, pairing);
    return Math.max(pValue, fit.kind === 'failed' ? 1 : fit.pValue);
  });
  const adjusted = adjustPValues(pValues, 'benjamini-yekutieli');
  const best = new Map<string, { readonly index: number; readonly pValue: number }>();
  pairings.forEach(({ trigger, response }, index) => {
    const pValue = pValues[index]!;
    if (adjusted[index]! > THRESHOLDS.familyLevel) return;
    const before = best.get(`${trigger} ${response}`);
    if (!before || pValue < before.pValue) best.set(`${trigger} ${response}`, { index, pValue });
  });
  return [...best.values()].map(({ index }) => ({ ...pairings[index]!, adjusted: adjusted[index]! }));
}

function splitRecord({ recorded, first, stepDays }: CountPanel): [DayInterval, DayInterval] | null {
  const held = recorded.reduce<number[]>((list, on, step) => (on ? [...list, step] : list), []);
  const place = held[Math.ceil(FIRST_SHARE * held.length)];
  const [from, to] = [held[0], held.at(-1)];
  if (place === undefined || from === undefined || to === undefined || place === from) return null;
  const day = (step: number) => first + step * stepDays;
  return [
    { first: day(from), last: day(place) - 1 },
    { first: day(place), last: day(to + 1) - 1 },
  ];
}

function chooseStreams(plan: Plan, panel: CountPanel, parts: readonly DayInterval[]) {
  const streams: PlannedStream[] = [];
  const same = (one: PlannedStream, other: PlannedStream) =>
    countsOf(panel, one.id).every((count, step) => count === countsOf(panel, other.id)[step]);
  const leftOut: { text: string; why: string }[] = [];
  const twins = new Map<string, string>();
  const marks = parts.map((days) => markRecorded(panel, [days]));
  for (const stream of plan.streams) {
    const twin = streams.find((other) => same(other, stream));
    const why = whyLeftOut(stream, panel, marks) ?? (twin ? `the same events as "${twin.text}"` : null);
    if (why === null) streams.push(stream);
    else leftOut.push({ text: stream.text, why });
    twins.set(stream.id, twin?.id ?? stream.id);
  }
  return { streams, leftOut, twins };
}

function whyLeftOut(stream: PlannedStream, panel: CountPanel, marks: readonly Uint8Array[]): string | null {
  if (stream.untestable) return stream.untestable.reason;
  if (stream.unit.of !== 'events' && stream.columns === null) return `counts ${stream.unit.of}, not events`;
  const fewest = Math.min(...marks.map((one) => countWithin(countsOf(panel, stream.id), one)));
  return fewest < FEWEST_EVENTS ? `fewer than ${FEWEST_EVENTS} events in one of the two parts` : null;
}

/** Of windows that are the same in steps the longest is tried, since that is what a step can tell. */
function distinctWindows(stepDays: number): number[] {
  const inSteps = (days: number) => Math.ceil(days / stepDays);
  return WINDOWS.filter((days) => !WINDOWS.some((other) => other > days && inSteps(other) === inSteps(days)));
}

function writeDays({ first, last }: DayInterval): { first: string; last: string } {
  return { first: formatDay(first), last: formatDay(last) };
}
