import type { Command } from 'commander';
import type { ExitCode, Shell } from '../host/index.ts';

/** Adds a command's arguments, options and action to an empty command. `done` receives the exit code. */
export type DefineCommand = (command: Command, shell: Shell, done: (code: ExitCode) => void) => void;
