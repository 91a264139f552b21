import { clopperPearsonInterval } from '../../stats/index.ts';
import type { Finding } from '../verdict.ts';
import { CLAIM_TEXTS, USUAL_CLAIMS, type MadeClaim } from './madeClaims.ts';
import type { MadeKind } from './madeKind.ts';
import type { MadeOutcome } from './readOutcome.ts';
import { truthOf, type Truth } from './truthOf.ts';

/** How often each finding was given. */
export interface Tally {
  readonly truth: Truth;
  readonly records: number;
  readonly supported: number;
  readonly notSeparable: number;
  readonly tooFew: number;
  readonly contradicted: number;
  readonly disputed: number;
  readonly notTestable: number;
  /** One-sided exact 95 % limits of the share supported, between 0 and 1; null without records. */
  readonly lower95: number | null;
  readonly upper95: number | null;
  /** How often the plain likelihood-ratio test alone would have said "supported". */
  readonly plain: number;
  /** Verdicts, supported or not separable, that name their strongest rival or the guard that failed. */
  readonly rivalNamed: number;
  /** Reasons of `not separable` and `disputed`, commonest first. */
  readonly reasons: readonly { readonly reason: string; readonly records: number }[];
}

export interface ClaimTally extends Tally {
  readonly claim: MadeClaim;
  readonly text: string;
}

/** One kind of made records. Its own numbers are those of its first claim. */
export interface KindTally extends Tally {
  readonly kind: string;
  readonly about: string;
  readonly group: MadeKind['group'];
  readonly claims: readonly ClaimTally[];
}

/** What `tacit calibrate --json` prints. */
export interface Calibration {
  readonly tacit: string;
  readonly seed: number;
  readonly kinds: readonly KindTally[];
}

/** Counts the findings of one kind, claim by claim; the order of the records does not matter. */
export function tallyCalibration(kind: MadeKind, outcomes: readonly MadeOutcome[]): KindTally {
  const own = (claim: MadeClaim) =>
    tally(
      outcomes.filter((outcome) => outcome.claim === claim),
      truthOf(kind.world, claim),
    );
  const claims = kind.claims ?? USUAL_CLAIMS;
  const [first] = claims;
  if (!first) throw new Error(`the kind "${kind.name}" has no claim`);
  return {
    kind: kind.name,
    about: kind.about,
    group: kind.group,
    ...own(first),
    claims: claims.map((claim) => ({ claim, text: CLAIM_TEXTS[claim], ...own(claim) })),
  };
}

function tally(outcomes: readonly MadeOutcome[], truth: Truth): Tally {
  const records = outcomes.length;
  const count = (finding: Finding) => outcomes.filter((one) => one.finding === finding).length;
  const supported = count('supported');
  // Two-sided 90 % leaves 5 % beyond each limit.
  const limits = records === 0 ? null : clopperPearsonInterval(supported, records, 0.9);
  return {
    truth,
    records,
    supported,
    notSeparable: count('not separable'),
    tooFew: count('too few events'),
    contradicted: count('contradicted'),
    disputed: count('disputed'),
    notTestable: count('not testable'),
    lower95: limits?.lower ?? null,
    upper95: limits?.upper ?? null,
    plain: outcomes.filter((one) => one.plain).length,
    rivalNamed: outcomes.filter(
      ({ finding, rival }) => rival && (finding === 'supported' || finding === 'not separable'),
    ).length,
    reasons: countReasons(outcomes),
  };
}

function countReasons(outcomes: readonly MadeOutcome[]): Tally['reasons'] {
  const counts = new Map<string, number>();
  for (const { finding, reason } of outcomes) {
    if (reason === null || (finding !== 'not separable' && finding !== 'disputed')) continue;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, records]) => ({ reason, records }))
    .sort((p, q) => q.records - p.records || (p.reason < q.reason ? -1 : 1));
}
