import type { DelayChoice } from '../model/index.ts';

/** How every stream follows on itself: the delay that the verdicts control for. */
export const OWN_HISTORY: { readonly name: string; readonly delay: DelayChoice } = {
  name: 'own history',
  delay: { family: 'geometric', parameters: [0.3], from: 1, to: 14 },
};
