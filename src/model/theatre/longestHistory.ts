import type { StreamModel } from './streamModel.ts';

/** How many steps before a step the terms of its stream look at. */
export function longestHistory({ answers = [], modifiers = [], rest }: StreamModel): number {
  return Math.max(
    0,
    rest?.steps ?? 0,
    ...answers.map(({ delay, gate }) => delay.to + (gate?.steps ?? 0)),
    ...modifiers.map((term) => {
      if (term.of === 'recent' || term.of === 'together') return term.steps;
      return term.of === 'gate' ? term.gate.steps : 0;
    }),
  );
}
