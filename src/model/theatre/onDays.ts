import type { DayInterval } from '../../calendar/index.ts';
import type { PanelFrame } from './streamModel.ts';

/** 1 on the steps whose first day lies in one of the intervals; all steps where none are given. */
export function onDays(frame: PanelFrame, days: readonly DayInterval[] | undefined): Uint8Array {
  const { first, stepDays, steps } = frame;
  return Uint8Array.from({ length: steps }, (_, t) => {
    const day = first + t * stepDays;
    return !days || days.some((interval) => day >= interval.first && day <= interval.last) ? 1 : 0;
  });
}
