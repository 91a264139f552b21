import type { NameFilter } from './selection.ts';

/** Whether a row that names these counts for one of them, where any of several may have been the one. */
export function countsAmong(
  names: readonly string[],
  name: string,
  { among, anyOf }: Pick<NameFilter, 'among' | 'anyOf'>,
): boolean {
  if (among === 'first') return names[0] === name;
  return among !== 'alone' || names.every((one) => anyOf?.some((spell) => spell.name === one));
}
