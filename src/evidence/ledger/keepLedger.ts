import type { ClaimExamination, Examination, Finding } from '../verdict.ts';

/** What became of a forecast on the record: `unresolved` where the record cannot say. */
export type Outcome = 'came true' | 'did not' | 'open' | 'cannot fail' | 'unresolved';

/** One `expects` claim and what became of it. */
export interface LedgerEntry {
  /** The theatre's file. */
  readonly file: string;
  readonly claim: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly sentence: string;
}

/** All forecasts of one source, over every file given. */
export interface LedgerSource {
  readonly source: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Came true of those that came true or did not; null where none is settled. */
  readonly settledShare: number | null;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Forecasts by source, sources in order of their first forecast. Forecasts that are open, cannot fail or cannot be
 * resolved stay in the ledger: a source that only says what cannot fail is seen doing so. Sources of several files are
 * one where they are shown under one name.
 */
export function keepLedger(examined: readonly Pick<Examination, 'theatre' | 'claims'>[]): LedgerSource[] {
  const bySource = new Map<string, LedgerEntry[]>();
  for (const { theatre, claims } of examined) {
    for (const claim of claims) {
      if (claim.form !== 'expects') continue;
      const entry = { file: theatre.file, claim: claim.name, text: claim.text, ...resolve(claim) };
      bySource.set(claim.sourceDisplay, [...(bySource.get(claim.sourceDisplay) ?? []), entry]);
    }
  }
  return [...bySource].map(([source, entries]) => {
    const count = (outcome: Outcome) => entries.filter((entry) => entry.outcome === outcome).length;
    const counts = {
      'came true': count('came true'),
      'did not': count('did not'),
      open: count('open'),
      'cannot fail': count('cannot fail'),
      unresolved: count('unresolved'),
    };
    const settled = counts['came true'] + counts['did not'];
    return { source, counts, settledShare: settled === 0 ? null : counts['came true'] / settled, entries };
  });
}

/** A forecast with a size (`by at least half`) has a part for the change and one for the size: both must stand. */
function resolve({ parts }: ClaimExamination): { outcome: Outcome; sentence: string } {
  const outcomes = parts.map(({ finding, reason }) => outcomeOf(finding, reason));
  const sentence = parts.map((part) => part.sentence).join(' ');
  const worst = ORDER.find((outcome) => outcomes.includes(outcome)) ?? 'unresolved';
  return { outcome: worst, sentence };
}

/** What one part says is outweighed by any of those before it. */
const ORDER: readonly Outcome[] = ['did not', 'open', 'unresolved', 'cannot fail', 'came true'];

function outcomeOf(finding: Finding, code: string | null): Outcome {
  if (finding === 'supported') return 'came true';
  if (finding === 'contradicted') return 'did not';
  if (finding !== 'not testable') return 'unresolved';
  if (code === 'not resolved') return 'open';
  return code === 'cannot fail' ? 'cannot fail' : 'unresolved';
}
