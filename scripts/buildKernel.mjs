/**
 * `npm run kernel`: compiles kernel/chain.ts (AssemblyScript) and writes its bytes, with the digest of the source, into
 * src/evidence/wave/generated. Needed only after a change of the source; the compiler is fetched from the registry at the
 * version below, because with it an installation would be a hundred megabytes larger for everybody.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = 'assemblyscript@0.28.20';
const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'kernel/chain.ts');
const generated = join(root, 'src/evidence/wave/generated/chainBytes.ts');

/** The text of the generated file. */
export function buildKernel() {
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
    execFileSync('npx', ['--yes', `--package=${COMPILER}`, 'asc', source, '-o', bytes, ...options], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const digest = createHash('sha256').update(readFileSync(source)).digest('hex');
    const lines = readFileSync(bytes)
      .toString('hex')
      .match(/.{1,100}/g);
    return [
      `/** Made from kernel/chain.ts by \`npm run kernel\` (${COMPILER}); do not edit. */`,
      `export const SOURCE_DIGEST = '${digest}';`,
      '/** The compiled kernel, two hexadecimal digits a byte. */',
      `export const CHAIN_BYTES = \`\n${lines.join('\n')}\n\`;`,
      '',
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generated, buildKernel());
  console.log(`${generated} written`);
}
