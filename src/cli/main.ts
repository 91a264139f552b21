import { Command, CommanderError } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import type { ExitCode, Shell } from '../host/index.ts';
import { commands } from './commands.ts';
import { processShell } from './processShell.ts';

const HELP_AFTER = `
Exit codes: 0 it ran, 1 the theatre has errors, 2 wrong usage or unreadable files.
Messages go to standard error; with --json standard output holds JSON alone.`;

/** Runs one command line and resolves to the exit code. */
export async function main(argv: readonly string[], shell: Shell = processShell()): Promise<ExitCode> {
  const program = makeProgram(shell);
  const [name] = argv;
  let code: ExitCode = 0;
  for (const [commandName, { summary, load }] of Object.entries(commands)) {
    const command = program.command(commandName).summary(summary).description(capitalise(summary));
    const define = commandName === name || (name === 'help' && commandName === argv[1]) ? await load() : null;
    define?.(command, shell, (result) => {
      code = result;
    });
  }
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what was wrong with the line; asking for help or the version is no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportFault(error, shell);
  }
}

function makeProgram(shell: Shell): Command {
  return new Command('tacit')
    .description('Write down the claimed rules of a conflict and test each claim against an event record.')
    .version(packageFile.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: shell.write,
      writeErr: shell.writeError,
      getOutHelpWidth: () => shell.width,
      outputError: (text, write) => write(rephrase(text)),
    })
    .showHelpAfterError('Run with --help to see how the command is used.')
    .addHelpText('after', HELP_AFTER);
}

/** Commander's sentences with a capital and a full stop; it adds "Did you mean …?" itself. */
function rephrase(text: string): string {
  return text
    .replace(/^error: unknown command '(.*)'/, 'No such command: $1.')
    .replace(/^error: (.)/, (_, first: string) => first.toUpperCase());
}

function reportFault(error: unknown, shell: Shell): ExitCode {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  shell.writeError(`Tacit stopped on a fault of its own; the files were not changed.\n${detail}\n`);
  return 70;
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
