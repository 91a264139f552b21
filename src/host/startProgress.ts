import type { Shell } from './shell.ts';

/** How far a long piece of work has come. */
export interface ProgressState {
  readonly rows: number;
  /** What is counted under `rows`, where it is no rows. */
  readonly unit?: string;
  /** Between 0 and 1, or null where the whole is not known. */
  readonly share: number | null;
}

export interface Progress {
  readonly update: (state: ProgressState) => void;
  /** Takes the line away and leaves `text` in its place, if any. */
  readonly finish: (text: string | null) => void;
}

const TERMINAL_EVERY_MS = 100;
const LINES_EVERY_MS = 5000;

/**
 * Tells how a long piece of work goes on: one line that rewrites itself on a terminal, elsewhere a plain line every
 * five seconds. Work that is done sooner says nothing on the way. `now` gives milliseconds.
 */
export function startProgress(
  label: string,
  shell: Shell,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  const every = shell.interactive ? TERMINAL_EVERY_MS : LINES_EVERY_MS;
  let shown = started;
  let onScreen = false;
  const clear = () => {
    if (onScreen) shell.writeError('\r\u001b[2K');
    onScreen = false;
  };
  return {
    update(state) {
      if (now() - shown < every) return;
      shown = now();
      const line = describe(label, state, shown - started);
      clear();
      shell.writeError(shell.interactive ? line : `${line}\n`);
      onScreen = shell.interactive;
    },
    finish(text) {
      clear();
      if (text !== null) shell.writeError(`${text}\n`);
    },
  };
}

function describe(label: string, { rows, unit = 'rows', share }: ProgressState, elapsed: number): string {
  const parts = [`${label}: ${rows.toLocaleString('en')} ${unit}`];
  if (share !== null) {
    parts.push(`${Math.floor(share * 100)} %`);
    if (share > 0.02) parts.push(`${duration((elapsed / share) * (1 - share))} left`);
  }
  return parts.join(', ');
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
