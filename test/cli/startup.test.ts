/** What a command loads before it answers: whoever asks for little waits for little. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../house/sourceTree.ts';

const folder = mkdtempSync(join(tmpdir(), 'tacit-startup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const THEATRE = join('examples', 'tutorial', 'theatre.tacit');

describe('loading', () => {
  it('the version loads nothing of the program', () => {
    expect(loadedBy('--version')).toEqual(['bin']);
  });

  it('help loads the list of commands and none of them', () => {
    expect(loadedUrls('--help').filter((path) => path.startsWith('src/'))).toEqual([
      'src/cli/commands.ts',
      'src/cli/main.ts',
      'src/cli/processShell.ts',
    ]);
  });

  it('a check loads the language, and neither records nor their store', () => {
    const loaded = loadedBy('check', THEATRE);
    expect(loaded).toContain('src/language');
    expect(loaded.filter((one) => one.startsWith('src/'))).toEqual([
      'src/calendar',
      'src/cli',
      'src/host',
      'src/language',
      'src/process',
    ]);
    expect(loaded.filter((one) => one.includes('duckdb'))).toEqual([]);
  });

  it('a look into records loads their store, so that this test would see it', () => {
    cpSync(join(projectRoot, 'examples', 'tutorial'), folder, { recursive: true });
    const loaded = loadedBy('record', join(folder, 'theatre.tacit'));
    expect(loaded).toContain('src/store');
    expect(loaded.filter((one) => one.includes('duckdb'))).not.toEqual([]);
  });
});

/** Folders of the sources, and packages. */
function loadedBy(...words: string[]): string[] {
  const folders = loadedUrls(...words).map((path) => {
    const [first = '', second = '', third = ''] = path.split('/');
    if (first !== 'src' && first !== 'node_modules') return first;
    return [first, second, ...(second.startsWith('@') ? [third] : [])].join('/');
  });
  return [...new Set(folders)].sort();
}

let runs = 0;

/** Every module that the program ran, from the project's folder: Node writes them down with what it covered. */
function loadedUrls(...words: string[]): string[] {
  const place = join(folder, `run ${runs++}`);
  const ran = spawnSync(process.execPath, ['bin/tacit.js', ...words], {
    cwd: projectRoot,
    // From the source file by file: what lies in one script there is loaded together here.
    env: { ...process.env, TACIT_SOURCE: '1', NODE_V8_COVERAGE: place },
    maxBuffer: 2 ** 28,
  });
  if (ran.status !== 0) throw new Error(String(ran.stderr));
  const root = `${pathToFileURL(projectRoot).href}/`;
  const urls = readdirSync(place).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(place, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return result.map(({ url }) => url);
  });
  return [...new Set(urls)]
    .flatMap((url) => (url.startsWith(root) ? [url.slice(root.length).replace(/\?.*$/, '')] : []))
    .sort();
}
