// The program as a few scripts, made from the source as it lies and remembered beside the packages under the hash of that
// source (docs/decisions/0023). In plain JavaScript, since no loader is there yet.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const source = join(root, 'src');

/** Packages of many small files; all others are loaded as they lie when they are wanted. */
const BUNDLED = /^(langium|zod|commander|preact|preact-render-to-string)(\/|$)/;

/** Scripts of an earlier source are kept so long, for programs that still run from them. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** `src/cli/main.ts`; loaded from the source file by file where scripts cannot be made or kept, or are not wanted. */
export async function loadProgram() {
  const folder = process.env.TACIT_SOURCE ? null : await findScripts().catch(() => null);
  if (folder !== null) return import(pathToFileURL(join(folder, 'main.js')).href);
  const { register } = await import('tsx/esm/api');
  register();
  return import('../src/cli/main.ts');
}

async function findScripts() {
  // Nowhere else: in a folder for all another person of this machine might put a file that this one would run.
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) return null;
  const cache = join(realpathSync(modules), '.cache', 'tacit');
  const folder = join(cache, `program-${hashSource().slice(0, 32)}`);
  if (!existsSync(folder)) {
    await makeScripts(folder);
    dropEarlier(cache, folder);
  }
  return folder;
}

/** Everything the scripts may hold: the source folder (packages change with the version and the pins). */
function hashSource() {
  const hash = createHash('sha256').update(root);
  const files = readdirSync(source, { recursive: true })
    .filter((file) => /\.(tsx?|json)$/.test(file))
    .sort()
    .map((file) => join(source, file));
  for (const file of [join(root, 'package.json'), fileURLToPath(import.meta.url), ...files]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function makeScripts(folder) {
  const { build } = await import('esbuild');
  const options = {
    bundle: true,
    write: false,
    outdir: folder,
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
    define: { SCRIPTS: JSON.stringify(folder) },
    plugins: [asTheSourceLies],
  };
  const made = await Promise.all([
    build({
      ...options,
      entryPoints: [join(source, 'cli', 'main.ts')],
      splitting: true,
      format: 'esm',
      // Packages in the older form of modules ask for Node's own by `require`.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
    }),
    build({
      ...options,
      entryPoints: [join(source, 'host', 'judgesWorker.ts')],
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
    }),
  ]);
  const making = `${folder}-${process.pid}`;
  try {
    mkdirSync(making, { recursive: true, mode: 0o700 });
    for (const { path, contents } of made.flatMap(({ outputFiles }) => outputFiles)) {
      writeFileSync(join(making, basename(path)), contents);
    }
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process may have made the same meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function dropEarlier(cache, kept) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    if (!name.startsWith('program-') || folder === kept) continue;
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
}

const isOwn = (path) => path.startsWith(source);

/** Files of this project do nothing when they are only loaded, and find what lies beside them in the source. */
const asTheSourceLies = {
  name: 'as the source lies',
  setup(build) {
    build.onResolve({ filter: /^[^.]/ }, ({ path, importer }) =>
      isOwn(importer) && !BUNDLED.test(path) ? { path, external: true } : undefined,
    );
    build.onResolve({ filter: /^\.\.?\// }, ({ importer, resolveDir, path }) =>
      isOwn(importer) ? { path: resolve(resolveDir, path), sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
      isOwn(path)
        ? {
            contents: readFileSync(path, 'utf8').replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
            loader: path.endsWith('x') ? 'tsx' : 'ts',
          }
        : undefined,
    );
  },
};
