import { spawn } from 'node:child_process';

export interface ProgramRun {
  readonly code: number | null;
  readonly error: string;
}

/** Runs the program itself, since standard input and signals belong to a process; interrupts it once it says so. */
export function runProgram(
  args: readonly string[],
  { input, interruptAfter }: { readonly input?: Uint8Array; readonly interruptAfter?: RegExp } = {},
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/tacit.js', ...args], { stdio: ['pipe', 'ignore', 'pipe'] });
    let error = '';
    let interrupted = false;
    child.stderr.on('data', (text: Buffer) => {
      error += text.toString();
      if (interrupted || interruptAfter?.test(error) !== true) return;
      interrupted = true;
      child.kill('SIGINT');
    });
    child.stdin.end(input ?? '');
    child.on('close', (code) => resolve({ code, error }));
  });
}
