import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path';
import type { Outcome } from '../../host/index.ts';

/** What the page may write: texts that people write, never programs, settings of a shell, or pages. */
const WRITABLE = new Set(['.tacit', '.csv', '.tsv', '.toml', '.txt', '.md']);
const LONGEST_PATH = 500;

/**
 * The true path of a text file of the theatre's folder that the page may write, whether it is there yet or not. The
 * folder it lies in must be there and lie below the theatre's after every link is followed, and so must the file.
 */
export async function resolveWritable(folder: string, path: string): Promise<Outcome<string>> {
  const refuse = (why: string) =>
    ({ ok: false, message: `"${path.slice(0, 200)}" cannot be written: ${why}` }) as const;
  const spelling = findMisspelling(path);
  if (spelling !== null) return refuse(spelling);
  const root = await realpath(folder);
  const target = join(root, path);
  let parent: string;
  try {
    parent = await realpath(dirname(target));
  } catch {
    return refuse('its folder is not there.');
  }
  const inside = (place: string) => staysInside(relative(root, place));
  if (!inside(parent)) return refuse("it leads out of the theatre's folder.");
  const place = join(parent, basename(target));
  const facts = await lstat(place).catch(() => null);
  if (facts === null) return { ok: true, value: place };
  const end = facts.isSymbolicLink() ? await realpath(place).catch(() => null) : place;
  if (end === null || !inside(end) || findMisspelling(relative(root, end).replaceAll(sep, '/')) !== null)
    return refuse("it is a link that leads out of the theatre's folder, or to another kind of file.");
  const endFacts = await lstat(end);
  return endFacts.isFile() ? { ok: true, value: end } : refuse('it is no ordinary file.');
}

/** Why a path is not one that the page may name, or null. */
function findMisspelling(path: string): string | null {
  if (path.length > LONGEST_PATH) return 'the path is too long.';

  if (/[\u0000-\u001f\u007f\\:]/.test(path))
    return 'the path holds characters that names of files here may not have.';
  if (isAbsolute(path)) return "it must lie below the theatre's folder.";
  const steps = path.split('/');
  if (steps.some((step) => step === '' || step.startsWith('.')))
    return 'no step of the path may be empty or begin with a dot.';
  if (!WRITABLE.has(extname(path).toLowerCase()))
    return `only files that end in ${[...WRITABLE].join(', ')} are written.`;
  return null;
}

function staysInside(way: string): boolean {
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
