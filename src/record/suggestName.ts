import { editDistance } from './editDistance.ts';

/** ` (did you mean "x"?)` where one of the names is near, else nothing. At most a third of the letters may differ. */
export function suggestName(written: string, names: readonly string[]): string {
  const wanted = bare(written);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string | null = null;
  let least = limit + 1;
  for (const name of names) {
    const distance = editDistance(wanted, bare(name));
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest === null ? '' : ` (did you mean "${nearest}"?)`;
}

function bare(text: string): string {
  return text
    .slice(0, 80)
    .toLowerCase()
    .replace(/[\s_\-.]/g, '');
}
