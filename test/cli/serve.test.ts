/** The command as a person starts and ends it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goodTheatre } from './madeTheatre.ts';
import { makeFolder, runTacit } from './runTacit.ts';

const at = makeFolder({
  'a.tacit': goodTheatre,
  'notes.txt': 'notes',
  'empty/.keep': '',
  'one/a.tacit': goodTheatre,
  'two/a.tacit': goodTheatre,
  'two/b.tacit': goodTheatre,
});

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly ended: Promise<number | null>;
}

function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, ['bin/tacit.js', 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(out)?.[0];
      if (address !== undefined) resolve({ child, address, ended });
    });
    child.on('close', () => reject(new Error(`it ended: ${out}`)));
  });
}

async function askWorkspace(address: string): Promise<unknown> {
  const welcome = await fetch(address, { redirect: 'manual' });
  expect(welcome.status).toBe(303);
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (await fetch(new URL('/api/workspace', address), { headers: { cookie } })).json();
}

describe('tacit serve', () => {
  it('prints an address that lets in, serves a folder without a theatre, and ends cleanly', async () => {
    const { child, address, ended } = await serve(at('empty'), '--port', '0');
    expect(await askWorkspace(address)).toMatchObject({ main: 'theatre.tacit', files: [] });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(readdirSync(at('empty'))).toEqual(['.keep']);
    await expect(fetch(address)).rejects.toThrow();
  });

  it('takes the only theatre of a folder, and the next free port unless one is named', async () => {
    const { child, address, ended } = await serve(at('one'), '--port', '0');
    expect(await askWorkspace(address)).toMatchObject({ main: 'a.tacit', files: [{ path: 'a.tacit' }] });
    const { port } = new URL(address);
    const taken = await runTacit('serve', at('a.tacit'), '--port', port);
    expect(taken).toMatchObject({ code: 2, error: expect.stringContaining(`Port ${port}`) as string });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it.each([
    [['none.tacit'], /There is no file/],
    [['notes.txt'], /is no theatre/],
    [['two'], /several theatres \(a\.tacit, b\.tacit\)/],
  ])('%j: says what is wrong', async ([name = ''], words) => {
    const { code, error } = await runTacit('serve', at(name));
    expect([code, error]).toEqual([2, expect.stringMatching(words)]);
  });
});
