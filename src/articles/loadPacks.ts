import { readdir, readFile } from 'node:fs/promises';
import { readPack, type Pack } from '../reader/index.ts';

const FOLDER = new URL('../../packs/', import.meta.url);
/** Governments and organisations everywhere: read with every pack, so that no theatre repeats them. */
export const WORLD = 'world';

let loaded: Promise<readonly Pack[]> | null = null;

/** All packs that ship, `world` last: it speaks only of what no other pack names. A fault in one is a fault of ours. */
export function loadPacks(): Promise<readonly Pack[]> {
  loaded ??= readAll();
  return loaded;
}

/** The text of every pack by name, for `use pack levant` in a theatre. */
export async function loadPackTexts(): Promise<ReadonlyMap<string, string>> {
  const names = await listNames();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readText(`${name}.tacit`)] as const)),
  );
}

async function readAll(): Promise<readonly Pack[]> {
  const world = await readOne(WORLD, []);
  const names = (await listNames()).filter((name) => name !== WORLD);
  return [...(await Promise.all(names.map((name) => readOne(name, [world])))), world];
}

async function readOne(name: string, used: readonly Pack[]): Promise<Pack> {
  const read = readPack(name, await readText(`${name}.tacit`), await readText(`${name}.words`), used);
  if (!read.ok) throw new Error(read.message);
  return read.pack;
}

async function listNames(): Promise<string[]> {
  return (await readdir(FOLDER))
    .filter((file) => file.endsWith('.tacit'))
    .map((file) => file.slice(0, -'.tacit'.length))
    .sort();
}

function readText(file: string): Promise<string> {
  return readFile(new URL(file, FOLDER), 'utf8');
}
