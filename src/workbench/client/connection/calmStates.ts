import type { ExaminationState } from '../../protocol/index.ts';

/** Errors of a text are told when the typing has rested this long. */
const REST_MILLISECONDS = 600;
/** An examination that ends sooner, and hands no verdict over before, is not announced. */
const BEGUN_MILLISECONDS = 250;

export interface CalmStates {
  /** The state as the server told it last. */
  readonly told: () => ExaminationState;
  /** `atOnce`: somebody asked for it and waits to see it. */
  readonly tell: (state: ExaminationState, atOnce?: boolean) => void;
}

/**
 * Hands states of the examination on to be shown, so that who types sees no message come and go between two keystrokes: an
 * end at once, a beginning and the errors of a half-typed text a moment later, unless something else is told by then.
 * `restedFor` says how many milliseconds nobody has typed.
 */
export function calmStates(
  show: (state: ExaminationState) => void,
  restedFor: () => number,
  now: () => number = () => performance.now(),
): CalmStates {
  let told: ExaminationState = { kind: 'none' };
  let shown: ExaminationState = told;
  let begun = now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const left = (): number => {
    if (told.kind === shown.kind) return 0;
    if (told.kind === 'refused') return REST_MILLISECONDS - restedFor();
    return told.kind === 'running' && told.shown === 0 ? begun + BEGUN_MILLISECONDS - now() : 0;
  };
  const showSoon = (): void => {
    clearTimeout(timer);
    const wait = left();
    if (wait > 0) {
      timer = setTimeout(showSoon, wait);
      return;
    }
    shown = told;
    show(told);
  };

  return {
    told: () => told,
    tell: (state, atOnce = false) => {
      if (state.kind === 'running' && told.kind !== 'running') begun = now();
      told = state;
      if (atOnce) shown = state;
      showSoon();
    },
  };
}
