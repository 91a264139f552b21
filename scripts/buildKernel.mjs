/**
 * `npm run kernel`: compiles the modules of the folder kernel (AssemblyScript) and writes the bytes of each, with the digest
 * of its sources, to where it is run; `npm run kernel chain` only the one of that name. With --check only tells whether the
 * bytes are still those of the sources. Needed only after a change there; the compiler is fetched from the registry at the
 * version below, because with it an installation would be a hundred megabytes larger for everybody.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = 'assemblyscript@0.28.20';
const OPTIONS = '-O3 --converge --noAssert --enable simd --runtime stub --importMemory --memoryBase 16';
const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'kernel');

/** The modules: the file that says what is exported, and where its bytes are kept. */
const MODULES = [
  { name: 'chain', entry: 'index.ts', generated: 'src/evidence/wave/generated/chainBytes.ts' },
  { name: 'stream', entry: 'stream.ts', generated: 'src/model/generated/streamBytes.ts' },
];

/** The files that a module is made of: its entry and whatever that imports, in the order of their names. */
function filesOf(entry) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(join(sources, name), 'utf8');
    for (const [, other] of text.matchAll(/ from '\.\/(\w+)'/g)) visit(`${other}.ts`);
  };
  visit(entry);
  return [...found].sort();
}

/** Of all sources of a module, by which the bytes know what they were made from. */
function digestOf(entry) {
  const digest = createHash('sha256');
  for (const name of filesOf(entry)) digest.update(name).update(readFileSync(join(sources, name)));
  return digest.digest('hex');
}

/** The text of the generated file. */
function build({ name, entry }) {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-kernel-'));
  try {
    const bytes = join(folder, 'module.wasm');
    const compile = ['asc', join(sources, entry), '-o', bytes, ...OPTIONS.split(' ')];
    execFileSync('npx', ['--yes', `--package=${COMPILER}`, ...compile], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const lines = readFileSync(bytes)
      .toString('hex')
      .match(/.{1,100}/g);
    return [
      `/** Made from the folder kernel by \`npm run kernel\` (${COMPILER}); do not edit. */`,
      `export const SOURCE_DIGEST = '${digestOf(entry)}';`,
      '/** The compiled kernel, two hexadecimal digits a byte. */',
      `export const ${name.toUpperCase()}_BYTES = \`\n${lines.join('\n')}\n\`;`,
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asked = process.argv.slice(2).filter((argument) => argument !== '--check');
const unknown = asked.filter((name) => !MODULES.some((module) => module.name === name));
if (unknown.length > 0) throw new Error(`no module of the kernel is called ${unknown.join(', ')}`);
for (const module of MODULES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const generated = join(root, module.generated);
  if (!process.argv.includes('--check')) {
    writeFileSync(generated, build(module));
    console.log(`${generated} written`);
  } else if (
    !existsSync(generated) ||
    !readFileSync(generated, 'utf8').includes(`'${digestOf(module.entry)}'`)
  ) {
    console.log(`${module.generated} is not made from the folder kernel as it is now: npm run kernel`);
    process.exitCode = 1;
  }
}
