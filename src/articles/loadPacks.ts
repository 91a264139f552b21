import { readPack, type Pack } from '../reader/index.ts';
import { listPacks } from './listPacks.ts';
import { readPackFile } from './readPackFile.ts';

/** Governments and organisations everywhere: read with every pack, so that no theatre repeats them. */
const WORLD = 'world';

let loaded: Promise<readonly Pack[]> | null = null;

/** All packs that ship, `world` last: it speaks only of what no other pack names. A fault in one is a fault of ours. */
export function loadPacks(): Promise<readonly Pack[]> {
  loaded ??= readAll();
  return loaded;
}

async function readAll(): Promise<readonly Pack[]> {
  const world = await readOne(WORLD, []);
  const names = (await listPacks()).filter((name) => name !== WORLD);
  return [...(await Promise.all(names.map((name) => readOne(name, [world])))), world];
}

async function readOne(name: string, used: readonly Pack[]): Promise<Pack> {
  const read = readPack(name, await readPackFile(`${name}.tacit`), await readPackFile(`${name}.words`), used);
  if (!read.ok) throw new Error(read.message);
  return read.pack;
}
