import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExitCode, Outcome, Shell } from '../host/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { readWholeNumber } from './readWholeNumber.ts';

interface ServeOptions {
  readonly port?: number;
  readonly ifTerminal?: true;
}

/** What a new theatre in a folder is called; it is written when the page first saves it. */
const NEW_THEATRE = 'theatre.tacit';

export const defineServe: DefineCommand = (command, shell, done) => {
  command
    .argument('[file]', 'a theatre (.tacit) or its folder; left out, theatre.tacit of this folder')
    .option(
      '--port <n>',
      'port of this machine; left out 4817, or the next free one',
      readWholeNumber(0, 65_535),
    )
    .option('--if-terminal', 'only where a person sits at a terminal; elsewhere end at once')
    .action(async (file: string | undefined, options: ServeOptions) =>
      done(await runServe(file ?? '.', options, shell)),
    );
};

async function runServe(file: string, { port, ifTerminal }: ServeOptions, shell: Shell): Promise<ExitCode> {
  if (ifTerminal && !(process.stdin.isTTY && process.stdout.isTTY)) return 0;
  const refuse = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const isFolder = existsSync(file) && statSync(file).isDirectory();
  if (!isFolder && !existsSync(file))
    return refuse(`There is no file ${file}. Name a theatre, or a folder for a new one.`);
  const choice = isFolder ? chooseTheatre(file) : ({ ok: true, value: file } as const);
  if (!choice.ok) return refuse(choice.message);
  const theatre = choice.value;
  if (!isFolder && !theatre.endsWith('.tacit'))
    return refuse(`${file} is no theatre: its name must end in .tacit.`);
  const { serveWorkbench } = await import('../workbench/index.ts');
  const serving = await serveWorkbench({ file: theatre, port: port ?? null });
  if (!serving.ok) return refuse(serving.message);
  const { address, close } = serving.value;
  shell.write(`The workbench is open at\n\n  ${address}\n\n`);
  shell.write(`Only this machine can reach it. Ctrl-C ends it; everything saved is in ${theatre}.\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await close();
  return 0;
}

/** The theatre of a folder: the usual name, or the only one there is; a new one where there is none. */
function chooseTheatre(folder: string): Outcome<string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tacit') && !name.startsWith('.'));
  const [only] = names;
  if (names.includes(NEW_THEATRE) || only === undefined)
    return { ok: true, value: join(folder, NEW_THEATRE) };
  if (names.length === 1) return { ok: true, value: join(folder, only) };
  const listed = names.sort().join(', ');
  return { ok: false, message: `${folder} holds several theatres (${listed}). Name the one to examine.` };
}
