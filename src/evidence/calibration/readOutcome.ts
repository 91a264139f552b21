import { THRESHOLDS } from '../thresholds.ts';
import type { Finding, Verdict } from '../verdict.ts';
import type { MadeClaim } from './madeClaims.ts';
import type { MadeWorld } from './madeWorld.ts';

/** What the whole verdict path said of one claim on one made record. */
export interface MadeOutcome {
  readonly claim: MadeClaim;
  readonly finding: Finding;
  readonly reason: string | null;
  /** Whether the plain likelihood-ratio test alone would have said "supported". */
  readonly plain: boolean;
  /** Whether the sentences name the strongest other explanation, or the guard that failed. */
  readonly rival: boolean;
}

/**
 * Sums the parts of a verdict up to one finding. Of `mutual` that is the weaker direction where both sides answer; else
 * of the directions in which nobody answers the one that would be the worse mistake. Of a truce: the weaker direction. Of
 * `share` the part of that name.
 */
export function readOutcome(
  parts: readonly Verdict[],
  claim: MadeClaim,
  { rhoAB = 0, rhoBA = 0 }: MadeWorld,
): MadeOutcome {
  const answers = [rhoAB > 0, rhoBA > 0];
  const judged = claim === 'share' ? parts.filter(({ part }) => part === 'share') : parts;
  const directions = splitDirections(judged).map((direction) => readDirection(direction, claim));
  const worst = claim === 'mutual' && answers.includes(false);
  const asked = worst ? directions.filter((_, index) => !answers[index]) : directions;
  const told = asked.find(({ finding }) => (finding === 'supported') === worst) ?? asked[0];
  if (!told) throw new Error(`the claim "${claim}" has no part`);
  const plain = worst ? asked.some((one) => one.plain) : asked.every((one) => one.plain);
  return { ...told, plain };
}

/** The parts of each direction: a direction begins with its timing or its rate. */
function splitDirections(parts: readonly Verdict[]): Verdict[][] {
  const directions: Verdict[][] = [];
  for (const part of parts) {
    if (part.part === 'timing' || part.part === 'rate' || part.part === 'share') directions.push([part]);
    else directions.at(-1)?.push(part);
  }
  return directions;
}

function readDirection(parts: readonly Verdict[], claim: MadeClaim): MadeOutcome {
  const [first] = parts;
  if (!first) throw new Error('a direction has at least one part');
  // Timing and cause share their finding; should they ever part, the stronger word counts.
  const supported = parts.find(
    ({ part, finding }) =>
      finding === 'supported' &&
      (part === 'timing' || part === 'cause' || part === 'rate' || part === 'share'),
  );
  const { finding, reason } = supported ?? first;
  const rival =
    finding === 'not separable' ? reason !== null : parts.some(({ sentence }) => /rival/.test(sentence));
  return { claim, finding, reason, plain: passesPlainTest(first, claim), rival };
}

const OF_ANSWERS: readonly MadeClaim[] = ['when', 'mutual', 'later', 'while', 'while others'];
const OF_RISES: readonly MadeClaim[] = ['more', 'more soon', 'rises', 'rises steadily', 'together'];
const OF_FALLS: readonly MadeClaim[] = [
  'fewer',
  'falls',
  'falls steadily',
  'truce',
  'compared',
  'recurring',
  'against',
  'by half',
  'one-sided truce',
  'recurring truce',
];

/**
 * Answers: the likelihood ratio of both sides without a wave. Rates: the base test, on the claimed side of 1. Of the other
 * claims there is none.
 */
function passesPlainTest({ guards, effect }: Verdict, claim: MadeClaim): boolean {
  if (OF_ANSWERS.includes(claim)) {
    return guards.find(({ name }) => name === 'plain test of both sides')?.passed === true;
  }
  const base = guards.find(({ name }) => name === 'base test');
  const ratio = effect?.estimate ?? null;
  if (!base || base.value === null || base.value > THRESHOLDS.rateLevel || ratio === null) return false;
  return ratio > 1 ? OF_RISES.includes(claim) : ratio < 1 && OF_FALLS.includes(claim);
}
