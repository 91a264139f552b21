import type { PlannedStream } from '../model/index.ts';
import type { EventSelection } from '../record/index.ts';

/** Kinds of acts, by class and by raw code. */
export type Acts = Pick<EventSelection, 'actClasses' | 'actCodes'>;

const ANYBODY = { anyOf: null, noneOf: [], orNobody: false };

/**
 * All of these acts between the sides of these streams, in either order, wherever and by whomever they are said to be
 * done. Of a pattern that names no target: all that its doers do; with `received` also what is done to them.
 */
export function actsBetween(
  streams: readonly PlannedStream[],
  acts: Acts,
  received = false,
): EventSelection[] {
  return streams.flatMap(({ selection }) =>
    selection.anyOf.flatMap(({ record, initiators, targets }): EventSelection[] => {
      const any = {
        ...acts,
        record,
        places: null,
        days: null,
        size: null,
        attributions: null,
        coarsestDays: null,
      };
      const forth = { ...any, initiators, targets };
      if (targets === null && !received) return [forth];
      return [forth, { ...any, initiators: targets ?? ANYBODY, targets: initiators }];
    }),
  );
}
