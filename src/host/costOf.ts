import type { JudgeContext } from '../evidence/index.ts';
import type { ClaimTest } from '../model/index.ts';

/**
 * How long judging a claim may take, very roughly: fits of its series, times their steps. The longest are begun first, so
 * that no thread ends long after the others.
 */
export function costOf({ claimPlan: { test }, panel }: JudgeContext): number {
  return panel.steps * fitsOf(test);
}

/** Rules may reach the wave procedure, several rules in one several times; changes are a fit or two; the rest is read off. */
function fitsOf(test: ClaimTest): number {
  switch (test.kind) {
    case 'strength':
    case 'each':
    case 'mutual':
      return 4;
    case 'answer':
    case 'noExtra':
    case 'shift':
    case 'onlyAfter':
      return 2;
    case 'change':
    case 'truce':
    case 'coMovement':
    case 'expects':
      return 1;
    default:
      return 0;
  }
}
