import type { ClaimMention } from '../article.ts';
import type { ModelReport } from '../draft/draft.ts';
import type { Reading } from '../draft/findReading.ts';
import { verifyQuotations } from './verifyQuotations.ts';

/** What came back from a model for one article: proposals not yet looked at, or why there are none. */
export type ModelAnswer =
  | { readonly ok: true; readonly model: string; readonly proposals: readonly unknown[] }
  | { readonly ok: false; readonly model: string; readonly message: string };

export interface WithModel {
  readonly reading: Reading;
  readonly report: ModelReport;
  /** Who found the claim at a place of the article. */
  readonly foundBy: (start: number, end: number) => 'rules' | 'model' | 'both';
}

/** Adds what a model found to what the rules found, after every quotation was looked up; the rules' claims all stay. */
export function addModelClaims(reading: Reading, answer: ModelAnswer): WithModel {
  const proposals = answer.ok ? answer.proposals : [];
  const { kept, dropped } = verifyQuotations(reading.article, proposals);
  const both = new Set<ClaimMention>();
  const alone: ClaimMention[] = [];
  const claims = new Map(reading.claims.map((claim) => [claim, claim] as const));
  for (const { start, end, sentence, kind } of kept) {
    const same = reading.claims.find((claim) => claim.start < end && start < claim.end);
    if (!same) {
      const voice =
        reading.voices.find(
          ({ sentence: of, scope }) => of === sentence && scope.start < end && start < scope.end,
        ) ?? null;
      alone.push({ start, end, sentence, kinds: [{ kind, weight: 1 }], voice });
      continue;
    }
    both.add(same);
    const [first, ...others] = same.kinds;
    if (first && !same.kinds.slice(0, 2).some((one) => one.kind === kind)) {
      claims.set(same, {
        ...same,
        kinds: [first, { kind, weight: first.weight / 2 }, ...others.filter((one) => one.kind !== kind)],
      });
    }
  }
  const all = [...claims.values(), ...alone].sort((a, b) => a.start - b.start);
  const has = (list: Iterable<ClaimMention>, start: number, end: number) =>
    [...list].some((one) => one.start === start && one.end === end);
  return {
    reading: { ...reading, claims: all },
    report: {
      model: answer.model,
      proposed: proposals.length,
      kept: kept.length,
      dropped,
      both: both.size,
      rulesOnly: reading.claims.length - both.size,
      modelOnly: alone.length,
      fault: answer.ok ? null : answer.message,
    },
    foundBy: (start, end) => {
      if (has(alone, start, end)) return 'model';
      return has(both, start, end) ? 'both' : 'rules';
    },
  };
}
