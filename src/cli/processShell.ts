import type { Shell } from '../host/index.ts';

/** The shell of this process. Colours follow NO_COLOR, FORCE_COLOR and TERM; a closed pipe ends the program quietly. */
export function processShell(): Shell {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    colour: wantsColour(stdout.isTTY),
    colourError: wantsColour(stderr.isTTY),
    interactive: stderr.isTTY && process.env['TERM'] !== 'dumb',
    width: stdout.isTTY ? stdout.columns : 100,
  };
}

function wantsColour(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0';
  return isTerminal && TERM !== 'dumb';
}
