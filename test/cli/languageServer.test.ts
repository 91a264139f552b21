import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { spawnServer } from '../languageServer/spawnServer.ts';
import { runTacit } from './runTacit.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-language-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const serve = () =>
  spawnServer(process.execPath, ['bin/tacit.js', 'language-server', '--stdio', '--clientProcessId=1']);

const TEXT = `tacit 1
theatre "On disk"
use "who/actors.tacit"
record "events.csv"
  covers 2017-05-01 to 2024-06-30
source S published 2024
period Fast table "fast.csv"
claim A by S
  Ira strikes on Iran fall from 2020 to 2021
`;

describe('tacit language-server', () => {
  it('reads used files beside the theatre, answers, and ends when the editor ends', async () => {
    const theatre = join(folder, 'ein Ärgernis');
    mkdirSync(join(theatre, 'who'), { recursive: true });
    writeFileSync(join(theatre, 'who', 'actors.tacit'), 'tacit 1\ntheatre "A"\nactor Iran\nactor Iraq\n');
    writeFileSync(join(theatre, 'fast.csv'), 'first,last\n2024-03-11,2024-04-09\n');
    writeFileSync(join(folder, 'secret.tacit'), 'tacit 1\ntheatre "Secret"\nactor Secret\n');
    symlinkSync(join(folder, 'secret.tacit'), join(theatre, 'link.tacit'));
    const uri = pathToFileURL(join(theatre, 'main.tacit')).href;
    const server = await serve();
    server.open(uri, TEXT);
    const found = await server.told(uri);
    expect(found.map(({ message }) => message)).toEqual([
      'Nothing is called Ira; an actor or an alliance is expected here.\nDid you mean `Iran`?',
    ]);
    // A link out of the folder is not followed.
    server.change(uri, TEXT.replace('who/actors.tacit', 'link.tacit'));
    expect((await server.told(uri)).map(({ code }) => code)).toContain('missing-file');
    expect(await server.shutDown()).toBe(0);
    expect(server.complaints()).toBe('');
  });

  it('ends when the editor is gone', async () => {
    const server = await serve();
    expect(await server.vanish()).toBe(1);
  });

  it('says who starts it', async () => {
    const { code, error } = await runTacit('language-server');
    expect([code, error]).toEqual([
      2,
      'An editor starts this command: tacit language-server --stdio. See docs/editors.md.\n',
    ]);
  });
});
