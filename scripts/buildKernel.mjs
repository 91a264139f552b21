/**
 * `npm run kernel`: compiles the folder kernel (AssemblyScript) and writes its bytes, with the digest of the sources, into
 * src/evidence/wave/generated; with --check only tells whether they are still those of the sources. Needed only after a
 * change there; the compiler is fetched from the registry at the version below, because with it an installation would be a
 * hundred megabytes larger for everybody.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = 'assemblyscript@0.28.20';
const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'kernel');
const generated = join(root, 'src/evidence/wave/generated/chainBytes.ts');

/** Of all sources, by which the bytes know what they were made from. */
function digestOfSources() {
  const digest = createHash('sha256');
  for (const name of readdirSync(sources).sort())
    digest.update(name).update(readFileSync(join(sources, name)));
  return digest.digest('hex');
}

/** The text of the generated file. */
function buildKernel() {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-kernel-'));
  try {
    const bytes = join(folder, 'chain.wasm');
    const options = [
      '-O3',
      '--converge',
      '--noAssert',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      '--importMemory',
    ];
    execFileSync(
      'npx',
      ['--yes', `--package=${COMPILER}`, 'asc', join(sources, 'index.ts'), '-o', bytes, ...options],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    const lines = readFileSync(bytes)
      .toString('hex')
      .match(/.{1,100}/g);
    return [
      `/** Made from the folder kernel by \`npm run kernel\` (${COMPILER}); do not edit. */`,
      `export const SOURCE_DIGEST = '${digestOfSources()}';`,
      '/** The compiled kernel, two hexadecimal digits a byte. */',
      `export const CHAIN_BYTES = \`\n${lines.join('\n')}\n\`;`,
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv.includes('--check')) {
  if (!readFileSync(generated, 'utf8').includes(`'${digestOfSources()}'`)) {
    console.log(
      'src/evidence/wave/generated is not made from the folder kernel as it is now: npm run kernel',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(generated, buildKernel());
  console.log(`${generated} written`);
}
