import { CellFault, shorten } from './cellFault.ts';
import { readPosition } from './readPosition.ts';
import { rememberCells } from './rememberCells.ts';

interface GdeltPlace {
  /** From the narrowest to the country. */
  readonly names: readonly string[];
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Kinds of places: 1 country, 2 state of the USA, 3 place in the USA, 4 place elsewhere, 5 province; 0 none. */
const KINDS: ReadonlySet<string> = new Set(['', '0', '1', '2', '3', '4', '5']);
const EXACT: ReadonlySet<string> = new Set(['3', '4']);
const NO_PLACE: ReadonlySet<string> = new Set(['', '0']);

/**
 * Reads where the act happened. The position of a country or a province is its middle, where nothing happened: such a
 * row keeps the names and has no position.
 */
export function readGdeltPlace(
  columns: readonly string[],
): (fields: readonly string[]) => GdeltPlace | CellFault {
  const places = ['FullName', 'Lat', 'Long', 'Type'].map((name) => columns.indexOf(`ActionGeo_${name}`));
  return rememberCells<GdeltPlace | CellFault>(places, readPlace);
}

function readPlace(cells: readonly string[]): GdeltPlace | CellFault {
  const [name = '', latitude = '', longitude = '', kind = ''] = cells.map((cell) => cell.trim());
  if (!KINDS.has(kind)) return new CellFault('ActionGeo_Type', `${shorten(kind)} is not one of 0 to 5`);
  if (NO_PLACE.has(kind)) return readNowhere(name, latitude, longitude);
  const position = readPosition(latitude, longitude);
  if (position.kind === 'fault') {
    return new CellFault(position.of === 'latitude' ? 'ActionGeo_Lat' : 'ActionGeo_Long', position.reason);
  }
  const names = name.split(', ').filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  const exact = EXACT.has(kind);
  return {
    names,
    country: name.split(', ').at(-1) ?? '',
    latitude: exact ? position.latitude : null,
    longitude: exact ? position.longitude : null,
  };
}

/** Without a place the other cells are empty; back-files write 0 for both degrees. */
function readNowhere(name: string, latitude: string, longitude: string): GdeltPlace | CellFault {
  for (const [column, cell] of [
    ['ActionGeo_FullName', name],
    ['ActionGeo_Lat', latitude],
    ['ActionGeo_Long', longitude],
  ] as const) {
    if (cell !== '' && Number(cell) !== 0) {
      return new CellFault(column, `${shorten(cell)} stands here, though the row says that it has no place`);
    }
  }
  return { names: [], country: '', latitude: null, longitude: null };
}
