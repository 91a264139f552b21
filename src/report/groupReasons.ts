import type { ClaimExamination } from '../evidence/index.ts';

export interface ReasonGroup {
  readonly reason: string;
  /** The sentence all its claims share, or null where each has its own. */
  readonly sentence: string | null;
  readonly claims: readonly ClaimExamination[];
}

/**
 * Claims without a judgement by why there is none: a sentence that several share is said once; claims with sentences
 * of their own stand together by reason. Larger groups first, else in the order of the file.
 */
export function groupReasons(claims: readonly ClaimExamination[]): readonly ReasonGroup[] {
  const shared = countSentences(claims);
  const groups = new Map<string, ClaimExamination[]>();
  for (const claim of claims) {
    const sentence = sentenceOf(claim);
    const key = JSON.stringify([reasonOf(claim), (shared.get(sentence) ?? 0) > 1 ? sentence : null]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()]
    .map((group) => {
      const first = group[0];
      if (first === undefined) throw new Error('a group of reasons is empty');
      const sentence = sentenceOf(first);
      return {
        reason: reasonOf(first),
        sentence: (shared.get(sentence) ?? 0) > 1 ? sentence : null,
        claims: group,
      };
    })
    .sort((a, b) => b.claims.length - a.claims.length);
}

function countSentences(claims: readonly ClaimExamination[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const claim of claims) counts.set(sentenceOf(claim), (counts.get(sentenceOf(claim)) ?? 0) + 1);
  return counts;
}

function sentenceOf(claim: ClaimExamination): string {
  return claim.parts.map((part) => part.sentence).join(' ');
}

/** `intent`, `total: record incomplete`: the part and its reason, once where they are the same word. */
function reasonOf(claim: ClaimExamination): string {
  const words = claim.parts.map(({ part, reason, finding }) => {
    const why = reason ?? finding;
    return why === part ? part : `${part}: ${why}`;
  });
  return [...new Set(words)].join(', ');
}
