import { CLAIM_TEXTS, type MadeClaim } from '../evidence/index.ts';
import { didYouMean } from '../language/index.ts';
import type { Outcome } from '../host/index.ts';

const NAMES = Object.keys(CLAIM_TEXTS) as MadeClaim[];

/** The claims a person named; null where nobody named any. */
export function chooseClaims(names: readonly string[] | undefined): Outcome<readonly MadeClaim[] | null> {
  if (names === undefined) return { ok: true, value: null };
  const chosen = new Set<MadeClaim>();
  for (const name of names) {
    const words = name.trim().toLowerCase().replaceAll('-', ' ');
    const found = NAMES.find((one) => one === words);
    if (!found) return { ok: false, message: wordUnknown(name) };
    chosen.add(found);
  }
  return { ok: true, value: NAMES.filter((name) => chosen.has(name)) };
}

function wordUnknown(name: string): string {
  const meant = didYouMean(
    name,
    NAMES.map((one) => ({ name: one, also: [] })),
  );
  return `There is no claim called “${name}”.${meant ? ` Did you mean “${meant.name}”?` : ''}\n  Claims: ${NAMES.join('; ')}.`;
}
