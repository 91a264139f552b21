import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { scriptsFolder } from '../process/index.ts';

/** What each file of this folder needs to run in a thread, as one script; made once a process. */
const bundles = new Map<string, Promise<string | null>>();

/**
 * A thread's program (a file of this folder) as one script with nothing in it that the thread does not call. Loading the
 * source file by file, through a loader of its own, costs a thread a second; the script costs it twentieths. Null where it
 * cannot be made: the thread then loads the source.
 */
export function bundleThread(file: string): Promise<string | null> {
  const known = bundles.get(file) ?? build(file).catch(() => null);
  bundles.set(file, known);
  return known;
}

async function build(file: string): Promise<string | null> {
  const scripts = scriptsFolder();
  if (scripts !== null) return readFile(join(scripts, file.replace(/ts$/, 'cjs')), 'utf8');
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    packages: 'external',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [ownFilesHaveNoEffects],
  });
  return outputFiles[0]?.text ?? null;
}

/** Files of this project do nothing when they are only loaded: what nobody calls is left out. */
const ownFilesHaveNoEffects: Plugin = {
  name: 'own files have no effects',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, resolveDir, path }) =>
      kind === 'entry-point' ? undefined : { path: resolve(resolveDir, path), sideEffects: false },
    );
  },
};
