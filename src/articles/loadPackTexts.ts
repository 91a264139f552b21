import { listPacks } from './listPacks.ts';
import { readPackFile } from './readPackFile.ts';

/** The text of every pack by name, for `use pack levant` in a theatre. */
export async function loadPackTexts(): Promise<ReadonlyMap<string, string>> {
  const names = await listPacks();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readPackFile(`${name}.tacit`)] as const)),
  );
}
