/** Reads the golden cases beside the project; says aloud when they are not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const GOLDEN = join(import.meta.dirname, '../../../shared/golden');

export const goldenIsMissing = !existsSync(GOLDEN);
if (goldenIsMissing) process.stderr.write(`golden cases not found at ${GOLDEN}: their tests are skipped\n`);

/** Folders whose name begins so and which hold the file. */
export function goldenFolders(prefix: string, file: string): string[] {
  if (goldenIsMissing) return [];
  return readdirSync(GOLDEN).filter(
    (name) => name.startsWith(prefix) && existsSync(join(GOLDEN, name, file)),
  );
}

export function hasGolden(...path: string[]): boolean {
  return existsSync(join(GOLDEN, ...path));
}

export function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(GOLDEN, ...path), 'utf8')) as T;
}

/** A CSV without quotes as columns of text. */
export function readColumns(...path: string[]): Record<string, string[]> {
  const [head = '', ...lines] = readFileSync(join(GOLDEN, ...path), 'utf8')
    .trim()
    .split(/\r?\n/);
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(head.split(',').map((name, j) => [name, rows.map((row) => row[j] ?? '')]));
}

export function readNumbers(...path: string[]): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(readColumns(...path)).map(([name, values]) => [name, Float64Array.from(values, Number)]),
  );
}

/** R writes one-element vectors as bare numbers. */
export function asList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
