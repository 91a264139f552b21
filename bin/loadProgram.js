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
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const source = join(root, 'src');

/** Packages of many small files; all others are loaded as they lie when they are wanted. */
const BUNDLED = /^(langium|zod|commander|preact|preact-render-to-string)(\/|$)/;

/** What runs in a process of its own (src/process/scriptArguments.ts). */
const PROCESSES = [
  'cli/main.ts',
  'workbench/server/deskProcess.ts',
  'workbench/server/draftProcess.ts',
  'store/importChild.ts',
  'articles/extractionChild.ts',
];

/** Scripts of an earlier source are kept so long after their last start, for programs that still run from them. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** The names and lengths of all scripts, among them. */
const LENGTHS = 'lengths.json';

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
  // The source may be written while it is being bundled; then what was made is of no text that ever was.
  for (let attempt = 0; attempt < 3; attempt++) {
    const hash = hashSource();
    const folder = join(cache, `program-${hash.slice(0, 32)}`);
    if (isWhole(folder)) {
      useAgain(folder);
      return folder;
    }
    await makeScripts(folder, () => hashSource() === hash);
    dropEarlier(cache, folder);
    if (isWhole(folder)) return folder;
  }
  return null;
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

/** Whether every script is there as long as it was made. */
function isWhole(folder) {
  try {
    const lengths = Object.entries(JSON.parse(readFileSync(join(folder, LENGTHS), 'utf8')));
    return lengths.every(([name, length]) => statSync(join(folder, name)).size === length);
  } catch {
    return false;
  }
}

/** Its age is counted from its last start. */
function useAgain(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Of another person, who starts it too.
  }
}

/** Leaves the folder as it is where the source has changed meanwhile. Throws where nothing can be kept, before anything is made. */
async function makeScripts(folder, isUnchanged) {
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true, mode: 0o700 });
  try {
    const files = await bundleProgram(folder);
    if (!isUnchanged()) return;
    for (const { path, contents } of files) writeFileSync(join(making, basename(path)), contents);
    const lengths = files.map(({ path, contents }) => [basename(path), contents.byteLength]);
    writeFileSync(join(making, LENGTHS), JSON.stringify(Object.fromEntries(lengths)));
    moveTo(folder, making);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function moveTo(folder, making) {
  try {
    renameSync(making, folder);
  } catch {
    // Another process has made the same meanwhile, or what lies there is damaged.
    if (isWhole(folder)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  }
}

async function bundleProgram(folder) {
  const { build } = await import('esbuild');
  const options = {
    bundle: true,
    write: false,
    outdir: folder,
    platform: 'node',
    // As package.json asks; before it, imports of JSON were written in another way.
    target: 'node20.19',
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
      entryPoints: PROCESSES.map((file) => join(source, file)),
      entryNames: '[name]',
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
  return made.flatMap(({ outputFiles }) => outputFiles);
}

/** Scripts that nobody has started for long, and what a process that was ended left. */
function dropEarlier(cache, kept) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    const found = /^program-[0-9a-f]{32}(?:-(\d+))?$/.exec(name);
    if (found === null || folder === kept) continue;
    const maker = found[1];
    const isOver = maker ? !isRunning(Number(maker)) : Date.now() - statSync(folder).mtimeMs > KEPT_MS;
    if (isOver) rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM';
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
