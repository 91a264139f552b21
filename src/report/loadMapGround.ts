import type { Examination } from '../evidence/index.ts';
import type { MapGround } from './mapGround.ts';

/** The ground of the examination's map, or null where there is none. The atlas is large and is loaded for this only. */
export async function loadMapGround({ pictures }: Examination): Promise<MapGround | null> {
  if (!pictures?.map) return null;
  const { drawMapGround } = await import('./drawMapGround.ts');
  return drawMapGround(pictures.map);
}
