import type { DelayFamily } from './delayFamily.ts';

/**
 * Free weights on bins of days: the window is cut into as many bins as there are parameters, as even as whole days
 * allow, and all lags of a bin weigh the same. Shows the shape of answers; not for tests, where choosing among
 * shapes inflates them.
 */
export const step: DelayFamily = {
  name: 'step',
  check: (parameters) =>
    parameters.length > 0 &&
    parameters.every((weight) => weight >= 0) &&
    parameters.some((weight) => weight > 0)
      ? null
      : 'weights ≥ 0 of the bins, at least one above 0',
  fill(parameters, _from, weights, derivatives) {
    for (let d = 0; d < weights.length; d++) {
      const bin = Math.floor((d * parameters.length) / weights.length);
      weights[d] = parameters[bin]!;
      derivatives?.forEach((derivative, parameter) => (derivative[d] = parameter === bin ? 1 : 0));
    }
  },
  estimate: (bins) =>
    Array.from({ length: bins }, (_, bin) =>
      bin === 0 ? null : { name: `ln weight ${bin + 1}`, of: 'logarithm', lower: -8, upper: 8 },
    ),
};
