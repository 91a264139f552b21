import { feature, iso1A2Code, isIn } from '@rapideditor/country-coder';

/** Says why a position cannot be that of a row of some country, or null where nothing speaks against it. */
export type PositionCheck = (country: string, latitude: number, longitude: number) => string | null;

/**
 * A check of positions against the country their row names: set aside are those that lie outside it as written and
 * inside it with latitude and longitude exchanged or a sign turned. A position that is merely outside (at sea, over a
 * border) stays: records place such events on purpose. Where the country is not known by name nothing is checked.
 * Coastlines and borders are those of country-coder, territorial waters included. Source: countryCoder2026.
 */
export function createPositionCheck(): PositionCheck {
  const countries = new Map<string, string | null>();
  const answers = new Map<string, string | null>();
  return (country, latitude, longitude) => {
    let code = countries.get(country);
    if (code === undefined) {
      code = findCountry(country);
      countries.set(country, code);
    }
    if (code === null) return null;
    const key = `${code} ${latitude} ${longitude}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = judgePosition(code, country, latitude, longitude);
      answers.set(key, answer);
    }
    return answer;
  };
}

function judgePosition(code: string, country: string, latitude: number, longitude: number): string | null {
  if (lies(code, latitude, longitude)) return null;
  const where = iso1A2Code([longitude, latitude]);
  const written = where === null ? 'outside every country' : `in ${feature(where)?.properties.nameEn ?? where}`;
  const found = (slip: string) =>
    `${slip}: as written the position lies ${written}, otherwise in ${country}, which the row names`;
  if (lies(code, longitude, latitude)) return found('latitude and longitude look swapped');
  if (lies(code, -latitude, longitude)) return found('the latitude seems to have the wrong sign');
  if (lies(code, latitude, -longitude)) return found('the longitude seems to have the wrong sign');
  return null;
}

function lies(code: string, latitude: number, longitude: number): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && isIn([longitude, latitude], code) === true;
}

/** Names in event records that the outlines do not know under that name. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['united states', 'US'],
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
