/** The names of a place, each once, the narrowest first; empty cells are left out. */
export function listPlaces(...names: readonly string[]): readonly string[] {
  const places: string[] = [];
  for (const name of names) if (name !== '' && !places.includes(name)) places.push(name);
  return places;
}
