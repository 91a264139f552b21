import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line inside this process and keeps what it prints. */
export async function runTacit(...args: string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await main(args, {
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    colour: false,
    colourError: false,
    interactive: false,
    width: 100,
  });
  return { code, out, error };
}

/** A folder with these files, taken away after the tests of the file that asks for it. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return (name) => join(folder, name);
}
