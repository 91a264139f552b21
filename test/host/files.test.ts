import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTextFile } from '../../src/host/readTextFile.ts';
import { resolveInside } from '../../src/host/resolveInside.ts';
import { writeAtomically } from '../../src/host/writeAtomically.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('readTextFile', () => {
  it('reads UTF-8 and takes a byte order mark away', async () => {
    const outcome = await readTextFile(put('good', '\ufeffداعش and é'));
    const hash = createHash('sha256').update('\ufeffداعش and é').digest('hex');
    expect(outcome).toEqual({ ok: true, value: { text: 'داعش and é', hash } });
  });

  it.each([
    ['nothing there', () => join(folder, 'missing'), 'There is no file'],
    ['a folder', () => folder, 'is a folder'],
    ['an empty file', () => put('empty', ' \n\n'), 'is empty'],
    ['UTF-16', () => put('utf16', Buffer.from('\ufefftacit 1', 'utf16le')), 'UTF-16'],
    ['Latin-1', () => put('latin1', Buffer.from('né à la frontière', 'latin1')), 'not UTF-8'],
    ['a binary file', () => put('binary', 'tacit\0\0'), 'NUL'],
    ['far too much', () => put('big', Buffer.alloc(9 * 1024 * 1024, 'a')), 'too big: 9.0 MB'],
    ['a device', () => '/dev/null', 'not an ordinary file'],
  ])('refuses %s with a sentence', async (_, path, words) => {
    const outcome = await readTextFile(path());
    expect(outcome.ok).toBe(false);
    expect(outcome.ok ? '' : outcome.message).toContain(words);
  });
});

describe('resolveInside', () => {
  const home = join(folder, 'home');
  mkdirSync(join(home, 'below'), { recursive: true });
  mkdirSync(join(folder, 'home-next-door'));
  writeFileSync(join(home, 'below', 'a.csv'), 'x');
  writeFileSync(join(folder, 'home-next-door', 'b.csv'), 'x');
  symlinkSync(join(folder, 'home-next-door'), join(home, 'link'));
  symlinkSync(join(home, 'below'), join(home, 'inner'));

  it.each(['below/a.csv', 'below/../below/a.csv', 'inner/a.csv'])('finds %s', async (path) => {
    const outcome = await resolveInside(home, path);
    expect(outcome.ok && outcome.value?.endsWith('a.csv')).toBe(true);
  });

  it('says null where nothing is', async () => {
    expect(await resolveInside(home, 'below/none.csv')).toEqual({ ok: true, value: null });
    expect(await resolveInside(home, '..none.csv')).toEqual({ ok: true, value: null });
  });

  it.each([
    '../home-next-door/b.csv',
    '../home-next-door/none.csv',
    'link/b.csv',
    '/etc/passwd',
    'http://example.org/a.csv',
    'file:///etc/passwd',
    '..',
  ])('refuses %s', async (path) => {
    const outcome = await resolveInside(home, path);
    expect(outcome.ok ? outcome.value : outcome.message).toContain("leads out of the theatre's folder");
  });
});

describe('writeAtomically', () => {
  const place = join(folder, 'out');
  mkdirSync(place);

  it('replaces a whole file, keeps its permissions and leaves nothing else behind', () => {
    const path = join(place, 'r.html');
    expect(writeAtomically(path, 'one').ok).toBe(true);
    chmodSync(path, 0o600);
    expect(writeAtomically(path, 'two').ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(place)).toEqual(['r.html']);
  });

  it('says why it cannot', () => {
    const outcome = writeAtomically(join(place, 'none', 'r.html'), 'x');
    expect(outcome.ok ? '' : outcome.message).toContain('there is no folder');
  });
});
