import { pathRefused } from './fileMessages.ts';
import type { Message } from './semanticMessages.ts';

/**
 * The one spelling of a path below the theatre's folder (`./maps//a.tacit` is `maps/a.tacit`), or the message that
 * refuses it. Addresses, absolute paths and `..` are refused: a theatre from a stranger must not reach other folders.
 */
export function resolvePath(path: string): { readonly path: string } | { readonly refused: Message } {
  const reason = refusal(path);
  if (reason !== null) return { refused: pathRefused(path, reason) };
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return { path: parts.join('/') };
}

function refusal(path: string): string | null {
  if (path.trim() === '') return 'the name is empty';
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'it is an address, and nothing is fetched from the network';
  if (/^[/\\~]/.test(path) || /^[a-z]:/i.test(path)) return 'it is a path from the root of the computer';
  if (path.includes('\\')) return 'folders are parted by `/`';
  if (path.split('/').includes('..')) return 'it leads out of the folder of the theatre';
  if ([...path].some((character) => character < ' ')) return 'it holds control characters';
  return null;
}
