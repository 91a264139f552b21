import { feature, iso1A2Code, isIn } from '@rapideditor/country-coder';

/** How the reason begins where the two numbers stand in each other's place. */
export const SWAPPED = 'latitude and longitude look swapped';

/** Says why a position cannot be that of a row of some country, or null where nothing speaks against it. */
export type PositionCheck = (country: string, latitude: number, longitude: number) => string | null;

/**
 * A check of positions against the country their row names: set aside are those that lie outside it as written and
 * inside it with latitude and longitude exchanged or a sign turned. A position that is merely outside (at sea, over a
 * border) stays: records place such events on purpose. Where the country is not known by name nothing is checked.
 * Coastlines and borders are those of country-coder, territorial waters included. Source: countryCoder2026.
 */
export function createPositionCheck(): PositionCheck {
  const countries = new Map<string, KnownCountry | null>();
  let answers = 0;
  return (country, latitude, longitude) => {
    let known = countries.get(country);
    if (known === undefined) {
      // A cell is a part of a piece of the file and would keep all of it in memory; this copy does not.
      const own = ` ${country}`.slice(1);
      const code = findCountry(own);
      known = code === null ? null : { code, name: own, answers: new Map() };
      countries.set(own, known);
    }
    if (known === null) return null;
    const found = known.answers.get(latitude)?.get(longitude);
    if (found !== undefined) return found;
    const answer = judgePosition(known.code, known.name, latitude, longitude);
    if (answers >= MOST_ANSWERS) {
      for (const one of countries.values()) one?.answers.clear();
      answers = 0;
    }
    answers += 1;
    const parallel = known.answers.get(latitude);
    if (parallel) parallel.set(longitude, answer);
    else known.answers.set(latitude, new Map([[longitude, answer]]));
    return answer;
  };
}

interface KnownCountry {
  readonly code: string;
  readonly name: string;
  /** By latitude, then longitude: places recur, and looking them up as text would cost more than reading the row. */
  readonly answers: Map<number, Map<number, string | null>>;
}

const MOST_ANSWERS = 300_000;

function judgePosition(code: string, country: string, latitude: number, longitude: number): string | null {
  if (lies(code, latitude, longitude)) return null;
  const where = iso1A2Code([longitude, latitude]);
  const written =
    where === null ? 'outside every country' : `in ${feature(where)?.properties.nameEn ?? where}`;
  const found = (slip: string) =>
    `${slip}: as written the position lies ${written}, otherwise in ${country}, which the row names`;
  if (lies(code, longitude, latitude)) return found(SWAPPED);
  // Near the equator and the zero meridian the mirror image of a point just over a border lies in the same country.
  if (liesNear(code, latitude, longitude)) return null;
  if (lies(code, -latitude, longitude)) return found('the latitude seems to have the wrong sign');
  if (lies(code, latitude, -longitude)) return found('the longitude seems to have the wrong sign');
  return null;
}

function lies(code: string, latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && isIn([longitude, latitude], code) === true;
}

/** Within about a degree of the country, in one of eight directions. */
function liesNear(code: string, latitude: number, longitude: number): boolean {
  return [-1, 0, 1].some((north) =>
    [-1, 0, 1].some((east) => lies(code, latitude + north, longitude + east)),
  );
}

/** Names in event records that the outlines do not know under that name. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['united states', 'US'],
  ['china', 'CN'],
  ['russian federation', 'RU'],
  ['czech republic', 'CZ'],
  ['ireland', 'IE'],
  ['netherlands', 'NL'],
  ['micronesia', 'FM'],
  ['congo', 'CG'],
  ["cote d'ivoire", 'CI'],
  ['the former yugoslav republic of macedonia', 'MK'],
  ['sao tome and principe', 'ST'],
  ['dr congo', 'CD'],
  ['congo, democratic republic of', 'CD'],
  ['ivory coast', 'CI'],
  ['cape verde', 'CV'],
  ['east timor', 'TL'],
  ['swaziland', 'SZ'],
  ['kingdom of eswatini', 'SZ'],
  ['macedonia, fyr', 'MK'],
  ['macedonia', 'MK'],
  ['burma', 'MM'],
  ['palestine', 'PS'],
  ['west bank', 'PS'],
  ['gaza strip', 'PS'],
  ['occupied palestinian territory', 'PS'],
]);

/** The code of a country by its English name or code; `Yemen (North Yemen)` is looked up as Yemen. */
function findCountry(name: string): string | null {
  const plain = name
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  // Codes of two letters are not one system (FIPS and ISO differ), so they tell nothing.
  if (plain.length < 3) return null;
  const known = OTHER_NAMES.get(plain) ?? feature(plain)?.properties.iso1A2 ?? null;
  return known;
}
