import type { Finding, Part } from '../evidence/index.ts';

export interface FindingWord {
  readonly finding: Finding;
  /** As printed on the badge. */
  readonly label: string;
  /** One character for places that hold text only. */
  readonly symbol: string;
  readonly meaning: string;
}

/** The findings in the order in which tables count them. */
export const FINDING_WORDS: readonly FindingWord[] = [
  {
    finding: 'supported',
    label: 'supported',
    symbol: '✔',
    meaning:
      'The effect is there in the claimed direction, at the claimed size or the smallest size of interest, and every guard passed. It is not proof.',
  },
  {
    finding: 'contradicted',
    label: 'contradicted',
    symbol: '✘',
    meaning:
      'The whole interval lies below the smallest size of interest, or the record supports the opposite. The record could have shown the effect and does not.',
  },
  {
    finding: 'not separable',
    label: 'not separable',
    symbol: '≈',
    meaning:
      'Something is there, but a shared wave, mutual exchange or a third cause fits as well. The guard that failed is named.',
  },
  {
    finding: 'too few events',
    label: 'too few events',
    symbol: '?',
    meaning:
      'Nothing was found, and this record would probably have missed an effect of the smallest size of interest (power below 80 %). It speaks neither for nor against the claim.',
  },
  {
    finding: 'disputed',
    label: 'disputed',
    symbol: '↔',
    meaning:
      'The finding turns on a choice that sources or readers make differently: who did it, which record, which number. The choice is named.',
  },
  {
    finding: 'not testable',
    label: 'not testable',
    symbol: '∅',
    meaning:
      'No record of events like this one could decide it, or this record does not hold what the claim needs. The reason is given.',
  },
];

/** The word for a finding; every finding has one. */
export function wordFor(finding: Finding): FindingWord {
  const found = FINDING_WORDS.find((word) => word.finding === finding);
  if (found === undefined) throw new Error(`no word for finding ${String(finding)}`);
  return found;
}

/** What each part of a claim asserts. */
export const PART_WORDS: Readonly<Record<Part, string>> = {
  rate: 'did it rise or fall',
  timing: 'do answers follow acts within the window',
  cause: 'is it this, and not a shared wave',
  attribution: 'does it hold whoever did it',
  intent: 'what somebody wanted',
  event: 'did it happen, with these numbers',
  total: 'how many there were',
  share: 'how large a part of the whole',
  control: 'who held or used a place or road',
  forecast: 'did it come true',
};
