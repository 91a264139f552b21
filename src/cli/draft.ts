import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { askModel, type ModelEndpoint } from '../articles/index.ts';
import {
  draftArticles,
  readTextFile,
  type ArticleFile,
  type DraftArticlesOptions,
  type ExitCode,
  type Outcome,
  type Shell,
} from '../host/index.ts';
import { needs } from '../reader/index.ts';
import type { DefineCommand } from './defineCommand.ts';
import { printJson } from './printJson.ts';

interface DraftCommandOptions {
  readonly published?: string;
  readonly pack: readonly string[];
  readonly json?: true;
  readonly merge?: string;
  readonly model?: true;
}

/** No article is larger; the importer has its own limits for each kind of file. */
const LARGEST_BYTES = 64 * 1024 * 1024;

export const defineDraft: DefineCommand = (command, shell, done) => {
  command
    .argument('<article...>', 'text, web page, PDF or Word document (.txt .html .pdf .docx)')
    .option('--published <day>', 'the day of publication, where the article does not tell it: 2024-05-14')
    .option('--pack <name>', 'names of a theatre (levant …); otherwise chosen by the article', collect, [])
    .option('--merge <theatre>', 'add to a theatre: its text stays as it is, its names are used again')
    .option('--json', 'print the suggestions with offsets, as JSON')
    .option(
      '--model',
      'also ask the model named by TACIT_MODEL_URL and TACIT_MODEL_NAME: sends the text there',
    )
    .action(async (files: string[], options: DraftCommandOptions) =>
      done(await runDraft(files, options, shell)),
    );
};

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function runDraft(
  files: readonly string[],
  options: DraftCommandOptions,
  shell: Shell,
): Promise<ExitCode> {
  const fail = (message: string): ExitCode => {
    shell.writeError(`${message}\n`);
    return 2;
  };
  const endpoint = options.model ? readEndpoint(process.env) : null;
  if (endpoint !== null && !endpoint.ok) return fail(endpoint.message);
  const articles: ArticleFile[] = [];
  for (const file of files) {
    const read = await readBytes(file);
    if (!read.ok) return fail(read.message);
    articles.push({ bytes: read.value, fileName: basename(file) });
  }
  const theatre = options.merge === undefined ? null : await readTextFile(options.merge);
  if (theatre !== null && !theatre.ok) return fail(theatre.message);
  const settings: DraftArticlesOptions = {
    published: options.published ?? null,
    packs: options.pack,
    theatre: theatre?.value.text ?? null,
    ...(endpoint
      ? {
          ask: (article) =>
            askModel(article, { endpoint: endpoint.value, cache: modelCacheFolder(process.env) }),
        }
      : {}),
  };
  const drafted = await draftArticles(articles, settings);
  if (!drafted.ok) return fail(drafted.message);
  const { draft } = drafted;
  if (options.json) printJson(draft, shell);
  else shell.write(draft.text);
  const fresh = draft.suggestions.filter(({ already }) => already === null);
  const known = draft.suggestions.length - fresh.length;
  const open = fresh.filter(
    ({ alternatives: [first] }) =>
      first &&
      (isOpen(first.tacit) ||
        needs(draft, first.tacit).some(({ tacit, kind }) => kind !== 'source' && isOpen(tacit))),
  ).length;
  const told = [
    `${String(fresh.length)} ${fresh.length === 1 ? 'claim' : 'claims'} drafted, ${String(open)} with a ? to fill.${known === 0 ? '' : ` ${String(known)} more ${known === 1 ? 'is' : 'are'} in ${options.merge ?? 'the theatre'} already and not written again.`}`,
    ...draft.asks,
  ];
  shell.writeError(`${told.join('\n')}\n`);
  return 0;
}

function isOpen(tacit: string): boolean {
  return countOpen(tacit) > 0;
}

/** The `?` a person has to fill: not those of quotations and remarks. */
function countOpen(tacit: string): number {
  const bare = tacit.replace(/"(?:[^"\n]|"")*"/g, '').replace(/\/\/[^\n]*/g, '');
  return (bare.match(/\?/g) ?? []).length;
}

/** The folder for answers: of this user, outside any theatre. */
function modelCacheFolder({ XDG_CACHE_HOME: cache }: NodeJS.ProcessEnv): string {
  return join(cache ?? join(homedir(), '.cache'), 'tacit', 'model');
}

/** The endpoint a person named in the environment; the key is nowhere else. */
function readEndpoint(environment: NodeJS.ProcessEnv): Outcome<ModelEndpoint> {
  const { TACIT_MODEL_URL: url, TACIT_MODEL_NAME: name, TACIT_MODEL_KEY: key } = environment;
  if (!url || !name) {
    return {
      ok: false,
      message:
        '--model asks an endpoint that you name: set TACIT_MODEL_URL (for example http://localhost:11434/v1) and TACIT_MODEL_NAME. No text was sent.',
    };
  }
  return { ok: true, value: { url, name, key: key ?? null } };
}

async function readBytes(file: string): Promise<Outcome<Uint8Array>> {
  const refuse = (message: string) => ({ ok: false, message }) as const;
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return refuse(`${file} is a folder. Name a file.`);
    if (!facts.isFile()) return refuse(`${file} is not an ordinary file.`);
    if (facts.size > LARGEST_BYTES)
      return refuse(`${file} is too big: articles have at most ${String(LARGEST_BYTES / 1024 / 1024)} MB.`);
    return { ok: true, value: await readFile(file) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refuse(code === 'ENOENT' ? `There is no file ${file}.` : `${file} could not be read: ${message}`);
  }
}
