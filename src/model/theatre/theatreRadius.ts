import { branchingMatrix } from '../branchingMatrix.ts';
import { spectralRadius } from '../spectralRadius.ts';
import type { StreamModel, StreamParameters } from './streamModel.ts';

/**
 * Growth of a chain of answers by generation: spectral radius of the branching matrix with every rule in force and
 * modifiers at 1. Below 1 exchanges die out; from 1 on paths of the theatre run away. 0 without rules.
 */
export function theatreRadius(
  models: readonly StreamModel[],
  parameters: Readonly<Record<string, StreamParameters>>,
): number {
  const streams = [
    ...new Set(models.flatMap(({ stream, answers = [] }) => [stream, ...answers.map(({ from }) => from)])),
  ];
  const rules = models.flatMap(({ stream, answers = [] }) =>
    answers.map(({ name, from }) => {
      const rho = parameters[stream]?.parameters[name ?? `from ${from}`];
      if (rho === undefined) throw new Error(`${stream}: no value for "${name ?? `from ${from}`}"`);
      return { from, to: stream, rho };
    }),
  );
  return spectralRadius(branchingMatrix(streams, rules));
}
