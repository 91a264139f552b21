import type { ExaminationNews, ExaminationState, ShownExamination } from '../../protocol/index.ts';
import { mergeExamination, NOTHING_HELD } from '../verdicts/mergeExamination.ts';
import { askServer } from './askServer.ts';

export interface FollowedExamination {
  /** Asks for what is another in the examination than in the one that is shown. */
  readonly load: () => Promise<void>;
  /** Whether verdicts were handed over before the end that this page did not ask for yet. */
  readonly hasNews: (state: ExaminationState) => boolean;
}

/** Keeps the examination that is shown up to date, piece by piece. */
export function followExamination(show: (examination: ShownExamination) => void): FollowedExamination {
  let loads = 0;
  let held = NOTHING_HELD;
  let lastHandedOver = '';

  const load = async (): Promise<void> => {
    loads += 1;
    const own = loads;
    const answer = await askServer<ExaminationNews | null>(`/examination?since=${held.version}`);
    // An answer that a later question overtook would put older verdicts in the place of newer ones.
    if (answer.kind !== 'ok' || answer.value === null || own !== loads) return;
    const merged = mergeExamination(held, answer.value);
    if (merged !== null) {
      ({ held } = merged);
      show(merged.shown);
    } else if (held.version > 0) {
      held = NOTHING_HELD;
      await load();
    }
  };

  return {
    load,
    hasNews: (state) => {
      if ((state.kind !== 'running' && state.kind !== 'refused') || state.shown === 0) return false;
      const handedOver = `${state.hash} ${state.shown}`;
      const isNew = handedOver !== lastHandedOver;
      lastHandedOver = handedOver;
      return isNew;
    },
  };
}
