import type { Guard } from '../evidence/index.ts';

export type GuardState = 'passed' | 'failed' | 'shown, decides nothing' | 'not asked' | 'not run';

/**
 * What became of a guard. Without a result it is `shown` where it has a number that decides nothing, `not run` where an
 * earlier test had failed (its detail begins so), and else `not asked`, because it does not apply here.
 */
export function stateOfGuard({ passed, value, detail }: Guard): GuardState {
  if (passed !== null) return passed ? 'passed' : 'failed';
  if (detail.startsWith('not run')) return 'not run';
  return value === null ? 'not asked' : 'shown, decides nothing';
}
