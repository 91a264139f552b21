import type { ClaimExamination } from '../evidence/index.ts';

export interface ReasonGroup {
  readonly reason: string;
  /** The sentence all its claims share, or null where each has its own. */
  readonly sentence: string | null;
  readonly claims: readonly ClaimExamination[];
}

/** Claims without a judgement by why there is none: what many share is said once. Larger groups first, else file order. */
export function groupReasons(claims: readonly ClaimExamination[]): readonly ReasonGroup[] {
  const groups = new Map<string, ClaimExamination[]>();
  for (const claim of claims) {
    const key = JSON.stringify(claim.parts.map(({ finding, reason }) => [finding, reason]));
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()]
    .map((group) => {
      const sentences = new Set(group.map((claim) => claim.parts.map((part) => part.sentence).join(' ')));
      const reasons = new Set(group[0]?.parts.map((part) => part.reason ?? part.finding));
      const [first = null] = sentences;
      return {
        reason: [...reasons].join(', '),
        sentence: sentences.size === 1 && group.length > 1 ? first : null,
        claims: group,
      };
    })
    .sort((a, b) => b.claims.length - a.claims.length);
}
