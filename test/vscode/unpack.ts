import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import yauzl from 'yauzl';

/** Packages the extension as `npm run vscode` does and unpacks it: its files by name, and the folder they lie in. */
export async function unpackExtension(): Promise<{
  readonly files: ReadonlyMap<string, Buffer>;
  readonly folder: string;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'tacit-vsix-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const archive = join(folder, 'tacit.vsix');
  execFileSync(process.execPath, ['scripts/packageVsCode.mjs', archive], { stdio: 'pipe' });
  const zip = await yauzl.openPromise(archive);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    files.set(entry.fileName, content);
    mkdirSync(dirname(join(folder, entry.fileName)), { recursive: true });
    writeFileSync(join(folder, entry.fileName), content);
  }
  return { files, folder };
}
