// Writes library/*.js, the doors of the library for plain Node: the sources are TypeScript and run as they lie, through the
// loader `tsx`, which a door starts for its own imports only. `--check` says whether the doors are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOORS = { index: 'src/index.ts', model: 'src/model/index.ts', stats: 'src/stats/index.ts' };
const check = process.argv.includes('--check');

for (const [door, source] of Object.entries(DOORS)) {
  const names = Object.keys(await tsImport(`../${source}`, import.meta.url)).sort();
  const text = `// Written by scripts/writeLibrary.mjs.
import { tsImport } from 'tsx/esm/api';

const library = await tsImport('../${source}', import.meta.url);

export const {
${names.map((name) => `  ${name},\n`).join('')}} = library;
`;
  const path = join(root, 'library', `${door}.js`);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`library/${door}.js is not what ${source} exports: node scripts/writeLibrary.mjs`);
    process.exitCode = 1;
  }
}
