import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Refusal } from '../protocol/index.ts';
import { sayInPage } from './sayInPage.ts';

/** What looks ahead: each is a command of its own, run in a process of its own. */
export type ForwardKind = 'forecast' | 'whatif';

export type ForwardAnswer =
  | { readonly kind: 'ready'; readonly html: string; readonly json: string }
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Forward {
  /** The answer for one text of a theatre, if it is there; else it is being worked out from now on. */
  readonly ask: (kind: ForwardKind, hash: string, options: readonly string[]) => ForwardAnswer;
  /**
   * Ends what is being worked out and forgets what was: a file beside the theatre has changed, or an import wants the
   * record store alone.
   */
  readonly forget: () => void;
}

interface Job {
  readonly key: string;
  readonly started: number;
  readonly child: ChildProcess | null;
  answer: Exclude<ForwardAnswer, { kind: 'waiting' }> | null;
}

const MEGABYTES = 2048;
const LONGEST_MILLISECONDS = 15 * 60_000;
const LONGEST_OUTPUT = 64 * 1024 * 1024;
const PROGRAM = fileURLToPath(new URL('../../../bin/tacit.js', import.meta.url));

/** Opens the running of forecasts and what-ifs; of each kind the last answer is remembered. */
export function openForward(folder: string, theatre: string): Forward {
  const jobs = new Map<ForwardKind, Job>();

  const begin = (kind: ForwardKind, key: string, options: readonly string[]) => {
    jobs.get(kind)?.child?.kill('SIGKILL');
    const job: Job = { key, started: performance.now(), child: null, answer: null };
    jobs.set(kind, job);
    void run(kind, { folder, theatre }, options, (child) => {
      if (jobs.get(kind) === job) jobs.set(kind, Object.assign(job, { child }));
      else child.kill('SIGKILL');
    })
      .catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)))
      .then((answer) => (job.answer = answer));
    return job;
  };

  return {
    ask: (kind, hash, options) => {
      const key = JSON.stringify([hash, options]);
      const known = jobs.get(kind);
      const job = known?.key === key ? known : begin(kind, key, options);
      return job.answer ?? { kind: 'waiting', seconds: Math.round((performance.now() - job.started) / 1000) };
    },
    forget: () => {
      for (const { child } of jobs.values()) child?.kill('SIGKILL');
      jobs.clear();
    },
  };
}

async function run(
  kind: ForwardKind,
  { folder, theatre }: { readonly folder: string; readonly theatre: string },
  options: readonly string[],
  onChild: (child: ChildProcess) => void,
): Promise<Exclude<ForwardAnswer, { kind: 'waiting' }>> {
  const own = await mkdtemp(join(tmpdir(), 'tacit-forward-'));
  const page = join(own, 'page.html');
  try {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${MEGABYTES}`, PROGRAM, kind, theatre, '--json', '--report', page, ...options],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    onChild(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MILLISECONDS);
    let json = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      json += text;
      if (json.length > LONGEST_OUTPUT) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-8000)));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    clearTimeout(timer);
    if (code === 0) return { kind: 'ready', html: await readFile(page, 'utf8'), json };
    if (said.trim() === '') return failed(`It was ended before it was done (${String(code)}).`);
    return { kind: 'refused', refusal: sayInPage(said) };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

function failed(message: string): Extract<ForwardAnswer, { kind: 'refused' }> {
  return { kind: 'refused', refusal: { message } };
}
