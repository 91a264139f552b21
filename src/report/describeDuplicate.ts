import type { DuplicateDescription } from '../evidence/index.ts';

/** `2023-10-18; 2023-10-19, US on IRMIL; IRMIL on US, rocket, Far Valley, 1.2 km apart`: what two rows share once. */
export function describeDuplicate({ earlier, later, metres }: DuplicateDescription): string {
  const days = earlier.days === later.days ? earlier.days : `${earlier.days}; ${later.days}`;
  const sides = earlier.sides === later.sides ? earlier.sides : `${earlier.sides}; ${later.sides}`;
  const place = earlier.place === later.place ? earlier.place : `${earlier.place}; ${later.place}`;
  const acts = earlier.act === later.act ? earlier.act : `${earlier.act}; ${later.act}`;
  const distance = metres === null ? 'by the name of the place' : `${(metres / 1000).toFixed(1)} km apart`;
  return [days, sides, acts, place, distance].join(', ');
}
