import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeptText } from '../protocol/index.ts';
import { readJson } from './readJson.ts';
import { hashBytes } from './readWorkspaceFile.ts';
import { writeDurably } from './writeDurably.ts';

const form = z.strictObject({ path: z.string(), text: z.string(), basedOn: z.string().nullable() });

function keptFolder(folder: string): string {
  return join(folder, '.tacit', 'kept');
}

/** Keeps a text that may not be written, until the page says that it is no longer wanted. The same text is kept once. */
export async function keepText(folder: string, kept: Omit<KeptText, 'id'>): Promise<KeptText> {
  const { path, text, basedOn } = kept;
  const id = hashBytes(JSON.stringify([path, text, basedOn])).slice(0, 32);
  await mkdir(keptFolder(folder), { recursive: true });
  await writeDurably(folder, join(keptFolder(folder), `${id}.json`), JSON.stringify({ path, text, basedOn }));
  return { id, path, text, basedOn };
}

/** The texts that are kept, in the order of their paths. */
export async function listKept(folder: string): Promise<KeptText[]> {
  const names = await readdir(keptFolder(folder)).catch(() => []);
  const kept: KeptText[] = [];
  for (const name of names) {
    const id = /^([0-9a-f]{32})\.json$/.exec(name)?.[1];
    if (id === undefined) continue;
    const reading = readJson(await readFile(join(keptFolder(folder), name), 'utf8'), form);
    if (reading.ok) kept.push({ id, ...reading.value });
  }
  const keyOf = ({ path, id }: KeptText) => `${path}\n${id}`;
  return kept.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Forgets a kept text; one that is not there is forgotten already. */
export async function forgetKept(folder: string, id: string): Promise<void> {
  if (/^[0-9a-f]{32}$/.test(id)) await rm(join(keptFolder(folder), `${id}.json`), { force: true });
}
