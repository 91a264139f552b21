import type { RequestedFile } from './checkContext.ts';
import type { Document } from './document.ts';
import { resolvePath } from './resolvePath.ts';

/**
 * The files that a Document itself names: used files and tables of periods. Paths are relative to the theatre's folder;
 * those that lead out of it are left out. What used files name is not among them: see `requestedFiles`.
 */
export function namedFiles({ items }: Document): readonly RequestedFile[] {
  return items.flatMap((item): readonly RequestedFile[] => {
    if (item.kind === 'use') return item.file === null ? [] : named('use', item.file);
    if (item.kind !== 'period') return [];
    return item.spans.flatMap((span) => (span.kind === 'spanTable' ? named('table', span.file) : []));
  });
}

function named(kind: RequestedFile['kind'], written: string): readonly RequestedFile[] {
  const resolved = resolvePath(written);
  return 'path' in resolved ? [{ kind, path: resolved.path }] : [];
}
