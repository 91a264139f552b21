import type { ClaimTest } from './claimTest.ts';

/**
 * The pairs of streams in which a test asks who acted first, or which of two moved: where both take the same events,
 * because nothing tells who acted, it would compare them with themselves.
 */
export function pairsOf(test: ClaimTest): readonly (readonly [string, string])[] {
  switch (test.kind) {
    case 'answer':
    case 'noExtra':
    case 'shift':
    case 'sameDay':
      return [[test.trigger, test.response]];
    case 'each':
      return test.members.flatMap((member) => pairsOf(member.test));
    case 'mutual':
      return [[test.first, test.second]];
    case 'change':
      return test.comparison === null ? [] : [[test.stream, test.comparison]];
    case 'onlyAfter':
      return [[test.stream, test.after]];
    case 'coMovement':
      return [[test.stream, test.other]];
    case 'exchanges':
      return [[test.starter, test.other]];
    case 'strength':
      return [...pairsOf(test.first.test), ...pairsOf(test.second.test)];
    case 'control':
      return test.grounds.map(({ gains, losses }) => [gains, losses] as const);
    default:
      return [];
  }
}
