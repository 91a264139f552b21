import type { ShownExamination } from '../../protocol/index.ts';

export type Claim = ShownExamination['examination']['claims'][number];

/** What the table is narrowed to; an empty text narrows nothing. */
export interface ClaimFilters {
  readonly source: string;
  readonly finding: string;
  readonly part: string;
  readonly words: string;
}

/** The claims that pass every filter; finding and part must be met by one and the same part of a claim. */
export function filterClaims(claims: readonly Claim[], filters: ClaimFilters): readonly Claim[] {
  const words = filters.words.toLowerCase().split(/\s+/).filter(Boolean);
  return claims.filter((claim) => {
    if (filters.source !== '' && claim.source !== filters.source) return false;
    const isMet = claim.parts.some(
      ({ finding, part }) =>
        (filters.finding === '' || finding === filters.finding) &&
        (filters.part === '' || part === filters.part),
    );
    if (!isMet && (filters.finding !== '' || filters.part !== '')) return false;
    const haystack = [claim.name, claim.text, claim.sourceDisplay, claim.quote ?? '', claim.passage ?? '']
      .concat(claim.parts.map(({ sentence }) => sentence))
      .join(' ')
      .toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
