import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import packageFile from '../../../package.json' with { type: 'json' };

/** Files of the page by their name in the address, such as `client.js`. */
export type ClientBundle = ReadonlyMap<string, Uint8Array>;

const source = fileURLToPath(new URL('../../', import.meta.url));
const ENTRIES = {
  'client.js': 'workbench/client/main.tsx',
  'languageWorker.js': 'workbench/client/languageWorker.ts',
  'client.css': 'workbench/client/style.css',
} as const;

/**
 * The page's program, bundled from the source as it lies and remembered under the hash of that source, so that only the
 * first start after a change waits for it.
 */
export async function bundleClient(): Promise<ClientBundle> {
  const cache = join(cacheFolder(), (await hashSource()).slice(0, 32));
  const cached = await readCache(cache);
  if (cached) return cached;
  const bundle = await build();
  await writeCache(cache, bundle);
  return bundle;
}

async function build(): Promise<ClientBundle> {
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({
    // All at once: what page and worker share is read once.
    entryPoints: Object.entries(ENTRIES).map(([name, path]) => ({
      in: join(source, path),
      out: basename(name, extname(name)),
    })),
    outdir: 'bundle',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [ownFilesHaveNoEffects],
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

/** Files of this project do nothing when they are only loaded: what nobody calls is left out of the bundle. */
const ownFilesHaveNoEffects: Plugin = {
  name: 'own files have no effects',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, importer, resolveDir, path }) =>
      kind === 'entry-point' || kind.startsWith('import-rule') || importer.includes('node_modules')
        ? undefined
        : { path: resolve(resolveDir, path), sideEffects: false },
    );
  },
};

/** Everything the bundle may hold: the source folder (packages change with the version and the pins). */
async function hashSource(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([packageFile, process.versions.node, ENTRIES]));
  const files = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|css|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${relative(source, file)}\n`).update(await readFile(file));
  return hash.digest('hex');
}

/** Beside the packages where that may be written, so that no other person of this machine can put a file there. */
function cacheFolder(): string {
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  const owner = process.getuid?.() ?? 'user';
  return existsSync(modules) ? join(modules, '.cache', 'tacit') : join(tmpdir(), `tacit-client-${owner}`);
}

async function readCache(folder: string): Promise<ClientBundle | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

/** A bundle that cannot be remembered is made again next time. */
async function writeCache(folder: string, bundle: ClientBundle): Promise<void> {
  const making = `${folder}-${process.pid}`;
  try {
    await mkdir(making, { recursive: true, mode: 0o700 });
    for (const [name, bytes] of bundle) await writeFile(join(making, name), bytes);
    await rename(making, folder);
  } catch {
    await rm(making, { recursive: true, force: true });
  }
}
