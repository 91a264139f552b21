import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { scriptsFolder } from './scriptsFolder.ts';

/** What Node is given to run a file of the source in a process of its own; bin/loadProgram.js makes a script of each. */
export function scriptArguments(source: URL): string[] {
  const scripts = scriptsFolder();
  if (scripts !== null) return [join(scripts, basename(source.pathname).replace(/ts$/, 'js'))];
  // The sources run as they lie, so the process needs the same loader; named by address, since it may start anywhere.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return ['--import', loader, fileURLToPath(source)];
}
