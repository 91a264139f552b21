import { pairsOf, type ClaimTest } from '../model/index.ts';

/** The pairs of streams of which some verdict asks whether one answers the other. */
export function answerPairs(test: ClaimTest): readonly (readonly [string, string])[] {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'mutual':
    case 'each':
    case 'strength':
      return pairsOf(test);
    default:
      return [];
  }
}

/** The stream that answers, of a test of one answer; null of all others. */
export function responseOf(test: ClaimTest): string | null {
  return test.kind === 'answer' || test.kind === 'noExtra' ? test.response : null;
}
