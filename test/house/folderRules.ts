/** Which folder may know which: the table of ARCHITECTURE.md, enforced. */
import { findImports, type SourceFile } from './sourceTree.ts';

interface FolderRule {
  /** Folders (and `examine`) of `src/` that this one may import. */
  readonly folders: readonly string[];
  /** Packages it may import; a name ending in `*` is a beginning. */
  readonly packages: readonly string[];
  /** False for the pure folders: no `node:` module. */
  readonly node: boolean;
}

const pure = (folders: readonly string[], packages: readonly string[] = []): FolderRule => ({
  folders,
  packages,
  node: false,
});

const upToModel = ['calendar', 'stats', 'language', 'record'];
const upToEvidence = [...upToModel, 'model'];
const upToExamine = [...upToEvidence, 'evidence', 'forecast'];

export const folderTable: Readonly<Record<string, FolderRule>> = {
  calendar: pure([]),
  stats: pure([]),
  language: pure(['calendar'], ['langium', 'langium/*', 'vscode-*', 'zod']),
  record: pure(['calendar'], ['@rapideditor/country-coder']),
  model: pure(upToModel, ['zod']),
  evidence: pure(upToEvidence),
  forecast: pure(upToEvidence),
  examine: pure(upToExamine),
  report: pure(
    [...upToExamine, 'examine'],
    ['preact', 'preact/*', 'preact-render-to-string', 'd3-*', 'topojson-client', 'world-atlas/*'],
  ),
  /** How the program runs parts of itself in processes of their own. */
  process: { folders: [], packages: [], node: true },
  store: {
    folders: ['calendar', 'record', 'process'],
    packages: ['@duckdb/node-api', 'smol-toml', 'yauzl', 'zod'],
    node: true,
  },
  reader: pure(
    ['calendar', 'language'],
    ['wink-nlp', 'wink-eng-lite-web-model', 'franc', 'fastest-levenshtein'],
  ),
  /** Files of articles to text, and the optional model: what the reader needs of the machine. */
  articles: {
    folders: ['calendar', 'reader', 'process'],
    packages: ['jsdom', '@mozilla/readability', 'unpdf', 'mammoth', 'zod'],
    node: true,
  },
  /** Speaks the language-server protocol over the pure functions of `language`; runs in Node and in a browser's worker. */
  languageServer: pure(['calendar', 'language'], ['vscode-languageserver', 'vscode-languageserver/*']),
  /** What command line and workbench both need of the machine: theatres from disk, opened records, threads. */
  host: {
    folders: [...upToExamine, 'examine', 'store', 'reader', 'articles', 'process'],
    packages: ['esbuild', 'zod', 'tsx/*'],
    node: true,
  },
  /** `src/workbench/index.ts`: what the command line opens. */
  workbench: { folders: ['workbench/server'], packages: [], node: false },
  'workbench/protocol': pure([...upToExamine, 'reader']),
  'workbench/server': {
    folders: [
      ...upToExamine,
      'examine',
      'report',
      'store',
      'reader',
      'articles',
      'host',
      'process',
      'workbench/protocol',
    ],
    packages: ['hono', 'hono/*', '@hono/node-server', '@hono/node-server/*', 'esbuild', 'zod', 'tsx/*'],
    node: true,
  },
  'workbench/client': pure(
    ['calendar', 'language', 'languageServer', 'reader', 'report', 'workbench/protocol'],
    ['preact', 'preact/*', '@preact/signals', '@codemirror/*', '@lezer/*', 'd3-*', 'vscode-languageserver/*'],
  ),
  cli: {
    folders: [
      ...upToExamine,
      'examine',
      'report',
      'store',
      'reader',
      'articles',
      'host',
      'workbench',
      'languageServer',
    ],
    packages: ['commander', 'zod', 'tsx/*', 'vscode-languageserver/*'],
    node: true,
  },
  /** `src/index.ts`, the library's door. */
  index: { folders: [...upToExamine, 'examine', 'report', 'store'], packages: [], node: false },
};

/** `src/model/terms/x.ts` → `model`; `src/examine.ts` → `examine`; the workbench is three folders and a door. */
function folderOf(path: string): string {
  const [, second = '', third = '', ...deeper] = path.split('/');
  if (second === 'workbench' && deeper.length > 0) return `${second}/${third}`;
  return second.replace(/\.tsx?$/, '');
}

/** Imports that go up or across, and packages or `node:` modules where the folder has no business with them. */
export function findUpwardImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const folder = folderOf(file.path);
    const rule = folderTable[folder];
    if (!rule) return [`${file.path}: the folder ${folder} is not in the table of folders`];
    return findImports(file).flatMap(({ specifier, target, line }) => {
      const place = `${file.path}:${line}`;
      if (target === null) {
        const allowed = specifier.startsWith('node:')
          ? rule.node
          : rule.packages.some((name) =>
              name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : name === specifier,
            );
        return allowed ? [] : [`${place}: ${folder} may not import ${specifier}`];
      }
      if (!target.startsWith('src/')) {
        return target === 'package.json' ? [] : [`${place}: ${target} lies outside src`];
      }
      const other = folderOf(target);
      return other === folder || rule.folders.includes(other)
        ? []
        : [`${place}: ${folder} may not import ${other}`];
    });
  });
}

/** Imports into a folder that do not come through its `index.ts`. Inside one folder files know each other directly. */
export function findSideDoors(files: readonly SourceFile[]): string[] {
  const doors = new Set(files.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path)));
  const hasDoor = (folder: string) => doors.has(`${folder}/index.ts`) || doors.has(`${folder}/index.tsx`);
  return files.flatMap((file) =>
    findImports(file).flatMap(({ target, line }) => {
      if (target === null || !target.startsWith('src/')) return [];
      const steps = target.split('/').slice(0, -1);
      for (let depth = 2; depth <= steps.length; depth++) {
        const folder = steps.slice(0, depth).join('/');
        // The outermost folder that the importing file is not itself inside of must be entered by its door.
        if (file.path.startsWith(`${folder}/`) || (depth > 2 && !hasDoor(folder))) continue;
        return target === `${folder}/index.ts` || target === `${folder}/index.tsx`
          ? []
          : [`${file.path}:${line}: enter ${folder} through its index.ts, not ${target}`];
      }
      return [];
    }),
  );
}

/** Rings of files that import each other, type imports included, one line per ring. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const links = new Map(
    files.map((file) => [file.path, findImports(file).flatMap(({ target }) => (target ? [target] : []))]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const rings: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      rings.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of links.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of links.keys()) visit(path, []);
  return rings;
}
