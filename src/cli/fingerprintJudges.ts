import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
/** All that a made record and its verdicts come from. */
const DECISIVE = [
  'calendar',
  'stats',
  'language',
  'record',
  'model',
  'evidence',
  'examine.ts',
  join('cli', 'examineMadeRecord.ts'),
  join('cli', 'decideDuplicates.ts'),
];

let computed: string | null = null;

/**
 * A hash of the program's own text, as far as verdicts on made records depend on it: results of other text are not mixed
 * in. It is taken once, since a running program keeps the text it began with.
 */
export function fingerprintJudges(): string {
  computed ??= hashSource();
  return computed;
}

function hashSource(): string {
  const hash = createHash('sha256');
  for (const path of listSource()) {
    hash.update(relative(SOURCE, path).split(sep).join('/')).update('\0');
    hash.update(readFileSync(path, 'utf8').replace(/\r\n/g, '\n')).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function listSource(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.ts') && DECISIVE.some((one) => path === one || path.startsWith(one + sep)),
    )
    .sort()
    .map((path) => join(SOURCE, path));
}
