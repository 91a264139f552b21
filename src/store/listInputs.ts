import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFault } from '../record/index.ts';
import { listZipMembers } from './listZipMembers.ts';
import type { InputLimits, InputListing, RecordInput } from './recordInput.ts';

/** Files in one folder; a larger one is most likely not what was meant. */
const MOST_FILES = 100_000;

/**
 * The tables behind a path: the file itself, the tables of a zip archive, or every file below a folder in the order of
 * their names. Folders and files whose name begins with a dot are not looked at, and links to folders not followed.
 * An archive with one table is the record itself; the tables of several bear its name and their own, as do the files
 * of a folder: `folder/file.csv`, `archive.zip/inner.csv`.
 */
export async function listInputs(path: string, name: string, limits: InputLimits): Promise<InputListing> {
  const kind = lookAt(path, name, limits);
  if (typeof kind !== 'string') return { inputs: [], faults: [kind] };
  if (kind !== 'folder')
    return listFile({ path, member: null, name, bytes: statSync(path).size, found: false }, kind, limits);
  const files: string[] = [];
  const fault = walk(path, '', files);
  const base = name.replace(/\/+$/, '');
  const below = (file: string) => (base === '' || base === '.' ? file : `${base}/${file}`);
  if (fault !== null || files.length === 0) {
    const message = fault ?? 'There is no file in this folder.';
    return { inputs: [], faults: [{ file: name, line: null, message, hint: null }] };
  }
  const inputs: RecordInput[] = [];
  const faults: RecordFault[] = [];
  for (const file of files) {
    const inner = join(path, file);
    const innerKind = lookAt(inner, below(file), limits);
    if (typeof innerKind !== 'string') faults.push(innerKind);
    else {
      const listing = await listFile(
        { path: inner, member: null, name: below(file), bytes: statSync(inner).size, found: true },
        innerKind === 'zip' ? 'zip' : 'file',
        limits,
      );
      inputs.push(...listing.inputs);
      faults.push(...listing.faults);
    }
  }
  return { inputs, faults };
}

async function listFile(
  input: RecordInput,
  kind: 'file' | 'zip',
  limits: InputLimits,
): Promise<InputListing> {
  if (kind === 'file') return { inputs: [input], faults: [] };
  const listing = await listZipMembers(input.path, input.name, limits);
  if (listing.kind === 'fault') return { inputs: [], faults: [listing.fault] };
  const [only] = listing.members;
  if (only && listing.members.length === 1) {
    return { inputs: [{ ...input, member: only.index, bytes: only.bytes }], faults: [] };
  }
  return {
    inputs: listing.members.map(({ index, name, bytes }) => ({
      path: input.path,
      member: index,
      name: `${input.name}/${name}`,
      bytes,
      found: true,
    })),
    faults: [],
  };
}

/** Every ordinary file below a folder; the message when there are too many. */
function walk(folder: string, before: string, files: string[]): string | null {
  const entries = readdirSync(join(folder, before), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const way = `${before}${entry.name}`;
    if (entry.isDirectory()) {
      const fault = walk(folder, `${way}/`, files);
      if (fault !== null) return fault;
    } else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(join(folder, way)))) files.push(way);
    if (files.length > MOST_FILES) return `The folder holds more than ${MOST_FILES} files.`;
  }
  return null;
}

function leadsToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What lies at a path, or why it cannot be read. */
function lookAt(
  path: string,
  file: string,
  { largestBytes }: InputLimits,
): 'file' | 'zip' | 'folder' | RecordFault {
  const fault = (message: string, hint: string | null): RecordFault => ({ file, line: null, message, hint });
  try {
    // Asked before opening: opening a named pipe would wait for ever.
    const facts = statSync(path);
    if (facts.isDirectory()) return 'folder';
    if (!facts.isFile()) return fault('This is neither a file nor a folder.', null);
    if (facts.size > largestBytes) {
      return fault(
        `The file has ${facts.size} bytes; at most ${largestBytes} are read.`,
        'Split it by year, or allow more with --max-bytes.',
      );
    }
    const start = Buffer.alloc(4);
    const handle = openSync(path, 'r');
    try {
      readSync(handle, start, 0, 4, 0);
    } finally {
      closeSync(handle);
    }
    return isZip(start) ? 'zip' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fault('There is no such file.', 'Look at the path; it counts from the current folder.');
    if (code === 'EACCES' || code === 'EPERM') return fault('The file may not be read by this user.', null);
    return fault(`The file cannot be read (${code ?? String(error)}).`, null);
  }
}

/** A zip archive is known by its bytes, not by its name; also one without members. */
function isZip(start: Uint8Array): boolean {
  const [p, k, third, fourth] = start;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}
