import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const generated = 'src/language/generated';

it('src/language/generated is what `npm run generate` makes of the grammar', () => {
  const copy = mkdtempSync(join(tmpdir(), 'tacit-generated-'));
  try {
    for (const file of ['package.json', 'langium-config.json', 'src/language/tacit.langium']) {
      cpSync(join(root, file), join(copy, file));
    }
    execFileSync(process.execPath, [join(root, 'node_modules/langium-cli/bin/langium.js'), 'generate'], {
      cwd: copy,
      stdio: 'pipe',
    });
    const files = readdirSync(join(root, generated)).sort();
    expect(readdirSync(join(copy, generated)).sort()).toEqual(files);
    for (const file of files) {
      const [made, committed] = [copy, root].map((base) => readFileSync(join(base, generated, file), 'utf8'));
      expect([file, committed]).toEqual([file, made]);
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
});
