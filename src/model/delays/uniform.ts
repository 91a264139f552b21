import type { DelayFamily } from './delayFamily.ts';

/** Every lag of the window is as likely as any other. */
export const uniform: DelayFamily = {
  name: 'uniform',
  check: (parameters) => (parameters.length === 0 ? null : 'no parameters'),
  fill(_parameters, _from, weights) {
    weights.fill(1);
  },
  estimate: () => [],
};
